"""A site is built beside the published one and takes its place in one move, or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# Left in every site we make: a folder without it is somebody's, and is never replaced.
MARK = ".claire-voie"


class NotOurs(Exception):  # noqa: N818 - it says whose folder it is
    """The folder to replace was not made by Claire-voie."""


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """An empty folder beside `target`; when the block ends well it becomes `target`, else it disappears.

    Several builds of the same site may run at the same time: each is whole, the last to end stays.
    Raises NotOurs before anything is built when `target` holds files that we did not make.
    """
    target = target.resolve()
    with locked(target):
        _recover(target)
        if target.exists() and any(target.iterdir()) and not (target / MARK).exists():
            raise NotOurs(str(target))
    stage = target.with_name(f".{target.name}.chantier-{os.getpid()}")
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        yield stage
        (stage / MARK).write_text("Site produit par Claire-voie.\n", encoding="utf-8")
        with locked(target):
            _swap(stage, target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """While the block runs, no other build moves `target`; its lock file stays, since others may wait on it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_name(f".{target.name}.verrou").open("ab") as lock:
        _take(lock)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(lock: BinaryIO) -> None:
        lock.seek(0)
        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _take(lock: BinaryIO) -> None:
        fcntl.flock(lock, fcntl.LOCK_EX)


def _previous(target: Path) -> Path:
    return target.with_name(f".{target.name}.precedent")


def _swap(stage: Path, target: Path) -> None:
    """Two renames: between them the last site waits under another name, where `_recover` finds it."""
    previous = _previous(target)
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    stage.rename(target)
    shutil.rmtree(previous, ignore_errors=True)


def _recover(target: Path) -> None:
    """Mend what a build killed midway left: put the last site back, take dead staging folders away."""
    previous = _previous(target)
    if previous.exists() and not target.exists():
        previous.rename(target)
    shutil.rmtree(previous, ignore_errors=True)
    for left in target.parent.glob(f".{target.name}.chantier-*"):
        if not _is_alive(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(pid: str) -> bool:
    if os.name != "posix" or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
