"""A feed in Atom (RFC 4287), which every feed reader takes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from clairevoie.exports.feed import LANGUAGE, Feed, FeedEntry, moment

ENDING = "atom"
TYPE = "application/atom+xml"


def atom_text(feed: Feed) -> str:
    """The text of a feed."""
    return "".join(f"{line}\n" for line in _lines(feed))


def _lines(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{LANGUAGE}">'
    yield f"<id>{escape(feed.id)}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    yield f"<subtitle>{escape(feed.subtitle)}</subtitle>"
    yield f'<link rel="self" type="{TYPE}" href={quoteattr(f"{feed.place}.{ENDING}")}/>'
    yield f'<link rel="alternate" type="text/html" href={quoteattr(feed.url)}/>'
    yield f"<updated>{moment(feed.updated)}</updated>"
    yield f"<author><name>{escape(feed.author)}</name></author>"
    yield f"<rights>{escape(feed.rights)}</rights>"
    yield "<generator>Claire-voie</generator>"
    for entry in feed.entries:
        yield from _entry(entry)
    yield "</feed>"


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{escape(entry.id)}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.url)}/>'
    yield f"<published>{moment(entry.day)}</published>"
    yield f"<updated>{moment(entry.day)}</updated>"
    yield f'<content type="html">{escape(entry.html)}</content>'
    yield "</entry>"
