"""The key of an installation: what its cache is sealed with, so that an entry written by anybody else is stale.

It stands among the installed libraries, where whoever may write can already run what they want.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

# Bytes of a key.
SIZE = 32
_NAME = "clairevoie-cle-du-cache"


@cache
def installation_key() -> bytes | None:
    """The key, made on the first run; None where none can be kept: then nothing else can be either."""
    path = Path(sys.prefix) / _NAME
    with suppress(OSError):
        if not path.exists():
            _make(path)
        key = path.read_bytes()
        return key if len(key) == SIZE else None
    return None


def _make(path: Path) -> None:
    """Put a new key there whole, or leave the one that another run has just made."""
    import secrets  # with all that chance needs: once in the life of an installation
    import tempfile

    handle, temporary = tempfile.mkstemp(prefix=f".{_NAME}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
        with suppress(FileExistsError):
            os.link(temporary, path)
    finally:
        Path(temporary).unlink()
