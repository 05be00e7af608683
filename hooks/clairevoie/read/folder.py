"""The folder of the facts becomes a `Reading`: `data/<collection>/<id>.yml`, one record a file.

In: the folder. Out: its records, sorted by path, and all the problems. Nothing is followed nor opened but
plain files in their place; what is elsewhere, and so would not be published, is told.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from clairevoie.problems import Origin, Problem
from clairevoie.problems.catalogue import problem
from clairevoie.read.files import FILES, list_files
from clairevoie.read.record import Reading, Record
from clairevoie.read.text import LARGEST, read_text, too_large
from clairevoie.sharing import share

COLLECTIONS = (
    "demarches",
    "comites",
    "organismes",
    "projets",
    "plans",
    "evenements",
    "documents",
    "territoires",
    "enjeux",
)
TEMPLATE = "_gabarit.yml"
SCHEMAS = "_schemas"
_SYSTEM_FILES = frozenset({"desktop.ini", "Thumbs.db", TEMPLATE})
_BESIDE_RECORDS = frozenset({SCHEMAS, FILES})
# What macOS and some editors leave beside a file while it is open or copied.
_LEFTOVERS = ("._", ".#")


def read_folder(data: Path) -> Reading:
    """Every record of the folder and every problem of form, over all the files."""
    root = data.resolve().name
    entries = list(_entries(data))
    read = share(lambda entry: _read_entry(entry[0], root, entry[1]), entries)
    records = [record for record, _ in read if record]
    problems = [problem for _, found in read for problem in found]
    records.sort(key=lambda record: record.path)
    return Reading(tuple(records), tuple(sorted(problems)), list_files(data / FILES))


def _read_entry(
    entry: os.DirEntry[str] | None, root: str, parts: tuple[str, ...]
) -> tuple[Record | None, tuple[Problem, ...]]:
    """What stands at one place of the folder: a record, or something that would not be published."""
    if entry is not None and _is_record(entry, parts):
        return _read(entry, root, parts)
    return None, (_misplaced(root, parts),)


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


def _is_record(entry: os.DirEntry[str], parts: tuple[str, ...]) -> bool:
    is_placed = len(parts) == 2 and parts[0] in COLLECTIONS and entry.name.endswith(".yml")
    is_shown = entry.name.isprintable() and not entry.name.startswith(".")
    return is_placed and is_shown and entry.is_file(follow_symlinks=False)


def _read(
    entry: os.DirEntry[str], root: str, parts: tuple[str, ...]
) -> tuple[Record | None, tuple[Problem, ...]]:
    path = "/".join((root, *parts))
    try:
        size = entry.stat(follow_symlinks=False).st_size
        if size > LARGEST:
            return None, (too_large(size).at(path),)
        data = Path(entry.path).read_bytes()
    except OSError:
        return None, (_misplaced(root, parts),)
    return read_text(data, parts[0], entry.name.removesuffix(".yml"), path)


def _misplaced(root: str, parts: tuple[str, ...]) -> Problem:
    """What is said of a file that is not where, or not what, a record must be."""
    path = "".join(char if char.isprintable() else "?" for char in "/".join((root, *parts)))
    return problem("YAML-20", Origin(path), chemin=path, proche=_nearest(parts))


def _nearest(parts: tuple[str, ...]) -> str:
    """The collection with the name nearest to the first of these, accents and case apart; or nothing."""
    if not parts:
        return ""
    bare = unicodedata.normalize("NFD", parts[0].partition(".")[0].casefold())
    plain = "".join(char for char in bare if not unicodedata.combining(char))
    return next(iter(get_close_matches(plain, COLLECTIONS, n=1, cutoff=0.6)), "")
