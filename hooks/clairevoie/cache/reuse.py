# ruff: noqa: PTH116, PTH120, PTH112, PTH103
# For ten thousand files, an object for each path costs more than the file itself
"""What of the site in place may serve again: the pages that would be printed the same, file by file.

Each page is remembered with the keys it looked at (`cache/dependencies.py`), each key with the seal of what stood
there. A page is kept when all its keys have the same seal, and when its file is still the one we wrote.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.store import compress, decompress, load_entry, save_entry
from clairevoie.parallel import share

_MEMORY = "pages"
# The key of the files that are made at each build.
_ALWAYS_MADE = ("?",)


class Written(NamedTuple):
    """A file as we wrote it: the keys it was made from, its size and the moment."""

    keys: tuple[str, ...]
    size: int
    moment: int


class Piece(NamedTuple):
    """What several pages or files receive, compact since it is large, and the keys it was made from."""

    keys: tuple[str, ...]
    made: bytes


@dataclass
class Reuse:
    """What one build makes, what the one before made that may serve again, and where both stand.

    `seals` are those of the keys looked at, `files` those of the site, `pieces` what pages receive.
    """

    memory: Path | None
    place: str
    base: bytes
    seal: Callable[[str], bytes]
    unlinked: tuple[str, ...] = ()
    before: Path | None = None
    known: Mapping[str, Written] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    seals: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, Written] = field(default_factory=dict)
    pieces: dict[str, Piece] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        memory: Path | None,
        out: Path | None,
        base: bytes,
        seal: Callable[[str], bytes],
        unlinked: tuple[str, ...] = (),
    ) -> Reuse:
        """What may be kept of the site at `out`.

        `base` is the fingerprint of what decides of every page; `seal` gives that of a key. Names that start
        with one of `unlinked` are never reused.
        """
        place = str(out)
        found = load_entry(memory, _MEMORY) if out else None
        if found is None or (found["place"], found["base"]) != (place, base):
            return cls(memory, place, base, seal, unlinked)
        now = {key: seal(key) for key in found["keys"]}
        stale = frozenset((*_ALWAYS_MADE, *(key for key, then in found["keys"].items() if now[key] != then)))
        return cls(
            memory, place, base, seal, unlinked, out, found["files"], stale, now, pieces=found["pieces"]
        )

    def take(self, name: str, stage: Path) -> bool:
        """Put the file of that name in the new site, when it would be the same; else say that it is to be made."""
        known, intact = self.known.get(name), self.intact(name)
        if known is None or intact is None or not self.stale.isdisjoint(known.keys):
            return False
        try:
            place(intact, f"{stage}/{name}")
        except OSError:
            return False
        self.files[name] = known
        return True

    def intact(self, name: str) -> str | None:
        """The path of that file in the site in place, when it is still as we wrote it."""
        known = self.known.get(name)
        if known is None or self.before is None:
            return None
        path = f"{self.before}/{name}"
        try:
            found = os.stat(path, follow_symlinks=False)
        except OSError:
            return None
        return path if (found.st_size, found.st_mtime_ns) == (known.size, known.moment) else None

    def make(self, makers: Mapping[str, Callable[[], Any]], trace: Tracker, size: int) -> Mapping[str, Any]:
        """The pieces, made again only where something they looked at changed; `size` is that of the dataset."""
        names = [
            name
            for name in makers
            if name not in self.pieces or not self.stale.isdisjoint(self.pieces[name].keys)
        ]

        def work(name: str) -> Piece:
            made, keys = trace.of(makers[name])
            return Piece(tuple(sorted(keys)), compress(made))

        fresh = dict(zip(names, share(work, names, size), strict=True))
        self.pieces = {name: fresh.get(name) or self.pieces[name] for name in makers}
        return {name: decompress(piece.made) for name, piece in self.pieces.items()}

    def add(self, name: str, written: Written) -> None:
        """Remember a file that was just made."""
        self.files[name] = written

    def is_kept(self, name: str) -> bool:
        """Whether that file of the new site is the one of the site in place."""
        return name in self.files and self.files[name] is self.known.get(name)

    def remember(self, out: Path) -> None:
        """Keep all this for the next build: the new site is in place at `out`."""
        for name in files_of(out):
            if name not in self.files and not name.startswith(self.unlinked):
                self.files[name] = written(out / name, _ALWAYS_MADE)
        # A key that nothing has any more stays: it does no harm, and looking for it takes long.
        made = (file.keys for name, file in self.files.items() if not self.is_kept(name))
        looked_at = {key for keys in (*made, *(piece.keys for piece in self.pieces.values())) for key in keys}
        self.seals |= {key: self.seal(key) for key in looked_at - self.seals.keys() - {*_ALWAYS_MADE}}
        kept = {
            "place": self.place,
            "base": self.base,
            "keys": self.seals,
            "files": self.files,
            "pieces": self.pieces,
        }
        save_entry(self.memory, _MEMORY, kept)


def files_of(folder: Path) -> Iterator[str]:
    """The names of all the files of a folder, relative to it; much faster than `rglob` when they are many."""
    root = str(folder)
    for here, _, names in os.walk(root):
        inside = here[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)


def place(source: str, target: str) -> None:
    """The same file at another name: the same bytes on the disk where the system allows, else a copy."""
    folder = os.path.dirname(target)
    if not os.path.isdir(folder):
        os.makedirs(folder, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def written(path: Path, keys: Iterable[str]) -> Written:
    """A file that was just written."""
    found = path.stat()
    return Written(tuple(sorted(keys)), found.st_size, found.st_mtime_ns)
