"""Everything that stands in the folder of the facts: what may be a record, and what would not be published.

In: the folder, and the names of the collections that it may hold. Out: its places, `data/<collection>/<id>.yml` or
not. Nothing is followed nor opened but plain files where a record may be.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.problems.likeness import slip_of
from clairevoie.read.files import FILES
from clairevoie.read.text import LARGEST

TEMPLATE = "_gabarit.yml"
SCHEMAS = "_schemas"
_SYSTEM_FILES = frozenset({"desktop.ini", "Thumbs.db", TEMPLATE})
_BESIDE_RECORDS = frozenset({SCHEMAS, FILES})
# What macOS and some editors leave beside a file while it is open or copied.
_LEFTOVERS = ("._", ".#")


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One thing in the folder, at `parts` below it.

    `file` leads to what may be read as a record, None otherwise; `fingerprint` is that of its content, None when
    it is too large to be read.
    """

    path: str
    parts: tuple[str, ...]
    file: str | None = None
    size: int = 0
    fingerprint: bytes | None = None


def places(data: Path, collections: Sequence[str]) -> Iterator[FolderEntry]:
    """Every place of the folder, in no order."""
    root = data.resolve().name
    for entry, parts in _entries(data):
        path = "/".join((root, *parts))
        yield (entry and _is_record(entry, parts, collections) and _file(entry, path, parts)) or FolderEntry(
            path, parts
        )


def _file(entry: os.DirEntry[str], path: str, parts: tuple[str, ...]) -> FolderEntry | None:
    try:
        size = entry.stat(follow_symlinks=False).st_size
        found = fingerprint(Path(entry.path).read_bytes()) if size <= LARGEST else None
    except OSError:
        return None
    return FolderEntry(path, parts, entry.path, size, found)


def _entries(folder: Path) -> Iterator[tuple[os.DirEntry[str] | None, tuple[str, ...]]]:
    """Every entry below the folder that is no folder, hidden ones apart, with the names that lead to it.

    A folder that cannot be listed comes with no entry.
    """
    waiting: list[tuple[str, tuple[str, ...]]] = [(str(folder), ())]
    while waiting:
        here, names = waiting.pop()
        listed = _listed(here)
        if listed is None:
            yield None, names
        for entry in listed or ():
            parts = (*names, entry.name)
            if _is_ignored(parts):
                continue
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".yml"):
                waiting.append((entry.path, parts))
            else:
                yield entry, parts


def _listed(folder: str) -> list[os.DirEntry[str]] | None:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return None


def _is_ignored(parts: tuple[str, ...]) -> bool:
    """Templates, what stands beside the records, what an editor or a system leaves behind."""
    *folders, name = parts
    if name.startswith(".") and not name.startswith(_LEFTOVERS) and name.endswith((".yml", ".yaml")):
        return not folders  # among the records, it is one that was hidden by mistake
    is_beside = not folders and name in _BESIDE_RECORDS
    return is_beside or name.startswith(".") or name.endswith("~") or name in _SYSTEM_FILES


def _is_record(entry: os.DirEntry[str], parts: tuple[str, ...], collections: Sequence[str]) -> bool:
    is_placed = len(parts) == 2 and parts[0] in collections and entry.name.endswith(".yml")
    is_shown = entry.name.isprintable() and not entry.name.startswith(".")
    return is_placed and is_shown and entry.is_file(follow_symlinks=False)


def misplaced(place: FolderEntry, collections: Sequence[str]) -> Located:
    """What is said of a file that is not where, or not what, a record must be."""
    path = "".join(char if char.isprintable() else "?" for char in place.path)
    return located("YAML-20", path, chemin=path, proche=_nearest(place.parts, collections))


def _nearest(parts: tuple[str, ...], collections: Sequence[str]) -> str:
    """The collection with the name nearest to the first of these, accents and case apart; or nothing."""
    if not parts:
        return ""
    return slip_of(parts[0].partition(".")[0], collections)
