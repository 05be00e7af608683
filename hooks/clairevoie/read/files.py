"""The files that records show or offer: pictures and documents put in `data/_fichiers/`.

In: that folder. Out: the names of its files, relative to it. Links are neither followed nor listed.
"""

from __future__ import annotations

import os
from pathlib import Path

from clairevoie.causes import unless_gone

FILES = "_fichiers"


def list_files(folder: Path) -> frozenset[str]:
    """`affiche.pdf`, `images/cuisine.jpg`; nothing when there is no such folder, or when it is a link."""
    if folder.is_symlink():
        return frozenset()
    return frozenset(
        path.relative_to(folder).as_posix()
        for here, _, names in os.walk(folder, onerror=unless_gone)
        for path in (Path(here, name) for name in names)
        if path.is_file() and not path.is_symlink()
    )
