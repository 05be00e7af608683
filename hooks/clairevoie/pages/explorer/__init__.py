"""The page « Explorer »: its facets, its table, and the same things as lists."""
