"""Nothing private leaves: every comment, consent, internal mark, name and draft of the full site is looked for."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from clairevoie.derive.consentements import without_hidden_names
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.base import Forme
from clairevoie.model.comites import Comite
from clairevoie.model.describe import describe
from clairevoie.model.parcours import formes
from clairevoie.model.phrases import ReadDeadline
from clairevoie.pages import Page, Site, pages
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.exports_lus import exported_into
from tests.aides.sites import AUJOURD_HUI, FULL, GABARITS, REGLAGES

# Written in the page and in the data file of a record, while it may be; in no other.
_ON_ITS_PAGE = ".yml"
_GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@cache
def _typed() -> Jeu:
    jeu = validate(examine_folder(FULL, tuple(COLLECTIONS), examine), AUJOURD_HUI).jeu
    assert jeu is not None
    return Jeu.of((*jeu, _named()))


def _named() -> Comite:
    """Seats with invented names: one that may be shown, one whose consent has lapsed, one that is over."""
    holds = {"type": "consentement", "date": "2025-01-15", "expire": "2027-01-15"}
    lapsed = {"type": "consentement", "date": "2023-01-15", "expire": "2026-01-15"}
    seats = [
        {"fonction": "citoyenne", "nom": "Aurore Fictive", "base_publication": holds},
        {"fonction": "citoyen", "nom": "Ovide Inventé", "base_publication": lapsed},
        {"fonction": "retraitée", "ancien": True, "nom": "Rosalie Feinte", "base_publication": holds},
    ]
    return Comite(id="comite-des-noms", nom="Comité des noms", publication="publie", membres=seats)


@cache
def _public() -> Jeu:
    """What may be published of it today."""
    return without_hidden_names(_typed().publie(), AUJOURD_HUI)


@cache
def _exported() -> Path:
    return exported_into(Path(mkdtemp()), _public())


@cache
def _pages() -> tuple[Page, ...]:
    """The pages of the records, of their parts, and of the withdrawn ones."""
    site = Site.of(_typed(), REGLAGES, AUJOURD_HUI)
    return tuple(one for page in pages(site, GABARITS) for one in (page, *page.dessous))


@cache
def _said() -> Mapping[str, str]:
    """Everything that the exports say, by file; those inside a workbook, and the graphs of the pages, included."""
    found = {f"{page.url} (JSON-LD)": graph for page in _pages() for graph in _GRAPH.findall(page.corps)}
    assert len(found) >= len([*_public()])
    for path in sorted(_exported().rglob("*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                found |= {f"{path.name}/{name}": book.read(name).decode() for name in book.namelist()}
        elif path.is_file():
            found[path.relative_to(_exported()).as_posix()] = path.read_bytes().decode()
    return found


def _held(jeu: Jeu, hidden: str) -> Iterator[str]:
    """Every text in a field that the model marks so."""
    for fiche in jeu:
        for _, forme in formes(fiche):
            for champ in describe(type(forme)).values():
                if getattr(champ, hidden):
                    yield from _texts(getattr(forme, champ.nom))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, ReadDeadline):
        yield value.texte
    elif isinstance(value, tuple):
        yield from (text for one in value for text in _texts(one))
    elif isinstance(value, Forme):
        yield from (text for one in vars(value).values() for text in _texts(one))


def _places(text: str) -> list[str]:
    return [name for name, content in _said().items() if text in content]


def test_no_comment_leaves() -> None:
    comments = {
        found[1].strip()
        for path in FULL.glob("*/*.yml")
        for found in re.finditer(r"^\s*#(.{12,})$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert comments
    assert {comment: _places(comment) for comment in comments if _places(comment)} == {}


def test_no_internal_mark_and_no_reason_why_a_name_is_shown_leaves() -> None:
    public = {text for fiche in _public() for text in _shown(fiche)}
    marks = {text for text in _held(_typed(), "interne") if text not in public}
    assert len(marks) > 5
    assert {mark: _places(mark) for mark in marks if _places(mark)} == {}


def _shown(fiche: Any) -> Iterator[str]:
    """The texts of a record that some page shows: dates and words of lists may be those of a consent too."""
    for _, forme in formes(fiche):
        for champ in describe(type(forme)).values():
            if not champ.interne and not champ.forme:
                yield from _texts(getattr(forme, champ.nom))
            if champ.valeurs:
                yield from (value for value, _ in champ.valeurs)


def test_the_name_of_a_person_is_on_its_page_and_in_its_data_file_alone() -> None:
    names = set(_held(_public(), "nominatif"))
    assert names
    places = {name: _places(name) for name in names}
    assert {name for found in places.values() for name in found if not name.endswith(_ON_ITS_PAGE)} == set()


def test_a_name_that_may_not_be_shown_today_is_nowhere() -> None:
    hidden = set(_held(_typed(), "nominatif")) - set(_held(_public(), "nominatif"))
    assert hidden
    assert {name: _places(name) for name in hidden if _places(name)} == {}


@pytest.mark.parametrize("publication", ["brouillon", "retire"])
def test_what_is_not_published_is_nowhere(publication: str) -> None:
    hidden = [fiche for fiche in _typed() if fiche.publication == publication]
    assert hidden
    for fiche in hidden:
        assert f"donnees/{fiche.adresse}.json" not in _said()
        assert _places(f"{fiche.adresse}") == []
        assert _places(fiche.intitule) == []
