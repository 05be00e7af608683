"""What one record gives to the files of the whole: its lines of CSV, and its rows of sheets.

A record that stays the same gives the same, whatever becomes of the others: it is kept from one build to the next.
"""

from __future__ import annotations

from typing import NamedTuple

from clairevoie.exports.data_package import lines_of
from clairevoie.exports.provenance import Provenance
from clairevoie.exports.rows import rows_of
from clairevoie.exports.sheet_rows import SheetRows
from clairevoie.model.fiche import Fiche


class Contribution(NamedTuple):
    """Lines of CSV and rows of sheets, by the name of their table."""

    lines: dict[str, str]
    rows: dict[str, SheetRows]


def contribution_of(fiche: Fiche, rows: dict[str, SheetRows], provenance: Provenance) -> Contribution:
    """What a record gives, with its rows of sheets."""
    return Contribution(lines_of(rows_of(fiche, provenance)), rows)
