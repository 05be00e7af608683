"""The files that each record has: one table, one line a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clairevoie.exports.plain import published
from clairevoie.exports.provenance import Provenance
from clairevoie.exports.record_json import record_line
from clairevoie.exports.yaml_text import text_of
from clairevoie.model.fiche import Fiche

# Where all exports stand, and the page that offers them.
FOLDER = "donnees"


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """A format: its name for people, how its files end, what one holds, and the collection that has it, if not all.

    `keys` are what it is made from, beside the record.
    """

    nom: str
    ending: str
    content: Callable[[Fiche, Provenance], bytes]
    collection: str = ""
    keys: tuple[str, ...] = ()

    def path(self, fiche: Fiche) -> str:
        """Where the file of a record stands."""
        return f"{FOLDER}/{fiche.adresse}.{self.ending}"


YAML = RecordFormat("YAML", "yml", lambda fiche, _: text_of(published(fiche)).encode())
JSON = RecordFormat("JSON", "json", lambda fiche, provenance: record_line(fiche, provenance).encode())
RECORD_FORMATS = (YAML, JSON)


def formats_of(fiche: Fiche) -> Iterator[RecordFormat]:
    """The formats in which a record is offered."""
    return (one for one in RECORD_FORMATS if one.collection in ("", fiche.collection))
