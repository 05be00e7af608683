"""A whole dataset as a Data Package, version 2: a CSV file for each table, and a descriptor that says what they hold.

The descriptor gives the size and the SHA-256 of each file, the French title and description of each column, the closed
lists, and the keys by which the tables lead to one another. It names no day: the same data make the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import IO, Any, NamedTuple

from clairevoie.exports.csv_cells import csv_lines
from clairevoie.exports.provenance import CITES, LICENCE, Provenance
from clairevoie.exports.rows import Placed
from clairevoie.exports.tables import ColonneDeTable, TableDuPaquet, tables

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# What these tables do not carry, said in the package itself.
NOT_CARRIED = (
    "Les noms des personnes qui siègent n'y sont pas : ils restent sur leur page, tant qu'ils peuvent y être. "
    "Les fiches retirées, les brouillons, les images, les documents joints et le journal des changements n'y sont pas "
    "non plus."
)


class FileOfTable(NamedTuple):
    """What the descriptor says of a file."""

    size: int
    sha256: str


class PackageWriter:
    """The files of a package, written row after row: no table is ever held whole."""

    def __init__(self, files: Mapping[str, IO[bytes]]) -> None:
        """Write into these files, by the name of their table; their heads first."""
        self._files = files
        self._sizes = dict.fromkeys(files, 0)
        self._sums = {name: hashlib.sha256() for name in files}
        for name, table in tables().items():
            self._write(name, csv_lines([[colonne.nom for colonne in table.colonnes]]))

    def add(self, lines: Mapping[str, str]) -> None:
        """Add lines to tables, by their names."""
        for name, text in lines.items():
            self._write(name, text)

    def _write(self, name: str, text: str) -> None:
        data = text.encode()
        self._files[name].write(data)
        self._sizes[name] += len(data)
        self._sums[name].update(data)

    def descriptor(self, provenance: Provenance) -> bytes:
        """The text of `datapackage.json`, once everything is written."""
        found = {
            name: FileOfTable(self._sizes[name], total.hexdigest()) for name, total in self._sums.items()
        }
        said = json.dumps(_descriptor(provenance, found), ensure_ascii=False, indent=1)
        return f"{said}\n".encode()


def file_name(table: str) -> str:
    """The name of the file of a table."""
    return f"{table}.csv"


def lines_of(rows: Iterable[Placed]) -> dict[str, str]:
    """Rows as lines of CSV, by the name of their table."""
    found: dict[str, list[Any]] = {}
    for table, row in rows:
        found.setdefault(table, []).append(row)
    return {table: csv_lines(these) for table, these in found.items()}


def _descriptor(provenance: Provenance, files: Mapping[str, FileOfTable]) -> dict[str, Any]:
    licences = [{"name": LICENCE.code, "title": LICENCE.titre, "path": LICENCE.adresse}]
    return {
        "$schema": _PROFILE,
        "name": "claire-voie",
        "title": f"Les données de {provenance.nom}",
        "description": f"{NOT_CARRIED} {CITES}",
        "homepage": f"{provenance.adresse}donnees/",
        **({"version": provenance.etat} if provenance.etat else {}),
        "licenses": licences,
        "resources": [_resource(table, files[name], licences) for name, table in tables().items()],
    }


def _resource(table: TableDuPaquet, file: FileOfTable, licences: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "name": table.nom,
        "type": "table",
        "path": file_name(table.nom),
        "title": table.titre,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "licenses": licences,
        "schema": _schema(table),
    }


def _schema(table: TableDuPaquet) -> dict[str, Any]:
    keys = [
        {"fields": [colonne.nom], "reference": {"resource": other, "fields": [key]}}
        for colonne in table.colonnes
        if colonne.vers
        for other, key in (colonne.vers,)
    ]
    # A table that leads to itself names no other.
    for key in keys:
        reference: Any = key["reference"]
        if reference["resource"] == table.nom:
            reference["resource"] = ""
    return {
        "fields": [_field(colonne, colonne.nom == table.cle) for colonne in table.colonnes],
        "missingValues": [""],
        "primaryKey": [table.cle],
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(colonne: ColonneDeTable, is_key: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if colonne.obligatoire:
        constraints["required"] = True
    if is_key:
        constraints["unique"] = True
    if colonne.valeurs:
        constraints["enum"] = [value for value, _ in colonne.valeurs]
    kind = {"boolean": {"trueValues": ["true"], "falseValues": ["false"]}}.get(colonne.type, {})
    words = [{"value": value, "label": label} for value, label in colonne.valeurs]
    return {
        "name": colonne.nom,
        "type": colonne.type,
        "title": colonne.titre,
        **({"description": colonne.description} if colonne.description else {}),
        **kind,
        **({"categories": words} if words else {}),
        **({"constraints": constraints} if constraints else {}),
    }
