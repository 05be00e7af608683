"""The open formats, published under `donnees/`: the files of each record, then those of the whole dataset.

They are written from the checked records: what was typed beside the facts (comments, internal marks, why a name may be
shown) stays in the repository. What would be the same as in the site in place is reused.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from clairevoie.cache.reuse import Reuse, Written, place, written
from clairevoie.exports.of_everything import WholeExport, exports_of
from clairevoie.exports.of_records import formats_of
from clairevoie.exports.provenance import Provenance
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.parallel import share

# What the files of the whole are made from: every record, and the state of the data that they name.
_KEYS = (*(f"{name}/*" for name in COLLECTIONS), "etat")


def publish_exports(
    stage: Path, jeu: Jeu, provenance: Provenance, reuse: Reuse, before: Path | None = None
) -> None:
    """Publish every format of these records; with `before`, the files of the whole are those of the site there."""
    _publish_records(stage, jeu, provenance, reuse)
    fresh = [export for export in exports_of(jeu) if not _carried(stage, export, before)]
    _publish_whole(stage, jeu, provenance, reuse, fresh)


def _publish_records(stage: Path, jeu: Jeu, provenance: Provenance, reuse: Reuse) -> None:
    def write(fiche: Fiche) -> dict[str, Written]:
        files = {}
        for one in formats_of(fiche):
            target = stage / one.path(fiche)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(one.content(fiche, jeu, provenance))
            files[one.path(fiche)] = written(target, one.keys(fiche))
        return files

    fresh = [fiche for fiche in jeu if not reuse.take_all([f.path(fiche) for f in formats_of(fiche)], stage)]
    for files in share(write, fresh):
        for name, file in files.items():
            reuse.add(name, file)


def _carried(stage: Path, export: WholeExport, before: Path | None) -> bool:
    """Whether the files of an export were taken from a site as they are, which the next whole build makes again."""
    if before is None or not all((before / name).is_file() for name in export.names):
        return False
    for name in export.names:
        place(str(before / name), str(stage / name))
    return True


def _publish_whole(
    stage: Path, jeu: Jeu, provenance: Provenance, reuse: Reuse, exports: Sequence[WholeExport]
) -> None:
    fiches = tuple(jeu)

    def write(export: WholeExport) -> None:
        for name in export.names:
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
        export.write(stage, fiches, jeu, provenance)

    fresh = [export for export in exports if not reuse.take_all(export.names, stage)]
    share(write, fresh, len(fiches))
    for name in (name for export in fresh for name in export.names):
        reuse.add(name, written(stage / name, _KEYS))
