"""What a record lists, as tables: counts and totals first, then every row, then the same as a file."""
