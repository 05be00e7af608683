"""The files that hold the whole dataset: one table, one line an export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from clairevoie.exports.data_package import DESCRIPTOR, PackageWriter, file_name, lines_of
from clairevoie.exports.grants import grants_file, has_grants
from clairevoie.exports.of_records import FOLDER, JSON
from clairevoie.exports.provenance import Provenance
from clairevoie.exports.rows import rows_of
from clairevoie.exports.tables import tables
from clairevoie.exports.workbook import write_whole_workbook
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.fiche import Fiche

PACKAGE = f"{FOLDER}/paquet"
ALL_LINES = f"{FOLDER}/tout.jsonl"
WORKBOOK = f"{FOLDER}/classeur.xlsx"
GRANTS = f"{FOLDER}/subventions-360giving.json"


@dataclass(frozen=True, slots=True)
class WholeExport:
    """An export: its files, by their place in the site, and what writes them there from all the records.

    It may read the files of the records, which are there already. `offered` is whether a dataset has anything for it.
    """

    names: tuple[str, ...]
    write: Callable[[Path, Sequence[Fiche], Jeu, Provenance], None]
    offered: Callable[[Jeu], bool] = lambda _: True


def lines_of_collection(name: str) -> str:
    """Where the records of a collection stand, one a line."""
    return f"{FOLDER}/{name}.jsonl"


def _everything(stage: Path, fiches: Sequence[Fiche], *_: object) -> None:
    """The files of the records one after another, for each collection and for all of them."""
    with ExitStack() as files:
        whole = files.enter_context((stage / ALL_LINES).open("wb"))
        cut = {
            name: files.enter_context((stage / lines_of_collection(name)).open("wb")) for name in COLLECTIONS
        }
        for fiche in fiches:
            line = (stage / JSON.path(fiche)).read_bytes()
            whole.write(line)
            cut[fiche.collection].write(line)


def _package(stage: Path, fiches: Sequence[Fiche], _: Jeu, provenance: Provenance) -> None:
    folder = stage / PACKAGE
    with ExitStack() as files:
        opened = {name: files.enter_context((folder / file_name(name)).open("wb")) for name in tables()}
        package = PackageWriter(opened)
        for fiche in fiches:
            package.add(lines_of(rows_of(fiche, provenance)))
    (folder / DESCRIPTOR).write_bytes(package.descriptor(provenance))


def _workbook(stage: Path, fiches: Sequence[Fiche], jeu: Jeu, provenance: Provenance) -> None:
    write_whole_workbook(stage / WORKBOOK, fiches, jeu, provenance)


def _grants(stage: Path, _: Sequence[Fiche], jeu: Jeu, provenance: Provenance) -> None:
    (stage / GRANTS).write_bytes(grants_file(jeu, provenance))


# In the order of how long they take, so that two processes share them well.
EXPORTS = (
    WholeExport((WORKBOOK,), _workbook),
    WholeExport(
        (f"{PACKAGE}/{DESCRIPTOR}", *(f"{PACKAGE}/{file_name(name)}" for name in tables())), _package
    ),
    WholeExport((ALL_LINES, *map(lines_of_collection, COLLECTIONS)), _everything),
    WholeExport((GRANTS,), _grants, has_grants),
)


def exports_of(jeu: Jeu) -> list[WholeExport]:
    """The exports that a dataset has something for."""
    return [export for export in EXPORTS if export.offered(jeu)]
