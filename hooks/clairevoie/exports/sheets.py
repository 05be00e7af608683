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

from clairevoie.exports.plain import says_nothing
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


class Names:
    """The public name of the record at an address of a dataset, or the address itself; the anchor stays.

    `asked` are the addresses of the records whose name was asked for.
    """

    def __init__(self, jeu: Jeu) -> None:
        self._jeu = jeu
        self.asked: set[str] = set()

    def __call__(self, adresse: str) -> str:
        """The name."""
        path, _, anchor = adresse.partition("#")
        self.asked.add(path)
        fiche = self._jeu.fiche(path)
        said = headline(public_name(fiche)) if fiche else path
        return f"{said}, {anchor}" if anchor else said


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
        cells: list[Cell] = [self._page]
        self._fill(cells, self._fiche, "")
        return [(self._fiche.collection, tuple(cells)), *self._lines]

    def _fill(self, cells: list[Cell], forme: Forme, within: str) -> None:
        """Add the cells of a form; what it holds in long lists is added to the lines, which say that they are
        `within`."""
        for step, nothing in _steps(type(forme)):
            value = getattr(forme, step.champ.nom)
            if says_nothing(value):
                cells += nothing
            elif step.kind == "form":
                self._fill(cells, value, within)
            elif nothing:
                _say(cells, step, value, self._name)
            else:
                self._below(step, value, within)
        if is_read(type(forme)):
            cells.append(_meaning(forme))

    def _below(self, step: Step, formes: Iterable[Forme], within: str) -> None:
        holder = self._name(self._fiche.adresse)
        for forme in formes:
            table, rank = name_of(type(forme)).nom, len(self._lines)
            anchor = self._anchors.get(id(forme)) if is_addressable(type(forme)) else None
            page = f"{self._page}#{anchor}" if anchor else self._page
            cells: list[Cell] = [holder, within or None, step.champ.titre, page]
            self._fill(cells, forme, _label(forme))
            self._lines.insert(rank, (table, tuple(cells)))


def _titles(forme: type[Forme]) -> Iterator[str]:
    """The titles of the columns of a form, in the order of its cells."""
    for step in steps(forme):
        champ = step.champ
        if step.kind == "form":
            assert champ.forme
            yield from (f"{champ.titre}, {titre[:1].lower()}{titre[1:]}" for titre in _titles(champ.forme))
        elif not _is_below(step):
            yield champ.titre
            if step.kind == "date":
                yield f"{champ.titre}, {_LU}"
    if is_read(forme):
        yield _LU.capitalize()


@cache
def _steps(forme: type[Forme]) -> tuple[tuple[Step, Line], ...]:
    """What is made of each field of a form, with its cells when it says nothing: none when it has lines of its own."""
    return tuple((step, (None,) * _width(step)) for step in steps(forme))


def _width(step: Step) -> int:
    if step.kind == "form":
        assert step.champ.forme
        return sum(1 for _ in _titles(step.champ.forme))
    return 0 if _is_below(step) else 2 if step.kind == "date" else 1


def _is_below(step: Step) -> bool:
    """Whether what a field holds has lines of its own."""
    return step.kind == "rows" and step.champ.forme is not None and not _fits_in_a_cell(step.champ.forme)


@cache
def _fits_in_a_cell(forme: type[Forme]) -> bool:
    """Whether a list of such forms is told in the cell of what holds it: each is a few words, and has no address."""
    few = issubclass(forme, FormeCourte) or forme in (Responsable, Identifiant)
    return few and not is_addressable(forme)


def _say(cells: list[Cell], step: Step, value: Any, name: Name) -> None:
    """Add the cell of a field, and that of its meaning for a date."""
    if step.kind == "date":
        cells += (value.texte, value.edtf or None)
    elif isinstance(value, tuple):
        cells.append(_BETWEEN.join(_words(step, one, name) for one in value) or None)
    elif isinstance(value, Decimal):
        cells.append(int(value) if value == value.to_integral_value() else float(value))
    else:
        cells.append(_words(step, value, name))


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
