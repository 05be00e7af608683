"""Records as the lines of a workbook for people: names instead of ids, words instead of codes, short lists in a cell.

What the tables of a package keep apart for programs is brought back beside the facts that people look for. A cell is
a text, a number, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from clairevoie.exports.provenance import Provenance
from clairevoie.exports.record_json import readings
from clairevoie.exports.table_names import name_of
from clairevoie.exports.tables import Step, is_addressable, is_read, listed_forms, steps
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.ancres import element_text, elements
from clairevoie.model.base import Forme, FormeCourte
from clairevoie.model.fiche import Fiche
from clairevoie.model.liens import Identifiant
from clairevoie.model.mots import mot
from clairevoie.model.responsables import Responsable, address_of
from clairevoie.wording.names import element_number, public_name
from clairevoie.wording.typography import headline, shortened

Cell = str | int | float | None
Line = tuple[Cell, ...]
# The public name of the record at an address.
Name = Callable[[str], str]
# Between the values of a list, in one cell.
_BETWEEN = "; "
# How much of the text of what holds a line stands beside it.
_HELD_IN = 90
_LU = "valeur lue"


@dataclass(frozen=True, slots=True)
class Feuille:
    """A sheet: its title and those of its columns."""

    titre: str
    colonnes: tuple[str, ...]


def names_in(jeu: Jeu) -> Name:
    """The public name of the record at an address of this dataset, or the address itself; the anchor stays."""

    def name(adresse: str) -> str:
        path, _, anchor = adresse.partition("#")
        fiche = jeu.fiche(path)
        said = headline(public_name(fiche)) if fiche else path
        return f"{said}, {anchor}" if anchor else said

    return name


@cache
def sheets() -> Mapping[str, Feuille]:
    """The sheets that a workbook may have, by the name of their table: the collections, then the forms."""
    found = {
        kind.nom: Feuille(kind.libelle, ("Adresse", *_titles(kind.modele))) for kind in COLLECTIONS.values()
    }
    for forme in listed_forms():
        if not _fits_in_a_cell(forme):
            name = name_of(forme)
            found[name.nom] = Feuille(name.titre, ("Fiche", "Dans", "Champ", "Adresse", *_titles(forme)))
    return found


def lines_of_record(fiche: Fiche, name: Name, provenance: Provenance) -> list[tuple[str, Line]]:
    """The lines of a record, each with the name of its table."""
    return _Lines(fiche, name, provenance).made()


class _Lines:
    """The lines of one record, as they are made."""

    def __init__(self, fiche: Fiche, name: Name, provenance: Provenance) -> None:
        self._fiche, self._name = fiche, name
        self._page = f"{provenance.adresse}{fiche.adresse}/"
        self._anchors = {id(element.forme): element.ancre for element in elements(fiche)}
        self._lines: list[tuple[str, Line]] = []

    def made(self) -> list[tuple[str, Line]]:
        """All of them, that of the record first."""
        cells = tuple(self._cells(self._fiche, ""))
        return [(self._fiche.collection, (self._page, *cells)), *self._lines]

    def _cells(self, forme: Forme, within: str) -> Iterator[Cell]:
        """The cells of a form; what it holds in long lists is added to the lines, which say that they are `within`."""
        for step in steps(type(forme)):
            value = getattr(forme, step.champ.nom)
            if step.kind == "form":
                assert step.champ.forme
                if value is None:
                    yield from _nothing(step.champ.forme)
                else:
                    yield from self._cells(value, within)
            elif step.kind == "rows" and step.champ.forme and not _fits_in_a_cell(step.champ.forme):
                self._below(step, value, within)
            else:
                yield from _said(step, value, self._name)
        if is_read(type(forme)):
            yield _meaning(forme)

    def _below(self, step: Step, formes: Iterable[Forme], within: str) -> None:
        for forme in formes:
            table, rank = name_of(type(forme)).nom, len(self._lines)
            cells = tuple(self._cells(forme, _label(forme)))
            anchor = self._anchors.get(id(forme)) if is_addressable(type(forme)) else None
            page = f"{self._page}#{anchor}" if anchor else self._page
            head = (self._name(self._fiche.adresse), within or None, step.champ.titre, page)
            self._lines.insert(rank, (table, (*head, *cells)))


def _titles(forme: type[Forme]) -> Iterator[str]:
    """The titles of the columns of a form, in the order of its cells."""
    for step in steps(forme):
        champ = step.champ
        if step.kind == "form":
            assert champ.forme
            yield from (f"{champ.titre}, {titre[:1].lower()}{titre[1:]}" for titre in _titles(champ.forme))
        elif step.kind != "rows" or (champ.forme and _fits_in_a_cell(champ.forme)):
            yield champ.titre
            if step.kind == "date":
                yield f"{champ.titre}, {_LU}"
    if is_read(forme):
        yield _LU.capitalize()


@cache
def _nothing(forme: type[Forme]) -> Line:
    """The cells of a form that is not there."""
    return (None,) * sum(1 for _ in _titles(forme))


@cache
def _fits_in_a_cell(forme: type[Forme]) -> bool:
    """Whether a list of such forms is told in the cell of what holds it: each is a few words, and has no address."""
    few = issubclass(forme, FormeCourte) or forme in (Responsable, Identifiant)
    return few and not is_addressable(forme)


def _said(step: Step, value: Any, name: Name) -> Iterator[Cell]:
    """The cell of a field, and that of its meaning for a date."""
    if step.kind == "date":
        yield value.texte if value else None
        yield (value.edtf if value else None) or None
    elif isinstance(value, tuple):
        yield _BETWEEN.join(_words(step, one, name) for one in value) or None
    elif isinstance(value, Decimal):
        yield int(value) if value == value.to_integral_value() else float(value)
    else:
        yield None if value is None else _words(step, value, name)


def _words(step: Step, value: Any, name: Name) -> str:
    champ = step.champ
    if isinstance(value, Forme):
        return _short(value, name)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if champ.valeurs:
        return mot(value, champ.nom)
    if champ.vers:
        return name(f"{champ.vers}/{value}")
    return name(value) if champ.sorte == "adresse" else str(value)


def _short(forme: Forme, name: Name) -> str:
    """A form in a few words."""
    if isinstance(forme, Responsable):
        where = address_of(forme)
        named = name(where) if where else ""
        return f"{named} ({forme.texte})" if named and forme.texte else named or forme.texte or ""
    if isinstance(forme, Identifiant):
        return f"{forme.schema} {forme.valeur}"
    assert isinstance(forme, FormeCourte)
    step = next(step for step in steps(type(forme)) if step.champ.nom == forme.champ_court)
    value = getattr(forme, forme.champ_court)
    return "" if value is None else _words(step, value, name)


def _label(forme: Forme) -> str:
    """What a form is called beside what it holds: its number, and the beginning of its words."""
    words = element_text(forme) or str(vars(forme).get("libelle") or "")
    return " ".join(filter(None, (element_number(forme), shortened(words, _HELD_IN))))


def _meaning(forme: Forme) -> str | None:
    read = readings(forme)
    return (read if isinstance(read, str) else _BETWEEN.join(read)) or None
