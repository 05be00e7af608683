"""The cells of the CSV files of a package: commas, UTF-8 without a mark, as programs expect them (RFC 4180).

Excel in Québec reads such a file in one column: it has its own, `workbook.py`. A text that a spreadsheet would run
stands behind an apostrophe, which `restored` takes away; numbers are not texts, and stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from clairevoie.exports.rows import Cell

# What a spreadsheet would take for a formula: behind an apostrophe, these signs are only signs.
FORMULA = re.compile(r"(?=[\t\r\n]|\s*[=+\-@＝＋－＠﹦﹢﹣﹫])")
# The same behind apostrophes that were typed: one more tells them apart from ours.
_RUNS = re.compile(f"'*{FORMULA.pattern}")


def csv_lines(rows: Iterable[Sequence[Cell]]) -> str:
    """The lines of a file."""
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows(
        # Most cells are empty, or begin with a letter: none of these is changed.
        [v if v is None or (v.__class__ is str and v[:1].isalnum()) else _cell(v) for v in row]
        for row in rows
    )
    return lines.getvalue()


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return safe(value)
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else f"{Decimal(value):f}"


def safe(text: str) -> str:
    """A text that no spreadsheet runs."""
    return f"'{text}" if _RUNS.match(text) else text


def restored(text: str) -> str:
    """The text as it was, from one that no spreadsheet runs."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text
