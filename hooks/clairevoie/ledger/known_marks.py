"""The marks of the records, kept from one run to the next: those of a file that did not change are not made again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.store import load_entry, save_entry
from clairevoie.derive.standing import marks_of
from clairevoie.model.fiche import Fiche

_ENTRY = "adresses"


class _Kept(NamedTuple):
    """The addresses of each record and their marks, with the fingerprint of its file, by its address."""

    records: dict[str, tuple[bytes, dict[str, str]]]


def all_marks(
    fiches: list[Fiche], fingerprints: Mapping[str, bytes], cache_dir: Path | None
) -> Mapping[str, Mapping[str, str]]:
    """The addresses of these records and their marks, by the address of the record."""
    kept = load_entry(cache_dir, _ENTRY, _Kept)
    known = kept.records if kept else {}
    found = {}
    for fiche in fiches:
        mark = fingerprints[fiche.adresse]
        one = known.get(fiche.adresse)
        found[fiche.adresse] = one if one and one[0] == mark else (mark, dict(marks_of(fiche)))
    if found != known:
        save_entry(cache_dir, _ENTRY, _Kept(found), _Kept)
    return {adresse: marks for adresse, (_, marks) in found.items()}
