"""Locks held on a file: seen by every process, those of other machines that share the folder included.

A lock ends with the process that holds it, however that process ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, Any, BinaryIO

# A link is not followed, and a pipe is not waited for.
_PLAINLY = sum(getattr(os, name, 0) for name in ("O_RDWR", "O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))


def opened(path: Path, made: bool = False) -> BinaryIO:
    """A plain file to hold the lock of, `made` when it is not there; raises OSError for anything else."""
    return os.fdopen(os.open(path, _PLAINLY | (os.O_CREAT if made else 0), 0o644), "r+b", buffering=0)


if sys.platform == "win32":
    import msvcrt

    def take(file: IO[Any]) -> None:
        """Wait until nobody else holds the lock of this file, then hold it until it is closed."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def try_to_take(file: IO[Any]) -> bool:
        """Hold the lock of this file, unless somebody else does."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def take(file: IO[Any]) -> None:
        """Wait until nobody else holds the lock of this file, then hold it until it is closed."""
        fcntl.flock(file, fcntl.LOCK_EX)

    def try_to_take(file: IO[Any]) -> bool:
        """Hold the lock of this file, unless somebody else does."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
