"""The pictures and documents that records show, published without what they say of whoever made them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from clairevoie.attached import clean
from clairevoie.derive.standing import files_of
from clairevoie.model.fiche import Fiche


def publish_files(stage: Path, fiches: Iterable[Fiche], data: Path) -> None:
    """Publish the files that these records name, at `fichiers/…`."""
    for name in (name for fiche in fiches for name in files_of(fiche)):
        shown = stage / "fichiers" / name
        shown.parent.mkdir(parents=True, exist_ok=True)
        shown.write_bytes(clean(name, (data / "_fichiers" / name).read_bytes()))
