"""Money on a page: bars under a table, and the page of who gives what to whom."""
