"""The journal of the facts: what each revision did to a record, told of what is published today only.

Goes in: the versions of a record. Comes out: its chapter, then the journal of them all.
"""
