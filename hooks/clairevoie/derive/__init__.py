"""What follows from the facts, never typed: backlinks, sums, progress, order in time.

Goes in: a `Jeu`. Comes out: frozen values that pages read.
"""
