"""A package read back: its tables become the values of records, as they would be typed in `data/`.

Goes in: the tables of a package, as texts. Comes out: by address, what each record says, for the reader and the
checker of data to look at like anything that was typed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from clairevoie.exports.csv_cells import restored
from clairevoie.exports.table_names import name_of
from clairevoie.exports.tables import RENVOIS, VALEURS, Step, listed_forms, steps, tables
from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Forme
from clairevoie.model.sources import AncreDeplacee

_Row = Mapping[str, str]
_Rows = dict[str, list[_Row]]


def read_package(texts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The values of each record, by address, from the text of each table by its name."""
    rows = {name: list(csv.DictReader(io.StringIO(texts[name], newline=""))) for name in tables()}
    inside = _Inside(rows)
    return {
        row["adresse"]: inside.values(kind.modele, row, row["adresse"], "")
        for name, kind in COLLECTIONS.items()
        for row in rows[name]
    }


class _Inside:
    """What stands inside the rows: the rows of other tables, by the key of the row that holds them and its field."""

    def __init__(self, rows: Mapping[str, Iterable[_Row]]) -> None:
        self._held: dict[tuple[str, str, str], list[_Row]] = {}
        for table in (*(name_of(forme).nom for forme in listed_forms()), RENVOIS, VALEURS):
            for row in sorted(rows[table], key=lambda row: int(row["rang"])):
                place = (table, row["dans"] or row["fiche"], row["dans_champ"])
                self._held.setdefault(place, []).append(row)

    def values(self, forme: type[Forme], row: _Row, key: str, before: str) -> dict[str, Any]:
        """What a form says, from the row that holds its cells."""
        said = {}
        for step in steps(forme):
            value = self._value(step, row, key, f"{before}{step.champ.nom}")
            if value not in (None, [], {}, step.champ.defaut):
                said[step.champ.nom] = value
        return said

    def _value(self, step: Step, row: _Row, key: str, nom: str) -> Any:
        champ = step.champ
        if step.kind == "form":
            assert champ.forme
            return self.values(champ.forme, row, key, f"{nom}.")
        if step.kind == "rows":
            assert champ.forme
            held = self._held.get((name_of(champ.forme).nom, key, nom), ())
            rows = [self.values(champ.forme, one, one["cle"], "") for one in held]
            is_keyed = champ.forme is AncreDeplacee  # typed as a mapping
            return {row["ancienne"]: row["nouvelle"] for row in rows} if is_keyed else rows
        if step.kind == "renvois":
            return [_address(one, champ.vers) for one in self._held.get((RENVOIS, key, nom), ())]
        if step.kind == "valeurs":
            return [restored(one["valeur"]) for one in self._held.get((VALEURS, key, nom), ())]
        return _typed(row[nom], champ.sorte)


def _address(row: _Row, collection: str | None) -> str:
    whole = f"{row['vers']}#{row['ancre']}" if row["ancre"] else row["vers"]
    return whole.removeprefix(f"{collection}/") if collection else whole


def _typed(cell: str, sorte: str) -> Any:
    if not cell:
        return None
    if sorte in ("montant", "nombre"):
        return Decimal(cell)
    return cell == "true" if sorte == "booleen" else restored(cell)
