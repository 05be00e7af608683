"""What leads to what: the chain of results in words, and its map."""
