"""Workbooks for spreadsheets (XLSX): that of a plan, and that of the whole dataset.

They are made for people: the closed lists in words, the other records by name. No cell is a formula; the only days
inside are fixed, so that the same data make the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from clairevoie.exports.provenance import CITES, LICENCE, Provenance
from clairevoie.exports.sheets import Cell, Feuille, Line, lines_of_record, names_in, sheets
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.wording.names import title

# What a workbook does not carry, said in each.
NOT_CARRIED = (
    "Ce classeur se lit, mais ne se relit pas : des listes y tiennent dans une case, les autres fiches y sont nommées "
    "plutôt que reliées, et un texte de plus de 32 000 signes y est coupé. Les noms des personnes qui siègent, les "
    "fiches retirées et les fichiers joints n'y sont pas. Pour tout reprendre, prenez le paquet de données."
).replace(" :", "\u00a0:")
# What a cell holds at most is 32 767 characters; a longer text would be left out without a word.
_LONGEST = 32_000
_MORE = "… (la suite est sur la page)"
_WIDTH = 18
_NEVER = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def plan_workbook(fiche: Fiche, jeu: Jeu, provenance: Provenance) -> bytes:
    """The workbook of one plan, which fits in memory."""
    # The state of the whole says nothing of one plan, which stays the same when others change.
    own = replace(provenance, etat="")
    lines = lines_of_record(fiche, names_in(jeu), own)
    whole = BytesIO()
    _write(whole, {"in_memory": True}, title(fiche), lambda: lines, own, upright=True)
    return whole.getvalue()


def write_whole_workbook(path: Path, fiches: Sequence[Fiche], jeu: Jeu, provenance: Provenance) -> None:
    """Write the workbook of the whole dataset, line after line: no sheet is ever held whole."""
    name = names_in(jeu)

    def lines() -> Iterator[tuple[str, Line]]:
        return (line for fiche in fiches for line in lines_of_record(fiche, name, provenance))

    with TemporaryDirectory() as folder:
        options = {"constant_memory": True, "tmpdir": folder}
        _write(str(path), options, f"Les données de {provenance.nom}", lines, provenance, upright=False)


def _write(
    out: str | BytesIO,
    options: dict[str, Any],
    titre: str,
    lines: Callable[[], Iterable[tuple[str, Line]]],
    provenance: Provenance,
    upright: bool,
) -> None:
    """Write the lines, which are gone through twice; `upright` puts the fields of a record one under another."""
    used = _used(lines())
    with xlsxwriter.Workbook(out, _OPTIONS | options) as book:
        book.set_properties(
            {"title": titre, "author": provenance.nom, "comments": LICENCE.adresse, "created": _NEVER}
        )
        looks = _Looks(book)
        kept = {table: feuille for table, feuille in sheets().items() if table in used}
        _read_me(book, looks, titre, provenance, [feuille.titre for feuille in kept.values()])
        opened = {
            table: _Sheet(book, looks, feuille, sorted(used[table]), upright and table in COLLECTIONS)
            for table, feuille in kept.items()
        }
        for table, line in lines():
            opened[table].add(line)
        for sheet in opened.values():
            sheet.close()


def _used(lines: Iterable[tuple[str, Line]]) -> dict[str, set[int]]:
    """The columns in which some line says something, by table."""
    used: dict[str, set[int]] = {}
    for table, line in lines:
        used.setdefault(table, set()).update(rank for rank, cell in enumerate(line) if cell is not None)
    return used


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


class _Sheet:
    """One sheet, written line after line; columns where nothing is said are left out."""

    def __init__(
        self, book: Any, looks: _Looks, feuille: Feuille, columns: Sequence[int], upright: bool
    ) -> None:
        self._sheet: Any = book.add_worksheet(feuille.titre[:31])
        self._looks, self._columns, self._upright = looks, columns, upright
        self._titles = [feuille.colonnes[column] for column in columns]
        self._row = 0
        if upright:
            self._sheet.set_column(0, 0, 30)
            self._sheet.set_column(1, 1, 100)
        else:
            self._sheet.set_column(0, len(columns) - 1, _WIDTH)
            self._sheet.set_column(0, 0, 30)
            self._sheet.freeze_panes(1, 1)
            for rank, titre in enumerate(self._titles):
                self._sheet.write_string(0, rank, titre, looks.head)
            self._row = 1

    def add(self, line: Line) -> None:
        """Write the next line."""
        cells = [line[column] for column in self._columns]
        if self._upright:
            for titre, cell in zip(self._titles, cells, strict=True):
                self._sheet.write_string(self._row, 0, titre, self._looks.head)
                self._put(self._row, 1, cell)
                self._row += 1
            return
        for rank, cell in enumerate(cells):
            self._put(self._row, rank, cell)
        self._row += 1

    def _put(self, row: int, rank: int, cell: Cell) -> None:
        if isinstance(cell, str):
            said = cell if len(cell) <= _LONGEST else cell[:_LONGEST] + _MORE
            self._sheet.write_string(row, rank, said, self._looks.text)
        elif cell is not None:
            self._sheet.write_number(row, rank, cell, self._looks.text)

    def close(self) -> None:
        """Let people filter the lines."""
        if not self._upright and self._row > 1:
            self._sheet.autofilter(0, 0, self._row - 1, len(self._columns) - 1)
