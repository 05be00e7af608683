"""Read printed pages as a person does: their words, their links, their anchors."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from clairevoie.pages import Page, Site
from clairevoie.pages.fiche.sheets import sheets
from tests.aides.sites import GABARITS, REGLAGES
from tests.aides.stories import DEPART, ON, verdict


def told(folder: Path, files: Mapping[str, str], on: date = ON) -> Site:
    """The site of the starting story with these files added or replaced."""
    found = verdict(folder, {**DEPART, **files}, on)
    assert found.jeu is not None, "\n".join(str(p) for p in found.problems if p.is_error)
    return Site.of(found.jeu, REGLAGES, on)


def printed(folder: Path, files: Mapping[str, str], on: date = ON) -> Mapping[str, Page]:
    """The pages of that site, by address, each printed when a story asks for it."""
    return _Printed(dict(sheets(told(folder, files, on), GABARITS)))


class _Printed(Mapping[str, Page]):
    def __init__(self, sheets: Mapping[str, Callable[[], Page]]) -> None:
        self._sheets = {address.rstrip("/"): make for address, make in sheets.items()}
        self._made: dict[str, Page] = {}

    def __getitem__(self, address: str) -> Page:
        if address not in self._made:
            self._made[address] = self._sheets[address]()
        return self._made[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sheets)

    def __len__(self) -> int:
        return len(self._sheets)


def words(corps: str) -> str:
    """What is read on a page: no tags, plain spaces."""
    shown = re.sub(r"<script\b.*?</script>", "", corps, flags=re.DOTALL)
    visible = re.sub(r"\salt=\"([^\"]*)\"[^>]*>", r">\1 ", re.sub(r"</?abbr\b[^>]*>", "", shown))
    return plain(html.unescape(re.sub(r"<[^>]*>", " ", visible)))


def plain(texte: str) -> str:
    """A text without its typography: every space alike, no space before a mark or inside quotes."""
    spaced = re.sub(r"[\s\u00a0\u202f]+", " ", texte)
    return re.sub(r" (?=[.,;:!?»)])|(?<=[«(]) ", "", spaced).strip()


def links(corps: str) -> list[str]:
    """The addresses that a page leads to."""
    return [html.unescape(href) for href in re.findall(r"<a\b[^>]*\shref=\"([^\"]*)\"", corps)]


def anchors(corps: str) -> list[str]:
    """The anchors of a page, in order."""
    return re.findall(r"\sid=\"([^\"]*)\"", corps)
