"""The files that each record has: one table, one line a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clairevoie.exports.plain import published
from clairevoie.exports.provenance import Provenance
from clairevoie.exports.record_json import record_line
from clairevoie.exports.workbook import plan_workbook
from clairevoie.exports.yaml_text import text_of
from clairevoie.model import Jeu
from clairevoie.model.base import Vers
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import renvois
from clairevoie.model.plans import Plan

# Where all exports stand, and the page that offers them.
FOLDER = "donnees"


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """A format: its name for people, how its files end, what one holds, and the collection that has it, if not all.

    `names` is whether it names the records that are cited, beside the record itself.
    """

    nom: str
    ending: str
    content: Callable[[Fiche, Jeu, Provenance], bytes]
    collection: str = ""
    names: bool = False

    def path(self, fiche: Fiche) -> str:
        """Where the file of a record stands."""
        return f"{FOLDER}/{fiche.adresse}.{self.ending}"

    def keys(self, fiche: Fiche) -> tuple[str, ...]:
        """The addresses of the records that it is made from."""
        return (fiche.adresse, *sorted(_cited(fiche))) if self.names else (fiche.adresse,)


def _cited(fiche: Fiche) -> set[str]:
    whole = (
        f"{mark.collection}/{value}" if isinstance(mark, Vers) else value for _, mark, value in renvois(fiche)
    )
    return {adresse.partition("#")[0] for adresse in whole if "/" in adresse} - {fiche.adresse}


YAML = RecordFormat("YAML", "yml", lambda fiche, *_: text_of(published(fiche)).encode())
JSON = RecordFormat("JSON", "json", lambda fiche, _, provenance: record_line(fiche, provenance).encode())
XLSX = RecordFormat("XLSX", "xlsx", plan_workbook, collection=Plan.collection, names=True)
RECORD_FORMATS = (YAML, JSON, XLSX)


def formats_of(fiche: Fiche) -> Iterator[RecordFormat]:
    """The formats in which a record is offered."""
    return (one for one in RECORD_FORMATS if one.collection in ("", fiche.collection))
