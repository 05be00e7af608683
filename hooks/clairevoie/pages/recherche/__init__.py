"""What the search is told of a record and of each of its elements."""
