"""A publishable dataset becomes files in open formats, one format a file, all written from what the model says.

Goes in: records without the names that may not be shown. Comes out: the text or the bytes of files. What was typed
beside the facts (comments, internal marks, consents) is in none of them.
"""
