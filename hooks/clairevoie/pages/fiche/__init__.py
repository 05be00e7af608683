"""The page of a record: its layout, its fields, and what stands above and below them.

Goes in: a `Site` and the templates. Comes out: one `Page` a record.
"""
