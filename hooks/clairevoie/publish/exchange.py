"""A folder takes the place of another one in a single step, where the system knows how; else in two that lose nothing.

Goes in: a new folder, and the place that it is to take. Comes out: the new one in place, the old one where the new
one was, or nothing there.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

# Seconds between two tries at a rename, where what is read by anything cannot be renamed.
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6) if os.name == "nt" else ()
# What Linux and macOS call an exchange; Linux wants to be told that paths start from the present folder.
_EXCHANGE = 2
_HERE = -100
# What a system, or one kind of disk, answers when it knows of no exchange.
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EPERM}

_Swap = Callable[[bytes, bytes], int]


def take_place(new: Path, target: Path) -> None:
    """Put `new` at `target`: whoever looks finds the old folder or the new one, each whole.

    Where folders cannot be exchanged, the old one waits at `waiting_place` for the time of a rename.
    """
    if not target.exists():
        move(new, target)
    elif not _exchanged(new, target):
        _replace(new, target)


def waiting_place(target: Path) -> Path:
    """Where the old folder waits while the new one takes its place; nothing is there once this is done."""
    return target.with_name(f".{target.name}.precedent")


def move(path: Path, target: Path) -> None:
    """Rename a file or a folder, more than once if needed: on Windows, a file that anything reads stays put."""
    for pause in PAUSES:
        try:
            path.rename(target)
            return
        except PermissionError:
            time.sleep(pause)
    path.rename(target)


def _exchanged(new: Path, target: Path) -> bool:
    """Exchange two folders; False where that is not known. Raises OSError when it is, and fails."""
    swap = _swap()
    if swap is None:
        return False
    if swap(os.fsencode(new), os.fsencode(target)) == 0:
        return True
    failure = ctypes.get_errno()
    if failure in _UNKNOWN:
        return False
    raise OSError(failure, os.strerror(failure), str(target))


@cache
def _swap() -> _Swap | None:
    """The exchange of this system, which gives 0 when it is done; None where there is none."""
    try:
        library = ctypes.CDLL(None, use_errno=True) if sys.platform in ("linux", "darwin") else None
        if library is None:
            return None
        if sys.platform == "darwin":
            return lambda new, old: int(library.renamex_np(new, old, _EXCHANGE))
        rename = library.renameat2
    except (OSError, AttributeError):
        return None
    return lambda new, old: int(rename(_HERE, new, _HERE, old, _EXCHANGE))


def _replace(new: Path, target: Path) -> None:
    """Two renames; the old folder comes back when the second one fails."""
    waiting = waiting_place(target)
    move(target, waiting)
    try:
        move(new, target)
    except BaseException:
        move(waiting, target)
        raise
    move(waiting, new)
