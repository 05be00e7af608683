"""The digest of what some places hold, by what the system tells of their files: none of them is opened.

Each file is recognised by its kind, size, inode and two moments to the nanosecond, that of its bytes and that of its
inode, which no program can choose: a file replaced by another of the same size and date, or written while the clock
was wrong, has another. `cache/fingerprints.py` reads the bytes; it is for what is in doubt.
"""

from __future__ import annotations

import hashlib
import os
import sysconfig
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# Bytes of a digest.
_SIZE = 32
# Some disks keep moments to the second or two: what has just been written there may be written again unseen.
_SECOND = 10**9
_COARSE = 3 * _SECOND
_COMPILED = "__pycache__"


class StatDigest:
    """The digest of what some places hold, none of it opened but what git wrote of where it is."""

    def __init__(self) -> None:
        self._seen: list[str] = []
        self._newest = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether a disk that counts in seconds was written a moment ago, or after now."""
        return self._newest % _SECOND == 0 and self._newest > time.time_ns() - _COARSE

    def digest(self, others: str) -> str:
        """All that was seen, and what else is to be the same."""
        whole = "\0".join((others, *self._seen)).encode(errors="surrogateescape")
        return hashlib.blake2b(whole, digest_size=_SIZE).hexdigest()

    def at(self, place: Path) -> None:
        """A file, or all that a folder holds."""
        self._add(str(place), _facts(place))
        if place.is_dir():
            for path, found in _inside(str(place)):
                self._add(path, found)

    def at_git(self, data: Path) -> None:
        """Which commit is there, in the repository that holds the facts, and where the branches of others are."""
        here = data.resolve()
        home = next((one / ".git" for one in (here, *here.parents) if (one / ".git").exists()), None)
        if home is None:
            return
        if home.is_file():  # another work tree of a repository
            home = home.parent / home.read_text(errors="replace").partition(":")[2].strip()
        shared = home / _text(home / "commondir") if (home / "commondir").is_file() else home
        head = _text(home / "HEAD")
        self._seen.append(head)
        reference = head.removeprefix("ref: ")
        for name in (reference, "packed-refs", "shallow", "config"):
            self._add(name, _facts(shared / name))
        self.at(shared / "refs" / "remotes")

    def at_libraries(self) -> None:
        """Which libraries are installed: each new one, or new version of one, changes the names in their folder."""
        for name in ("purelib", "platlib"):
            with suppress(OSError), os.scandir(sysconfig.get_path(name)) as entries:
                self._seen += sorted(one.name for one in entries if one.name.endswith(".dist-info"))

    def _add(self, path: str, found: os.stat_result | None) -> None:
        if found is None:
            self._seen.append(f"{path} -")
            return
        is_folder = (found.st_mode & 0o170000) == 0o040000
        # The moments of a folder change with what is written in it for a while: names tell enough.
        facts = () if is_folder else (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        self._seen.append(f"{path} {found.st_mode} {facts}")
        if not is_folder:
            self._newest = max(self._newest, found.st_mtime_ns, found.st_ctime_ns)


def _inside(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Everything below a folder, in order; links are not followed."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda one: one.name)
    for one in found:
        if one.name == _COMPILED:
            continue
        yield one.path, one.stat(follow_symlinks=False)
        if one.is_dir(follow_symlinks=False):
            yield from _inside(one.path)


def _facts(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except OSError:
        return None


def _text(path: Path) -> str:
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""
