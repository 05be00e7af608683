"""Blank pages: one per collection, dressed by the engine, cut at their marks, printed once per record.

Goes in: the HTML of a dressed blank. Comes out: a function from a `Page` to the bytes of its file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import escape

from clairevoie.model import COLLECTIONS
from clairevoie.pages import Page

# Marks are lower-case letters and digits: no theme escapes them, and slugs leave them as they are.
TITLE = "cvtitrecv"
DESCRIPTION = "cvdescriptioncv"
_SLUG = "cvfichecv"
BODY = "cvcorpscv"
_MARK = re.compile(f"({TITLE}|{DESCRIPTION}|{_SLUG}|{BODY})")


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank: the collection it stands for, its source path, and the index it hangs under."""

    collection: str
    src: str
    index: str


BLANKS = {name: Blank(name, f"{name}/{_SLUG}.md", f"{name}/index.md") for name in COLLECTIONS}


class BlankBroken(Exception):  # noqa: N818 - it says what happened to the blank
    """The theme lost or changed a mark: nothing can be printed through this blank."""


def url_of(blank: Blank) -> str:
    """The folder of the dressed blank in the output: `projets/<mark>/`."""
    return f"{blank.collection}/{_SLUG}/"


def cut(dressed: str) -> Callable[[Page], bytes]:
    """The printer of a dressed blank; raises BlankBroken when a mark is missing."""
    pieces = _MARK.split(dressed)
    missing = {TITLE, DESCRIPTION, BODY} - set(pieces[1::2])
    if missing:
        raise BlankBroken(", ".join(sorted(missing)))

    def print_page(page: Page) -> bytes:
        said = {
            TITLE: str(escape(page.titre)),
            DESCRIPTION: str(escape(page.description)),
            _SLUG: page.slug,
            BODY: page.corps,
        }
        parts = list(pieces)
        parts[1::2] = [said[mark] for mark in pieces[1::2]]
        return "".join(parts).encode()

    return print_page
