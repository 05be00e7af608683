"""The name of the state of the data: the SWHID of their folder, which is the id that git gives to its tree.

In: the data folder. Out: a `DataState`: the identifier of what the folder holds now, its day, and the state before it.
Any program that knows SWHIDs (ISO/IEC 18670) finds the same one in a clone, and so does `git rev-parse HEAD:data`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from clairevoie.read.git import git

# How git writes what a name leads to.
_FILE, _EXECUTABLE, _LINK, _FOLDER = "100644", "100755", "120000", "40000"
_PREFIX = "swh:1:dir:"
# Hexadecimal digits of an id; a repository that counts otherwise is not asked for its own.
_DIGITS = 40
# How a file is read: as it is, so many bytes at a time.
_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 16
_LAST_TWO = ("log", "--first-parent", "-2", "--no-color", "--format=%H %cs", "--", ".")

Ancestry = Literal["known", "none", "unknown"]


class TreeEntry(NamedTuple):
    """What stands at a path, as git writes it: its mode and the id of what it holds."""

    mode: str
    id: str


class NamedState(NamedTuple):
    """A state that was published: its identifier and its day."""

    identifier: str
    day: date


@dataclass(frozen=True, slots=True)
class DataState:
    """The state of the data: `swh:1:dir:…`, the day when it last changed, and the state before it.

    Facts that no commit holds yet are those of the day given. `ancestry` is whether there was a state before:
    "unknown" where no history says it, or where the clone does not go that far.
    """

    identifier: str
    day: date
    before: NamedState | None
    ancestry: Ancestry


def read_state(data: Path, on: date) -> DataState:
    """The state of a data folder on a day; raises OSError for what cannot be read in it."""
    tree = tree_id(_held(data))
    known = list(_committed(data))
    if known and known[0].identifier == _PREFIX + tree:
        day, before = known[0].day, known[1:]
    else:
        day, before = on, known
    if before:
        return DataState(_PREFIX + tree, day, before[0], "known")
    is_first = known and git(data, "rev-parse", "--is-shallow-repository") == b"false\n"
    return DataState(_PREFIX + tree, day, None, "none" if is_first else "unknown")


def tree_id(held: Mapping[bytes, TreeEntry]) -> str:
    """The id of the tree that holds this at these paths, slashes between folders, as git would write it."""
    folders: dict[bytes, dict[bytes, TreeEntry]] = {b"": {}}
    for path, one in held.items():
        folder, _, name = path.rpartition(b"/")
        folders.setdefault(folder, {})[name] = one
        while folder and (above := folder.rpartition(b"/")[0]) not in folders:
            folders[above] = {}
            folder = above
    # The deepest first: the id of a folder is made of those of what it holds.
    for folder in sorted(folders.keys() - {b""}, key=lambda path: path.count(b"/"), reverse=True):
        above, _, name = folder.rpartition(b"/")
        folders[above][name] = TreeEntry(_FOLDER, _tree(folders[folder]))
    return _tree(folders[b""])


def _tree(entries: Mapping[bytes, TreeEntry]) -> str:
    """The id of one folder; git sorts the name of a folder as if a slash ended it."""
    found = sorted(entries.items(), key=lambda one: one[0] + b"/" if one[1].mode == _FOLDER else one[0])
    written = (one.mode.encode() + b" " + name + b"\0" + bytes.fromhex(one.id) for name, one in found)
    return _object("tree", b"".join(written))


def _object(kind: str, content: bytes) -> str:
    head = f"{kind} {len(content)}\0".encode()
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()


def _held(data: Path) -> Mapping[bytes, TreeEntry]:
    """What git would hold of a folder; without git, all its files.

    Git knows what did not change since it wrote it: only the rest is read.
    """
    written = dict(_in_index(data))
    if any(len(one.id) != _DIGITS for one in written.values()):
        return dict(_read(data, _listed(data, "--cached", "--others")))
    touched = set(_listed(data, "--modified", "--others"))
    if not written and not touched:
        return dict(_walked(os.fsencode(data)))
    kept = {path: one for path, one in written.items() if path not in touched}
    return {**kept, **dict(_read(data, touched))}


def _in_index(data: Path) -> Iterator[tuple[bytes, TreeEntry]]:
    """What git would write in its next commit: `mode id stage⇥path`."""
    for line in git(data, "ls-files", "--stage", "-z").split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        if tab:
            mode, id, _ = facts.decode().split(" ")
            yield path, TreeEntry(mode, id)


def _listed(data: Path, *which: str) -> Iterator[bytes]:
    """The paths of the files of these kinds that git does not ignore."""
    told = git(data, "ls-files", "-z", "--exclude-standard", *which)
    return (path for path in told.split(b"\0") if path)


def _walked(folder: bytes, inside: bytes = b"") -> Iterator[tuple[bytes, TreeEntry]]:
    """Every file and link of a folder by its path, but what git would keep there for itself."""
    with os.scandir(folder) as entries:
        for one in entries:
            path = inside + one.name
            if one.is_symlink():
                yield path, _link(one.path)
            elif one.is_dir():
                if one.name != b".git":
                    yield from _walked(one.path, path + b"/")
            elif one.is_file():
                yield path, _file(one.path, one.stat())


def _read(data: Path, paths: Iterable[bytes]) -> Iterator[tuple[bytes, TreeEntry]]:
    """What stands at these paths; those where there is neither a file nor a link are left out."""
    for path in paths:
        place = data / os.fsdecode(path)
        if place.is_symlink():
            yield path, _link(os.fsencode(place))
        elif place.is_file():
            yield path, _file(os.fsencode(place), place.stat())


def _link(place: bytes) -> TreeEntry:
    return TreeEntry(_LINK, _object("blob", os.readlink(place)))  # noqa: PTH115 - a Path would tidy what it says


def _file(place: bytes, found: os.stat_result) -> TreeEntry:
    mode = _EXECUTABLE if os.name != "nt" and found.st_mode & 0o100 else _FILE
    return TreeEntry(mode, _object("blob", _content(place)))


def _content(place: bytes) -> bytes:
    """What a file holds: asked of the system alone, it takes half the time, which counts for ten thousand files."""
    descriptor = os.open(place, _READ_ONLY)
    try:
        return b"".join(iter(partial(os.read, descriptor, _CHUNK), b""))
    finally:
        os.close(descriptor)


def _committed(data: Path) -> Iterator[NamedState]:
    """The state after each of the last two changes that history tells, the latest first."""
    commits = [line.split() for line in git(data, *_LAST_TWO).decode().splitlines()]
    asked = "".join(f"{id}:./\n" for id, _ in commits).encode()
    told = git(data, "cat-file", "--batch-check=%(objectname)", given=asked) if asked else b""
    for (_, day), tree in zip(commits, told.decode(errors="replace").splitlines(), strict=False):
        if len(tree) != _DIGITS:  # it is not there, or not of this kind
            return
        yield NamedState(_PREFIX + tree, date.fromisoformat(day))
