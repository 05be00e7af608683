"""Old versions of the records become fiches, as far as the checker of today can read them.

In: the history of a data folder, and the dataset of today. Out: versions. One that was refused, or that git has
not got here, is `illisible`: it is skipped, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.model.versions import Version
from clairevoie.parallel import share
from clairevoie.read import read_text
from clairevoie.read.git import read_blobs
from clairevoie.read.history import History, Revision
from clairevoie.validate.shape import shape

# The address of a record and the id of its content.
Key = tuple[str, str]


def versions(
    data: Path, history: History, jeu: Jeu, adresses: Iterable[str]
) -> Mapping[str, tuple[Version, ...]]:
    """Every version of the records at these addresses, the oldest first.

    A file that never changed is not read again: its only version is the record of `jeu`.
    """
    told = {adresse: history.revisions.get(f"{adresse}.yml", ()) for adresse in adresses}
    wanted = dict.fromkeys(
        (adresse, revision.blob)
        for adresse, revisions in told.items()
        if len(revisions) > 1 or _was_elsewhere(jeu.fiche(adresse))
        for revision in revisions
        if revision.blob
    )
    fiches = read_versions(data, wanted)
    return {
        adresse: tuple(_version(adresse, one, fiches, jeu) for one in revisions)
        for adresse, revisions in told.items()
    }


def _was_elsewhere(fiche: Fiche | None) -> bool:
    return fiche is not None and bool(fiche.anciennes_adresses)


def read_versions(data: Path, wanted: Iterable[Key]) -> Mapping[Key, Fiche | None]:
    """The records that these contents hold; None for one that could not be published, or that git has not got."""
    wanted = list(wanted)
    blobs = read_blobs(data, (blob for _, blob in wanted))
    items = [(adresse, blobs.get(blob)) for adresse, blob in wanted]
    return dict(zip(wanted, share(_fiche, items), strict=True))


def _fiche(item: tuple[str, bytes | None]) -> Fiche | None:
    """The record that these bytes hold; None when it could not have been published."""
    adresse, content = item
    if content is None:
        return None
    collection, _, id = adresse.partition("/")
    record, problems = read_text(content, collection, id, adresse)
    if record is None or any(problem.is_error for problem in problems):
        return None
    return shape(record)[0]


def _version(adresse: str, one: Revision, fiches: Mapping[Key, Fiche | None], jeu: Jeu) -> Version:
    if one.blob is None:
        return Version(one.day, one.rank, None, "absente", one.cut)
    key = (adresse, one.blob)
    fiche = fiches[key] if key in fiches else jeu.fiche(adresse)
    return Version(one.day, one.rank, fiche, "illisible" if fiche is None else "lue", one.cut)
