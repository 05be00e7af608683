"""What came of a record: the decisions behind it, how far its actions are, what follow-ups say."""
