"""The Markdown of the long texts of records, as little of it as people need, in which nothing typed is lost.

Goes in: a text as typed. Comes out: a `MarkdownText`, printed as HTML or as words alone. Paragraphs, lists that keep
their numbers, quotes, tables, emphasis, code and links are read; every other sign is shown as it was typed, and what
looks like Markdown that is not read (`strange`) can be told to the editor at its place.
"""

from __future__ import annotations

from clairevoie.markdown.blocks import read
from clairevoie.markdown.nodes import MarkdownText, Strange, TextLink
from clairevoie.markdown.printing import html_of, is_followed, leads_elsewhere, paragraphs_of, words_of

__all__ = [
    "MarkdownText",
    "Strange",
    "TextLink",
    "html_of",
    "is_followed",
    "leads_elsewhere",
    "paragraphs_of",
    "read",
    "words_of",
]
