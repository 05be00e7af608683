"""What changed: the story of a record, and that of the site month by month."""
