"""The files that each record has: one table, one line a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clairevoie.exports.plain import published
from clairevoie.exports.provenance import DROITS, Provenance
from clairevoie.exports.record_json import record_line
from clairevoie.exports.sheet_rows import SheetRows
from clairevoie.exports.workbook import plan_workbook
from clairevoie.exports.yaml_text import text_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.plans import Plan

# Where all exports stand, and the page that offers them.
FOLDER = "donnees"

# The rows of sheets of a record, made when a format asks for them.
Rows = Callable[[], dict[str, SheetRows]]


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """A format: its name for people, how its files end, what one holds, and the collection that has it, if not all.

    `names` is whether it names the records that are cited, beside the record itself.
    """

    nom: str
    ending: str
    content: Callable[[Fiche, Rows, Provenance], bytes]
    collection: str = ""
    names: bool = False

    def path(self, fiche: Fiche) -> str:
        """Where the file of a record stands."""
        return f"{FOLDER}/{fiche.adresse}.{self.ending}"


# A record in YAML has the fields of data/ and no other: its licence stands above them.
_FIRST_LINE = f"# {DROITS}\n"

YAML = RecordFormat("YAML", "yml", lambda fiche, *_: (_FIRST_LINE + text_of(published(fiche))).encode())
JSON = RecordFormat("JSON", "json", lambda fiche, _, provenance: record_line(fiche, provenance).encode())
XLSX = RecordFormat(
    "XLSX",
    "xlsx",
    lambda fiche, rows, provenance: plan_workbook(fiche, rows(), provenance),
    collection=Plan.collection,
    names=True,
)
RECORD_FORMATS = (YAML, JSON, XLSX)


def formats_of(fiche: Fiche) -> Iterator[RecordFormat]:
    """The formats in which a record is offered."""
    return (one for one in RECORD_FORMATS if one.collection in ("", fiche.collection))
