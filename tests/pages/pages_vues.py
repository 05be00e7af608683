"""Read printed pages as a person does: their words, their links, their anchors."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from clairevoie.model import COLLECTIONS
from clairevoie.pages import Page, Reglages, Site, lists, pages
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.stories import DEPART, ON, verdict

RACINE = Path(__file__).parents[2]
GABARITS = RACINE / "overrides"
REGLAGES = Reglages("https://exemple.test/", "Claire-voie", "mailto:signaler@exemple.test")
AUJOURD_HUI = date(2026, 11, 21)


@cache
def real_site() -> Site:
    """The site of the five démarches."""
    reading = examine_folder(RACINE / "data", tuple(COLLECTIONS), examine)
    found = validate(reading, AUJOURD_HUI)
    assert found.jeu is not None, "\n".join(str(p) for p in found.problems if p.is_error)
    paths = {one.adresse: one.record.path for one in reading.records}
    days = dict.fromkeys(paths, date(2026, 11, 20))
    return Site.of(found.jeu, REGLAGES, AUJOURD_HUI, paths, days, found.problems)


@cache
def real_pages() -> Mapping[str, Page]:
    """Its pages, by address `collection/id`."""
    return {f"{page.collection}/{page.slug}": page for page in pages(real_site(), GABARITS)}


@cache
def real_lists() -> Mapping[str, str]:
    """Its lists, by name."""
    return lists(real_site(), GABARITS)


def told(folder: Path, files: Mapping[str, str], on: date = ON) -> Site:
    """The site of the starting story with these files added or replaced."""
    found = verdict(folder, {**DEPART, **files}, on)
    assert found.jeu is not None, "\n".join(str(p) for p in found.problems if p.is_error)
    return Site.of(found.jeu, REGLAGES, on)


def printed(folder: Path, files: Mapping[str, str], on: date = ON) -> Mapping[str, Page]:
    """The pages of that site, by address."""
    return {f"{page.collection}/{page.slug}": page for page in pages(told(folder, files, on), GABARITS)}


def words(corps: str) -> str:
    """What is read on a page: no tags, plain spaces."""
    visible = re.sub(r"\salt=\"([^\"]*)\"[^>]*>", r">\1 ", re.sub(r"</?abbr\b[^>]*>", "", corps))
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
