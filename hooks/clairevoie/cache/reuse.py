# ruff: noqa: PTH116, PTH120, PTH112, PTH103
# For ten thousand files, an object for each path costs more than the file itself
"""What of the site in place may serve again: the pages that would be printed the same, file by file.

Each page is saved with the keys it looked at (`cache/dependencies.py`), each key with the fingerprint of what stood
there. A page is reused when all its keys have the same fingerprint, and when its file is still the one we wrote.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.packing import compress, decompress
from clairevoie.cache.pieces import Pieces
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.parallel import share

_ENTRY = "pages"
# The key of the files that are made at each build.
_ALWAYS_MADE = ("?",)


class Written(NamedTuple):
    """A file as we wrote it: the keys it was made from, its size and the moment."""

    keys: tuple[str, ...]
    size: int
    moment: int


# What a page receives; or the files that stand beside it, by name; or what it receives (at no address) and the pages
# that stand below it, by address: title, description and body.
Made = str | dict[str, str] | dict[str, tuple[str, str, str]]
_MADE: Any = Made


class Fragment(NamedTuple):
    """What several pages or files receive, compact since it is large, and the keys it was made from."""

    keys: tuple[str, ...]
    made: bytes


class _Kept(NamedTuple):
    """What one build keeps for the next, as `Reuse` names it; a file has the ranks of its keys among all `keys`."""

    place: str
    base: bytes
    keys: dict[str, bytes]
    files: dict[str, tuple[list[int], int, int]]
    fragments: dict[str, Fragment]


@dataclass
class Reuse:
    """What one build makes, what the one before made that may serve again, and where both stand.

    `fingerprints` are those of the keys looked at, `files` those of the site, `fragments` what pages receive;
    `made_again` names the fragments that the last build had not, or not the same.
    """

    cache_dir: Path | None
    place: str
    base: bytes
    fingerprint_of: Callable[[str], bytes]
    unlinked: tuple[str, ...] = ()
    before: Path | None = None
    known: Mapping[str, Written] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    fingerprints: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, Written] = field(default_factory=dict)
    fragments: dict[str, Fragment] = field(default_factory=dict)
    made_again: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        cache_dir: Path | None,
        out: Path | None,
        base: bytes,
        fingerprint_of: Callable[[str], bytes],
        unlinked: tuple[str, ...] = (),
    ) -> Reuse:
        """What may be reused of the site at `out`.

        `base` is the fingerprint of what decides of every page; `fingerprint_of` gives that of a key. Names that start
        with one of `unlinked` are never reused.
        """
        place = str(out and out.resolve())
        found = load_entry(cache_dir, _ENTRY, _Kept) if out else None
        if found is None or (found.place, found.base) != (place, base):
            return cls(cache_dir, place, base, fingerprint_of, unlinked)
        now = {key: fingerprint_of(key) for key in found.keys}
        stale = frozenset((*_ALWAYS_MADE, *(key for key, then in found.keys.items() if now[key] != then)))
        names = (*found.keys, *_ALWAYS_MADE)
        files = {
            name: Written(tuple([names[rank] for rank in ranks]), size, moment)
            for name, (ranks, size, moment) in found.files.items()
        }
        return cls(
            cache_dir,
            place,
            base,
            fingerprint_of,
            unlinked,
            out,
            files,
            stale,
            now,
            fragments=found.fragments,
        )

    def take(self, name: str, stage: Path) -> bool:
        """Put the file of that name in the new site, when it would be the same; else say that it is to be made."""
        return self.take_all((name,), stage)

    def take_all(self, names: Sequence[str], stage: Path) -> bool:
        """The same of files that are made together: either all of them are put there, or none."""
        found = {name: self.intact(name) for name in names}
        if not all(found.values()) or any(not self.stale.isdisjoint(self.known[name].keys) for name in names):
            return False
        placed = []
        try:
            for name, intact in found.items():
                place(str(intact), f"{stage}/{name}")
                placed.append(name)
        except OSError:
            for name in placed:  # it may be the same file on the disk: it is never written over
                (stage / name).unlink()
            return False
        self.files |= {name: self.known[name] for name in names}
        return True

    def within(self, urls: Iterable[str]) -> Mapping[str, list[str]]:
        """The files that stand in the folder of a page of the site in place, by the address of that page.

        What stands in the folder of a page below is of that page.
        """
        folders, found = set(urls), dict[str, list[str]]()
        for name in self.known:
            if name.count("/") > 2 or not name.endswith("/index.html"):
                folder = name.removesuffix("index.html") if name.endswith("/index.html") else name
                above = _above(folder, folders)
                if above and f"{above}index.html" != name:
                    found.setdefault(above, []).append(name)
        return found

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

    def make(
        self, makers: Mapping[str, Callable[[], Made]], tracker: Tracker, pieces: Pieces, size: int
    ) -> Mapping[str, Any]:
        """The fragments, made again only where something they looked at changed, out of the `pieces` that are kept.

        `size` is that of the dataset.
        """
        names = [
            name
            for name in makers
            if name not in self.fragments or not self.stale.isdisjoint(self.fragments[name].keys)
        ]

        def work(name: str) -> Fragment:
            pieces.open(name)
            made, keys = tracker.of(makers[name])
            pieces.close(name)
            return Fragment(tuple(sorted(keys)), compress(made, _MADE))

        fresh = dict(zip(names, share(work, names, size), strict=True))
        self.made_again = frozenset(fresh)
        self.fragments = {name: fresh.get(name) or self.fragments[name] for name in makers}
        return {name: decompress(fragment.made, _MADE) for name, fragment in self.fragments.items()}

    def add(self, name: str, written: Written) -> None:
        """Remember a file that was just made."""
        self.files[name] = written

    def is_reused(self, name: str) -> bool:
        """Whether that file of the new site is the one of the site in place."""
        return name in self.files and self.files[name] is self.known.get(name)

    def save(self, out: Path) -> None:
        """Keep all this for the next build: the new site is in place at `out`."""
        for name in files_of(out):
            if name not in self.files and not name.startswith(self.unlinked):
                self.files[name] = written(out / name, _ALWAYS_MADE)
        # A key that nothing has any more stays: it does no harm, and looking for it takes long.
        made = (file.keys for name, file in self.files.items() if not self.is_reused(name))
        looked_at = {
            key for keys in (*made, *(fragment.keys for fragment in self.fragments.values())) for key in keys
        }
        self.fingerprints |= {
            key: self.fingerprint_of(key) for key in looked_at - self.fingerprints.keys() - {*_ALWAYS_MADE}
        }
        ranks = {key: rank for rank, key in enumerate((*self.fingerprints, *_ALWAYS_MADE))}
        files = {
            name: ([ranks[key] for key in file.keys], file.size, file.moment)
            for name, file in self.files.items()
        }
        entry = _Kept(self.place, self.base, self.fingerprints, files, self.fragments)
        save_entry(self.cache_dir, _ENTRY, entry, _Kept)


def _above(name: str, folders: Container[str]) -> str | None:
    """The nearest of these folders that holds a file, or is it."""
    while name and name not in folders:
        name = name.rstrip("/").rpartition("/")[0]
        name += "/" if name else ""
    return name or None


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
