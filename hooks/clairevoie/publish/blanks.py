"""Blank pages: one per kind of page, dressed by the engine, cut at their marks, printed once per record.

Goes in: the HTML of a dressed blank. Comes out: a function from a `Page` to the bytes of its file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import escape

from clairevoie.model import COLLECTIONS
from clairevoie.pages import Page
from clairevoie.pages.listes import LISTES
from clairevoie.pages.page import PARTIE

# Marks are lower-case letters and digits: no theme escapes them, and slugs leave them as they are.
TITLE = "cvtitrecv"
DESCRIPTION = "cvdescriptioncv"
_SLUG = "cvfichecv"
_LIST_SLUG = "cvtranchecv"
BODY = "cvcorpscv"
PICTURE, PICTURE_WORDS = "cvimagecv", "cvmotsdelimagecv"
_PART = "cvlistecv/cvpartiecv"
_MARK = re.compile(
    "(" + "|".join((TITLE, DESCRIPTION, _SLUG, _LIST_SLUG, _PART, BODY, PICTURE, PICTURE_WORDS)) + ")"
)
# What comes instead of the end of an address, for the pages of a list that is cut: they stand at any depth.
LIST_PAGE = "*"
_RELATIVE = re.compile(r'(?<=\s)(href|src|action)="((?![a-z][a-z0-9+.-]*:|[/#])[^"]*)"')


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank: the collection or the list it stands for, what follows the record in the address, the scripts of its
    pages; `fiche` is whether they are those of records.
    """

    collection: str
    suite: str = ""
    modules: tuple[str, ...] = ()
    fiche: bool = True

    @property
    def url(self) -> str:
        """The folder of the dressed blank in the output: `projets/<mark>/`."""
        suite = f"{_PART}/" if self.suite == PARTIE else self.suite
        return f"{self.collection}/{_SLUG if self.fiche else _LIST_SLUG}/{suite}"

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
    ("territoires", "edition/"): Blank("territoires", "edition/"),
    **{
        (liste.adresse, LIST_PAGE): Blank(liste.adresse, fiche=False)
        for liste in LISTES.values()
        if liste.adresse
    },
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
            _LIST_SLUG: page.slug,
            BODY: page.corps,
            PICTURE: page.partage.fichier,
            PICTURE_WORDS: str(escape(page.partage.texte_alternatif)),
        }
        parts = list(pieces)
        parts[1::2] = [said[mark] for mark in pieces[1::2]]
        return "".join(parts).encode()

    return print_page


def cut_at_any_depth(dressed: str, blank: Blank) -> Callable[[Page], bytes]:
    """The printer of a dressed blank whose pages stand at other depths than its own."""
    by_depth: dict[int, Callable[[Page], bytes]] = {}

    def print_page(page: Page) -> bytes:
        depth = page.slug.count("/")
        if depth not in by_depth:
            by_depth[depth] = cut(_moved(dressed, blank.url, f"{blank.url}{'x/' * depth}"))
        return by_depth[depth](page)

    return print_page


def _moved(dressed: str, here: str, there: str) -> str:
    """The same page at another address: its links lead where they did."""

    def led(link: re.Match[str]) -> str:
        path, sign, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link[2], re.DOTALL).groups()  # type: ignore[union-attr]
        target = posixpath.relpath(posixpath.join(here, path), there)
        return f'{link[1]}="{target}{"/" if path.endswith("/") else ""}{sign}{rest}"'

    return _RELATIVE.sub(led, dressed)
