"""A record becomes the rows of the tables that hold it, and nothing of it is lost but what may not leave.

A cell is None where nothing is said; a text, a number, yes or no otherwise.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from clairevoie.exports.plain import says_nothing
from clairevoie.exports.provenance import LICENCE, Provenance
from clairevoie.exports.record_json import readings
from clairevoie.exports.table_names import name_of
from clairevoie.exports.tables import (
    ELEMENTS,
    FICHES,
    RENVOIS,
    VALEURS,
    is_addressable,
    is_read,
    steps,
)
from clairevoie.model.ancres import elements
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche

Cell = str | bool | Decimal | int | None
Row = tuple[Cell, ...]
# The name of a table, and a row of it.
Placed = tuple[str, Row]


def rows_of(fiche: Fiche, provenance: Provenance) -> list[Placed]:
    """The rows of a record, each with the name of its table, in the order of the model."""
    return _Rows(fiche).made(provenance)


class _Rows:
    """The rows of one record, as they are made."""

    def __init__(self, fiche: Fiche) -> None:
        self._fiche, self._adresse = fiche, fiche.adresse
        self._anchors = {id(element.forme): element.ancre for element in elements(fiche)}
        self._rows: list[Placed] = []

    def made(self, provenance: Provenance) -> list[Placed]:
        """All of them."""
        fiche, adresse = self._fiche, self._adresse
        self._add(
            FICHES, adresse, fiche.collection, fiche.id, fiche.intitule, f"{provenance.adresse}{adresse}/"
        )
        inside: list[Placed] = self._rows
        self._rows = []
        cells: list[Cell] = []
        self._fill(cells, fiche, adresse, None, "")
        below, self._rows = self._rows, inside
        self._add(fiche.collection, adresse, fiche.id, *cells)
        return self._rows + below

    def _add(self, table: str, *cells: Cell) -> None:
        self._rows.append((table, (*cells, LICENCE.code)))

    def _fill(self, cells: list[Cell], forme: Forme, key: str, row: str | None, before: str) -> None:
        """Add the cells of a form; what it holds in lists is added to the rows.

        `key` begins the keys of these; `row` is that of the row which holds the form, None for the record itself.
        """
        for step in steps(type(forme)):
            champ = step.champ
            value = getattr(forme, champ.nom)
            if says_nothing(value):
                cells += step.nothing
            elif step.kind == "value":
                cells.append(value)
            elif step.kind == "date":
                cells += (value.texte, value.edtf or None)
            elif step.kind == "adresse":
                cells += (value, value.partition("#")[0])
            elif step.kind == "form":
                self._fill(cells, value, key, row, f"{before}{champ.nom}.")
            else:
                self._list(step.kind, value, key, row, f"{before}{champ.nom}", champ.vers)
        if is_read(type(forme)):
            read = readings(forme)
            cells.append((read if isinstance(read, str) else " ".join(read)) or None)

    def _list(
        self,
        kind: str,
        values: tuple[Any, ...],
        key: str,
        row: str | None,
        champ: str,
        collection: str | None,
    ) -> None:
        for rank, value in enumerate(values, 1):
            own = f"{key}/{champ}/{rank}"
            place = (self._adresse, row, champ, rank)
            if kind == "rows":
                self._form(value, own, place)
            elif kind == "renvois":
                path, _, anchor = (f"{collection}/{value}" if collection else value).partition("#")
                self._add(RENVOIS, own, *place, path, anchor or None)
            else:
                self._add(VALEURS, own, *place, value)

    def _form(self, forme: Forme, key: str, place: tuple[str, str | None, str, int]) -> None:
        table = name_of(type(forme)).nom
        self._add(ELEMENTS, key, table, *place)
        anchor = (self._anchors.get(id(forme)),) if is_addressable(type(forme)) else ()
        rank = len(self._rows)
        cells: list[Cell] = []
        self._fill(cells, forme, key, key, "")
        self._rows.insert(rank, (table, (key, *place, *anchor, *cells, LICENCE.code)))
