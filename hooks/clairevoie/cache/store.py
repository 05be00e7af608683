"""Entries of the cache on disk, each under a name: read back whole and of this version, or not at all.

An entry is `program fingerprint | fingerprint of the value | value`.
"""

from __future__ import annotations

import os
import pickle
import tempfile
import zlib
from pathlib import Path
from typing import Any

from clairevoie.cache.fingerprints import SIZE, fingerprint, program_fingerprint

# Entries that this process has read, each with its inode, moment and size.
_READ: dict[Path, tuple[tuple[int, int, int], Any]] = {}


def load_entry(folder: Path | None, name: str) -> Any | None:
    """What was saved under that name; None when there is nothing that can be trusted."""
    if folder is None:
        return None
    try:
        entry = memoryview((folder / name).read_bytes())
        program, current, value = entry[:SIZE], entry[SIZE : 2 * SIZE], entry[2 * SIZE :]
        if program != program_fingerprint() or current != fingerprint(value):
            return None
        return unpack(value)
    except Exception:
        return None


def load_entry_once(folder: Path | None, name: str) -> Any | None:
    """The same, which this process opens again only when the file is another one: for what nobody changes."""
    if folder is None:
        return None
    path = folder / name
    try:
        found = path.stat()
    except OSError:
        return None
    mark = (found.st_ino, found.st_mtime_ns, found.st_size)
    held = _READ.get(path)
    if held is None or held[0] != mark:
        held = _READ[path] = (mark, load_entry(folder, name))
    return held[1]


def save_entry(folder: Path | None, name: str, value: object) -> None:
    """Keep a value for the next run."""
    if folder is not None:
        save_packed_entry(folder, name, pack(value))


def save_packed_entry(folder: Path | None, name: str, data: bytes) -> None:
    """Keep what was packed, all at once; a folder that cannot be written keeps nothing."""
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(program_fingerprint() + fingerprint(data))
            file.write(data)
        Path(temporary).replace(folder / name)
    except OSError:
        return


def pack(value: object) -> bytes:
    """A value as it is saved, and as it goes from one process to another."""
    return pickle.dumps(value, protocol=5)


def unpack(data: bytes | memoryview) -> Any:
    """The value that these bytes of ours hold."""
    return pickle.loads(data)


def compress(value: object) -> bytes:
    """A value packed in a third of the room or less: for what is large, and seldom looked at again."""
    return zlib.compress(pack(value), 1)


def decompress(data: bytes) -> Any:
    """The value that was made compact."""
    return unpack(zlib.decompress(data))
