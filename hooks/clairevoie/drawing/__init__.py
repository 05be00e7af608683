"""Geometry of the drawings: boxes, lanes, arrows and lines of text take their places; nothing of the domain.

Goes in: words already written, what leads to what, and sizes. Comes out: places and SVG paths, in whole units of the
drawing, which the templates of `composants/` print.
"""
