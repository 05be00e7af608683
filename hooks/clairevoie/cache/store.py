"""Entries of the cache on disk, each under a name: read back whole and as this program wrote them, or not at all.

An entry is `seal | value`. The seal is a fingerprint of the name, the program and the value, which nobody can make
without the key of the installation; the value is plain data (`cache/packing.py`).
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from clairevoie import locks
from clairevoie.cache.fingerprints import SIZE, program_fingerprint
from clairevoie.cache.key import installation_key
from clairevoie.cache.packing import pack, unpack

T = TypeVar("T")
R = TypeVar("R")

# Bytes: an entry is read whole, and none of ours comes near.
_LARGEST = 1 << 30
# How the file of an entry is opened: a pipe is not waited for, a link is not followed.
_PLAINLY = sum(getattr(os, name, 0) for name in ("O_RDONLY", "O_BINARY", "O_NONBLOCK", "O_NOFOLLOW"))
# The head of the name of an entry that is being written.
_UNFINISHED = ".en-cours-"
# What was made of the entries that this process has read, each with its inode, moment and size.
_READ: dict[Path, tuple[tuple[int, int, int], Any]] = {}


def load_entry(folder: Path | None, name: str, kind: type[T]) -> T | None:
    """What was saved under that name; None when there is nothing of this kind that can be trusted."""
    if folder is None or folder.is_symlink():
        return None
    try:
        entry = memoryview(_content(folder / name))
        seal, value = entry[:SIZE], entry[SIZE:]
        return unpack(value, kind) if bytes(seal) == _seal(name, value) else None
    except (OSError, ValueError):
        return None


def load_entry_once(folder: Path | None, name: str, kind: type[T], make: Callable[[T | None], R]) -> R:
    """What `make` makes of an entry, made again by this process only when the file is another one.

    For what nobody changes.
    """
    path = folder / name if folder else None
    try:
        found = path.stat() if path else None
    except OSError:
        found = None
    if path is None or found is None:
        return make(None)
    mark = (found.st_ino, found.st_mtime_ns, found.st_size)
    held = _READ.get(path)
    if held is None or held[0] != mark:
        held = _READ[path] = (mark, make(load_entry(folder, name, kind)))
    made: R = held[1]
    return made


def save_entry(folder: Path | None, name: str, value: T, kind: type[T]) -> None:
    """Keep a value for the next run."""
    with suppress(UnicodeEncodeError):  # a folder may have a name that is no text
        if folder is not None:
            save_packed_entry(folder, name, pack(value, kind))


def save_packed_entry(folder: Path | None, name: str, data: bytes) -> None:
    """Keep what was packed, all at once; a folder that cannot be written keeps nothing."""
    seal = _seal(name, data)
    if folder is None or seal is None or folder.is_symlink():
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=_UNFINISHED, dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                locks.take(file)
                file.write(seal)
                file.write(data)
            Path(temporary).replace(folder / name)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def sweep(folder: Path | None) -> None:
    """Take away the entries that a killed run was writing."""
    for path in folder.glob(f"{_UNFINISHED}*") if folder else ():
        with suppress(OSError), locks.opened(path) as file:
            if locks.try_to_take(file):
                path.unlink()


def _content(path: Path) -> bytes:
    """What a plain file holds; raises OSError for anything else."""
    with os.fdopen(os.open(path, _PLAINLY), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise OSError(f"{path} n'est pas une entrée du cache")
        return file.read()


def _seal(name: str, value: bytes | memoryview) -> bytes | None:
    key = installation_key()
    if key is None:
        return None
    seal = hashlib.blake2b(program_fingerprint(), digest_size=SIZE, key=key)
    seal.update(f"{name}\0".encode())
    seal.update(value)
    return seal.digest()
