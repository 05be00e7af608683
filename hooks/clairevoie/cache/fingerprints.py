"""Fingerprints: other bytes, another file or another program have another one."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from clairevoie.causes import unless_gone

# Bytes of a fingerprint.
SIZE = 32
# What the results depend on beside our own code.
_LIBRARIES = (
    "pydantic",
    "pyyaml",
    "jinja2",
    "markupsafe",
    "markdown",
    "nh3",
    "segno",
    "cbor2",
    "pillow",
    "xlsxwriter",
)


def fingerprint(data: bytes | memoryview) -> bytes:
    """The fingerprint of some bytes."""
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def folder_fingerprint(folder: Path) -> bytes:
    """The fingerprint of every file of a folder, names included; raises OSError for what cannot be read in it."""
    found = (Path(here, name) for here, _, names in os.walk(folder, onerror=unless_gone) for name in names)
    names = sorted(path for path in found if path.is_file() and path.suffix != ".pyc")
    parts = (
        path.relative_to(folder).as_posix().encode() + b"\0" + fingerprint(path.read_bytes())
        for path in names
    )
    return fingerprint(b"".join(parts))


@cache
def program_fingerprint() -> bytes:
    """The fingerprint of everything that decides what a run makes of the same files: Python, libraries, our code."""
    found = hashlib.blake2b(sys.version.encode(), digest_size=SIZE)
    for library in _LIBRARIES:
        found.update(f"{library} {version(library)}\n".encode())
    found.update(folder_fingerprint(Path(__file__).parent.parent))
    return found.digest()
