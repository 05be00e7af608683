"""Blank pages: one per kind of page, dressed by the engine, cut at their marks, printed once per record.

Goes in: the HTML of a dressed blank. Comes out: a function from a `Page` to the bytes of its file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import escape

from clairevoie.model import COLLECTIONS
from clairevoie.pages import Page
from clairevoie.pages.page import PARTIE

# Marks are lower-case letters and digits: no theme escapes them, and slugs leave them as they are.
TITLE = "cvtitrecv"
DESCRIPTION = "cvdescriptioncv"
_SLUG = "cvfichecv"
BODY = "cvcorpscv"
PICTURE, PICTURE_WORDS = "cvimagecv", "cvmotsdelimagecv"
_PART = "cvlistecv/cvpartiecv"
_MARK = re.compile("(" + "|".join((TITLE, DESCRIPTION, _SLUG, _PART, BODY, PICTURE, PICTURE_WORDS)) + ")")


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank: the collection it stands for, what follows the record in the address, the scripts of its pages."""

    collection: str
    suite: str = ""
    modules: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The folder of the dressed blank in the output: `projets/<mark>/`."""
        suite = f"{_PART}/" if self.suite == PARTIE else self.suite
        return f"{self.collection}/{_SLUG}/{suite}"

    @property
    def src(self) -> str:
        """Its source path."""
        return f"{self.url.rstrip('/')}.md"

    @property
    def index(self) -> str:
        """The source path of the index it hangs under."""
        return f"{self.collection}/index.md"


# By collection, and by what follows the record in the address: each may have parts in pages of their own, a territory
# has a second page, to be put on a wall.
BLANKS = {
    **{(name, ""): Blank(name, modules=collection.modules) for name, collection in COLLECTIONS.items()},
    **{(name, PARTIE): Blank(name, PARTIE) for name in COLLECTIONS},
    ("territoires", "edition/"): Blank("territoires", "edition/", ("imprimer",)),
}


class BlankBroken(Exception):  # noqa: N818 - it says what happened to the blank
    """The theme lost or changed a mark: nothing can be printed through this blank."""


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
            _PART: page.suite.rstrip("/"),
            BODY: page.corps,
            PICTURE: page.partage.fichier,
            PICTURE_WORDS: str(escape(page.partage.texte_alternatif)),
        }
        parts = list(pieces)
        parts[1::2] = [said[mark] for mark in pieces[1::2]]
        return "".join(parts).encode()

    return print_page
