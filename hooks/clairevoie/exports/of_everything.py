"""The files that hold the whole dataset, written as its records are gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Self

from clairevoie.exports.contribution import Contribution
from clairevoie.exports.data_package import DESCRIPTOR, PackageWriter, file_name
from clairevoie.exports.grants import grants_file, has_grants
from clairevoie.exports.of_records import FOLDER, JSON
from clairevoie.exports.provenance import Provenance
from clairevoie.exports.tables import tables
from clairevoie.exports.workbook import WholeWorkbook
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.fiche import Fiche

PACKAGE = f"{FOLDER}/paquet"
ALL_LINES = f"{FOLDER}/tout.jsonl"
WORKBOOK = f"{FOLDER}/classeur.xlsx"
GRANTS = f"{FOLDER}/subventions-360giving.json"


def lines_of_collection(name: str) -> str:
    """Where the records of a collection stand, one a line."""
    return f"{FOLDER}/{name}.jsonl"


def whole_names(jeu: Jeu) -> tuple[str, ...]:
    """The places in the site of the files of the whole, for a dataset: one without grants has no file of grants."""
    return (
        WORKBOOK,
        f"{PACKAGE}/{DESCRIPTOR}",
        *(f"{PACKAGE}/{file_name(name)}" for name in tables()),
        ALL_LINES,
        *map(lines_of_collection, COLLECTIONS),
        *((GRANTS,) if has_grants(jeu) else ()),
    )


class WholeFiles:
    """The files of the whole, open for the time of a block: each record is added, then `tasks` end them."""

    def __init__(self, stage: Path) -> None:
        self._stage, self._open, self._tables = stage, ExitStack(), ExitStack()

    def __enter__(self) -> Self:
        folder = self._stage / PACKAGE
        folder.mkdir(parents=True, exist_ok=True)
        self._open.enter_context(self._tables)
        self._package = PackageWriter(
            {name: self._tables.enter_context((folder / file_name(name)).open("wb")) for name in tables()}
        )
        self._workbook = self._open.enter_context(closing(WholeWorkbook()))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, part: Contribution) -> None:
        """Add what the next record gives."""
        self._package.add(part.lines)
        self._workbook.add(part.rows)

    def tasks(self, jeu: Jeu, provenance: Provenance) -> Sequence[Callable[[], object]]:
        """What is left to write once every record is there, as tasks that know nothing of one another.

        The longest comes first. They read the files of the records, which are there already.
        """
        self._tables.close()
        stage, package = self._stage, self._package
        grants = [lambda: (stage / GRANTS).write_bytes(grants_file(jeu, provenance))]
        return (
            lambda: self._workbook.write(stage / WORKBOOK, provenance),
            lambda: _write_lines(stage, jeu),
            lambda: (stage / PACKAGE / DESCRIPTOR).write_bytes(package.descriptor(provenance)),
            *(grants if has_grants(jeu) else ()),
        )


def _write_lines(stage: Path, fiches: Iterable[Fiche]) -> None:
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
