"""A table as a file that Excel opens in columns in Québec: « ; » between the cells, for the comma is the decimal mark.

A byte order mark stands first, without which accents break. `assets/js/explorer-csv.js` writes the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clairevoie.exports.csv_cells import FORMULA


def csv_text(lines: Iterable[Sequence[str]]) -> str:
    """The text of the file."""
    return "\ufeff" + "".join(";".join(map(_cell, line)) + "\r\n" for line in lines)


def _cell(text: str) -> str:
    safe = f"'{text}" if FORMULA.match(text) else text
    return '"' + safe.replace('"', '""') + '"'
