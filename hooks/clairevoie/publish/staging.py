"""A site is built beside the published one and takes its place in one move, or not at all."""

from __future__ import annotations

import glob
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

# Left in every site we make: a folder without it is somebody's, and is never replaced.
MARK = ".claire-voie"
# Seconds between two tries at a rename, where what is read by anything cannot be renamed.
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6) if os.name == "nt" else ()


class NotOurs(Exception):  # noqa: N818 - it says whose folder it is
    """The folder to replace was not made by Claire-voie."""


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """An empty folder beside `target`; when the block ends well it becomes `target`, else it disappears.

    Several builds of the same site may run at the same time: each is whole, the last to end stays.
    Raises NotOurs before anything is built when `target` holds files that we did not make.
    """
    target = target.resolve()
    stage = target.with_name(f".{target.name}.chantier-{os.getpid()}")
    with ExitStack() as claims:
        with locked(target):
            _recover(target)
            if target.exists() and any(target.iterdir()) and not (target / MARK).exists():
                raise NotOurs(str(target))
            claims.enter_context(_claimed(stage))
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir()
        try:
            yield stage
            (stage / MARK).write_text("Site produit par Claire-voie.\n", encoding="utf-8", newline="\n")
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


@contextmanager
def _claimed(stage: Path) -> Iterator[None]:
    """While the block runs, the staging folder is seen to be in use; a killed process leaves its claim at once."""
    path = _claim(stage)
    try:
        with path.open("ab") as claim:
            _take(claim)
            yield
    finally:
        path.unlink(missing_ok=True)


def _claim(stage: Path) -> Path:
    return stage.with_name(f"{stage.name}.verrou")


def _is_claimed(stage: Path) -> bool:
    path = _claim(stage)
    if not path.exists():
        return False
    with path.open("ab") as claim:
        return not _try_to_take(claim)


if sys.platform == "win32":
    import msvcrt

    def _take(lock: BinaryIO) -> None:
        lock.seek(0)
        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)

    def _try_to_take(lock: BinaryIO) -> bool:
        lock.seek(0)
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(lock: BinaryIO) -> None:
        fcntl.flock(lock, fcntl.LOCK_EX)

    def _try_to_take(lock: BinaryIO) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def move(path: Path, target: Path) -> None:
    """Rename a file or a folder, more than once if needed: on Windows, a file that anything reads stays put."""
    for pause in PAUSES:
        try:
            path.rename(target)
            return
        except PermissionError:
            time.sleep(pause)
    path.rename(target)


def _previous(target: Path) -> Path:
    return target.with_name(f".{target.name}.precedent")


def _swap(stage: Path, target: Path) -> None:
    """Two renames: between them the last site waits under another name, where `_recover` finds it."""
    previous = _previous(target)
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        move(target, previous)
    move(stage, target)
    shutil.rmtree(previous, ignore_errors=True)


def _recover(target: Path) -> None:
    """Mend what a build killed midway left: put the last site back, take dead staging folders away."""
    previous = _previous(target)
    if previous.exists() and not target.exists():
        move(previous, target)
    shutil.rmtree(previous, ignore_errors=True)
    left = {path.with_name(path.name.removesuffix(".verrou")) for path in target.parent.glob(_stages(target))}
    for stage in left:
        if not _is_claimed(stage):
            shutil.rmtree(stage, ignore_errors=True)
            _claim(stage).unlink(missing_ok=True)


def _stages(target: Path) -> str:
    return f".{glob.escape(target.name)}.chantier-*"
