"""What one run leaves for the next, in a folder: trusted only when whole, and of this very version.

A memory that is absent, damaged, cut short or left by another version is no memory: the work is done again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

_SIZE = 32
# What the results depend on beside our own code.
_LIBRARIES = ("pydantic", "pyyaml", "jinja2", "markupsafe", "cmarkgfm", "nh3", "segno")
_HELD: dict[Path, tuple[tuple[int, int, int], Any]] = {}


def recall(folder: Path | None, name: str) -> Any | None:
    """What was kept under that name; None when there is nothing that can be trusted."""
    if folder is None:
        return None
    try:
        kept = memoryview((folder / name).read_bytes())
        ours, seal, value = kept[:_SIZE], kept[_SIZE : 2 * _SIZE], kept[2 * _SIZE :]
        if ours != edition() or seal != digest(value):
            return None
        return unpack(value)
    except Exception:
        return None


def recall_once(folder: Path | None, name: str) -> Any | None:
    """The same, which this process opens again only when the file is another one: for what nobody changes."""
    if folder is None:
        return None
    path = folder / name
    try:
        found = path.stat()
    except OSError:
        return None
    mark = (found.st_ino, found.st_mtime_ns, found.st_size)
    held = _HELD.get(path)
    if held is None or held[0] != mark:
        held = _HELD[path] = (mark, recall(folder, name))
    return held[1]


def keep(folder: Path | None, name: str, value: object) -> None:
    """Keep a value for the next run."""
    if folder is not None:
        keep_packed(folder, name, pack(value))


def keep_packed(folder: Path | None, name: str, data: bytes) -> None:
    """Keep what was packed, all at once; a folder that cannot be written keeps nothing."""
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(edition() + digest(data))
            file.write(data)
        Path(temporary).replace(folder / name)
    except OSError:
        return


def pack(value: object) -> bytes:
    """A value as it is kept, and as it goes from one process to another."""
    return pickle.dumps(value, protocol=5)


def unpack(data: bytes | memoryview) -> Any:
    """The value that these bytes of ours hold."""
    return pickle.loads(data)


def compact(value: object) -> bytes:
    """A value packed in a third of the room or less: for what is large, and seldom looked at again."""
    return zlib.compress(pack(value), 1)


def opened(data: bytes) -> Any:
    """The value that was made compact."""
    return unpack(zlib.decompress(data))


def digest(data: bytes | memoryview) -> bytes:
    """The seal of some bytes: other bytes have another one."""
    return hashlib.blake2b(data, digest_size=_SIZE).digest()


def folder_seal(folder: Path) -> bytes:
    """The seal of every file of a folder, names included."""
    names = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    parts = (
        path.relative_to(folder).as_posix().encode() + b"\0" + digest(path.read_bytes()) for path in names
    )
    return digest(b"".join(parts))


@cache
def edition() -> bytes:
    """The seal of everything that decides what a run makes of the same files."""
    seal = hashlib.blake2b(sys.version.encode(), digest_size=_SIZE)
    for library in _LIBRARIES:
        seal.update(f"{library} {version(library)}\n".encode())
    seal.update(folder_seal(Path(__file__).parent))
    return seal.digest()
