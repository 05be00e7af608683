"""Who cites a record: under which words, in which order, with what detail."""
