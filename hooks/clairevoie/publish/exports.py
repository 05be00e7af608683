"""The open formats, published under `donnees/`: the files of each record, then those of the whole dataset, and the name
of its state.

They are written from the checked records: what was typed beside the facts (comments, internal marks, why a name may be
shown) stays in the repository. What would be the same as in the site in place is reused.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.packing import compress, decompress
from clairevoie.cache.pieces import Pieces
from clairevoie.cache.reuse import Reuse, Written, place, written
from clairevoie.exports.contribution import Contribution, contribution_of
from clairevoie.exports.of_everything import WholeFiles, whole_names
from clairevoie.exports.of_records import FOLDER, RecordFormat, formats_of
from clairevoie.exports.provenance import Provenance
from clairevoie.exports.sheet_rows import packed
from clairevoie.exports.sheets import Names, lines_of_record
from clairevoie.exports.state_file import STATE, state_file
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.parallel import share

# What the files of the whole are made from: every record, and the state of the data that they name.
_KEYS = (*(f"{name}/*" for name in COLLECTIONS), "etat")


class _Work(NamedTuple):
    """What is to be made of a record: its files in these formats, and what it gives to the files of the whole."""

    fiche: Fiche
    formats: Sequence[RecordFormat]
    is_missing: bool


def publish_exports(
    stage: Path, jeu: Jeu, provenance: Provenance, reuse: Reuse, before: Path | None = None
) -> None:
    """Publish every format of these records; with `before`, the files of the whole are those of the site there."""
    _publish_state(stage, provenance, reuse)
    names, fiches = whole_names(jeu), tuple(jeu)
    if _carried(stage, names, before) or reuse.take_all(names, stage):
        _make(_works(stage, fiches, reuse, ()), stage, jeu, provenance, reuse)
        return
    pieces = Pieces(Tracker(), reuse.cache_dir, reuse.base, reuse.fingerprint_of)
    pieces.open(FOLDER)
    parts = {fiche.adresse: pieces.kept(fiche.adresse) for fiche in fiches}
    missing = {adresse for adresse, part in parts.items() if part is None}
    for adresse, keys, part in _make(_works(stage, fiches, reuse, missing), stage, jeu, provenance, reuse):
        if adresse in missing:
            pieces.add(adresse, keys, part)
            parts[adresse] = part
    pieces.close(FOLDER)
    with WholeFiles(stage) as whole:
        for part in filter(None, parts.values()):
            whole.add(decompress(part, Contribution))
        share(lambda task: task(), whole.tasks(jeu, provenance), len(fiches))
    for name in names:
        reuse.add(name, written(stage / name, _KEYS))


def _publish_state(stage: Path, provenance: Provenance, reuse: Reuse) -> None:
    """The name of the state."""
    if provenance.publication and not reuse.take(STATE, stage):
        target = stage / STATE
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(state_file(provenance.publication, provenance))
        reuse.add(STATE, written(target, ("publication",)))


def _carried(stage: Path, names: Sequence[str], before: Path | None) -> bool:
    """Whether these files were taken from a site as they are, which the next whole build makes again."""
    if before is None or not all((before / name).is_file() for name in names):
        return False
    for name in names:
        place(str(before / name), str(stage / name))
    return True


def _works(stage: Path, fiches: Iterable[Fiche], reuse: Reuse, missing: Container[str]) -> list[_Work]:
    """What is to be made of these records, of which the site in place gives some files; `missing` gave nothing yet."""
    works = []
    for fiche in fiches:
        formats = tuple(formats_of(fiche))
        taken = reuse.take_all([one.path(fiche) for one in formats], stage)
        if not taken or fiche.adresse in missing:
            works.append(_Work(fiche, () if taken else formats, fiche.adresse in missing))
    return works


def _make(
    works: Sequence[_Work], stage: Path, jeu: Jeu, provenance: Provenance, reuse: Reuse
) -> list[tuple[str, tuple[str, ...], bytes]]:
    """Write the files; gives what each record gives to the whole, after its address and the keys of what it names."""

    def make(work: _Work) -> tuple[dict[str, Written], tuple[str, ...], bytes]:
        fiche, names = work.fiche, Names(jeu)
        rows = cache(lambda: packed(lines_of_record(fiche, names, provenance)))
        part = compress(contribution_of(fiche, rows(), provenance), Contribution) if work.is_missing else b""
        files = {}
        for one in work.formats:
            target = stage / one.path(fiche)
            target.write_bytes(one.content(fiche, rows, provenance))
            files[one.path(fiche)] = written(target, _keys(fiche, names) if one.names else (fiche.adresse,))
        return files, _keys(fiche, names), part

    for collection in {work.fiche.collection for work in works}:
        (stage / FOLDER / collection).mkdir(parents=True, exist_ok=True)
    made = share(make, works)
    for files, _, _ in made:
        reuse.files.update(files)
    return [(work.fiche.adresse, keys, part) for work, (_, keys, part) in zip(works, made, strict=True)]


def _keys(fiche: Fiche, names: Names) -> tuple[str, ...]:
    """The record itself, and those that it names."""
    return tuple(sorted({fiche.adresse, *(one for one in names.asked if "/" in one)}))
