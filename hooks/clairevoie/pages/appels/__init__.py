"""Calls for projects: the page that gathers them, and what was given after each."""
