"""A table as a file that Excel opens in columns in Québec: « ; » between the cells, for the comma is the decimal mark.

A byte order mark stands first, without which accents break. `assets/js/explorer-csv.js` writes the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# What a spreadsheet would take for a formula: behind an apostrophe, these signs are only signs.
_FORMULA = re.compile(r"(?=[\t\r\n]|\s*[=+\-@＝＋－＠﹦﹢﹣﹫])")


def csv_text(lines: Iterable[Sequence[str]]) -> str:
    """The text of the file."""
    return "\ufeff" + "".join(";".join(map(_cell, line)) + "\r\n" for line in lines)


def _cell(text: str) -> str:
    safe = f"'{text}" if _FORMULA.match(text) else text
    return '"' + safe.replace('"', '""') + '"'
