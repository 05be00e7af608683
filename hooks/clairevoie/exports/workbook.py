"""Workbooks for spreadsheets (XLSX): that of a plan, and that of the whole dataset.

They are made for people: the closed lists in words, the other records by name. No cell is a formula; the only days
inside are fixed, so that the same data make the same bytes. xlsxwriter makes the workbook with the heads of its sheets;
their rows, most of its weight, are written as they come (`sheet_rows.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter  # type: ignore[import-untyped]

from clairevoie.exports.provenance import CITES, LICENCE, Provenance
from clairevoie.exports.sheet_rows import SheetRows, column_letters, upright_rows, xml_rows
from clairevoie.exports.sheets import Feuille, sheets
from clairevoie.model import COLLECTIONS
from clairevoie.model.fiche import Fiche
from clairevoie.wording.names import title

# What a workbook does not carry, said in each.
NOT_CARRIED = (
    "Ce classeur se lit, mais ne se relit pas : des listes y tiennent dans une case, les autres fiches y sont nommées "
    "plutôt que reliées, et un texte de plus de 32 000 signes y est coupé. Les noms des personnes qui siègent, les "
    "fiches retirées et les fichiers joints n'y sont pas. Pour tout reprendre, prenez le paquet de données."
).replace(" :", "\u00a0:")
_WIDTH = 18
# How many rows are compressed at once.
_TOGETHER = 500
_DIMENSION = re.compile(rb"<dimension [^>]*>")
_NEVER = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


class _Sheet(NamedTuple):
    """A sheet: the columns that have a place there, its lines as text and how many there are.

    `upright` puts the fields of a record one under another.
    """

    feuille: Feuille
    columns: Sequence[int]
    lines: Iterable[str]
    total: int
    upright: bool

    def titles(self) -> Mapping[int, str]:
        """The titles of its columns."""
        return {column: self.feuille.colonnes[column] for column in self.columns}

    def corner(self) -> str:
        """Where its last cell stands."""
        if self.upright:
            return f"B{len(self.columns)}"
        return f"{column_letters(len(self.columns) - 1)}{self.total + 1}"

    def rows(self, head: str, text: str) -> Iterator[str]:
        """The XML of its rows, the head aside; with the numbers of how heads and texts look."""
        if not self.upright:
            return xml_rows(self.lines, self.columns, 2, text)
        return (row for line in self.lines for row in upright_rows(line, self.titles(), (head, text)))


def plan_workbook(fiche: Fiche, rows: Mapping[str, SheetRows], provenance: Provenance) -> bytes:
    """The workbook of one plan, from its rows."""
    # The state of the whole says nothing of one plan, which stays the same when others change.
    own = replace(provenance, publication=None)
    kept = [
        _Sheet(feuille, found.columns, lines, len(lines), table in COLLECTIONS)
        for table, feuille in sheets().items()
        if (found := rows.get(table)) and (lines := found.text.split("\n")[:-1])
    ]
    whole = BytesIO()
    _write(whole, title(fiche), kept, own)
    return whole.getvalue()


class WholeWorkbook:
    """The workbook of the whole dataset: the rows of its records are put aside in files, then written."""

    def __init__(self) -> None:
        self._files: dict[str, IO[str]] = {}
        self._columns: dict[str, set[int]] = {}
        self._counts: dict[str, int] = {}

    def add(self, rows: Mapping[str, SheetRows]) -> None:
        """Add the rows of the next record."""
        for table, found in rows.items():
            if table not in self._files:
                self._files[table] = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115
            self._files[table].write(found.text)
            self._columns.setdefault(table, set()).update(found.columns)
            self._counts[table] = self._counts.get(table, 0) + found.text.count("\n")

    def write(self, path: Path, provenance: Provenance) -> None:
        """Write the workbook; no sheet is ever held whole."""
        kept = []
        for table, feuille in sheets().items():
            if table in self._files:
                self._files[table].seek(0)
                columns, count = sorted(self._columns[table]), self._counts[table]
                kept.append(_Sheet(feuille, columns, self._files[table], count, upright=False))
        with path.open("wb") as file:
            _write(file, f"Les données de {provenance.nom}", kept, provenance)

    def close(self) -> None:
        """Leave the files."""
        for file in self._files.values():
            file.close()


def _write(out: IO[bytes], titre: str, kept: Sequence[_Sheet], provenance: Provenance) -> None:
    """Write the workbook of these sheets, after the one to read first."""
    frame = BytesIO()
    with xlsxwriter.Workbook(frame, _OPTIONS) as book:
        book.set_properties(
            {"title": titre, "author": provenance.nom, "comments": LICENCE.adresse, "created": _NEVER}
        )
        looks = _Looks(book)
        _read_me(book, looks, titre, provenance, [sheet.feuille.titre for sheet in kept])
        for sheet in kept:
            _head(book, looks, sheet)
    with ZipFile(frame) as made, ZipFile(out, "w") as whole:
        style = _style_of(made.read(_part(0)), "A2")
        names = {_part(rank): sheet for rank, sheet in enumerate(kept, 1)}
        for found in made.infolist():
            part = ZipInfo(found.filename, found.date_time)
            part.compress_type, part.create_system = ZIP_DEFLATED, 0
            content, filled = made.read(found), names.get(found.filename)
            with whole.open(part, "w") as file:
                for text in _filled(content, filled, style) if filled else (content,):
                    file.write(text)


def _part(rank: int) -> str:
    """The name of the part of a sheet."""
    return f"xl/worksheets/sheet{rank + 1}.xml"


def _style_of(part: bytes, cell: str) -> str:
    """The number of how a cell of a part looks."""
    found = re.search(rf'<c r="{cell}" s="(\d+)"'.encode(), part)
    assert found
    return found[1].decode()


def _filled(part: bytes, sheet: _Sheet, style: str) -> Iterator[bytes]:
    """The part of a sheet with all its rows: those of lines after the head, those of an upright one in its place."""
    head, end = _style_of(part, "A1"), b"</sheetData>"
    before, _, after = part.partition(b"<sheetData>" if sheet.upright else end)
    yield _DIMENSION.sub(f'<dimension ref="A1:{sheet.corner()}"/>'.encode(), before, count=1)
    yield b"<sheetData>" if sheet.upright else b""
    rows = sheet.rows(head, style)
    while together := "".join(islice(rows, _TOGETHER)):
        yield together.encode()
    yield end + after.rpartition(end)[2]


class _Looks:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        self.head: Any = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.text: Any = book.add_format({"text_wrap": True, "valign": "top"})
        self.titre: Any = book.add_format({"bold": True, "font_size": 14})


def _read_me(book: Any, looks: _Looks, titre: str, provenance: Provenance, listed: Sequence[str]) -> None:
    sheet: Any = book.add_worksheet("À lire")
    sheet.set_column(0, 0, 100, looks.text)
    said = (
        f"Source\u00a0: {provenance.nom}, {provenance.adresse}",
        *((f"État des données\u00a0: {provenance.etat}",) if provenance.etat else ()),
        f"Licence\u00a0: {LICENCE.titre} ({LICENCE.code}), {LICENCE.adresse}",
        CITES,
        NOT_CARRIED,
        f"Feuilles\u00a0: {', '.join(listed)}",
    )
    sheet.write_string(0, 0, titre, looks.titre)
    for rank, text in enumerate(said, 1):
        sheet.write_string(rank, 0, text, looks.text)


def _head(book: Any, looks: _Looks, sheet: _Sheet) -> None:
    """A sheet with its head alone; people may filter its lines."""
    made: Any = book.add_worksheet(sheet.feuille.titre[:31])
    if sheet.upright:
        made.set_column(0, 0, 30)
        made.set_column(1, 1, 100)
        made.write_blank(0, 0, None, looks.head)
        return
    made.set_column(0, len(sheet.columns) - 1, _WIDTH)
    made.set_column(0, 0, 30)
    made.freeze_panes(1, 1)
    for rank, titre in enumerate(sheet.titles().values()):
        made.write_string(0, rank, titre, looks.head)
    made.autofilter(0, 0, sheet.total, len(sheet.columns) - 1)
