"""A site is built beside the published one and takes its place in one move, or not at all."""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from clairevoie import locks
from clairevoie.endings import unstoppable
from clairevoie.publish.exchange import move, take_place, waiting_place

# Left in every site we make: a folder without it is somebody's, and is never replaced.
MARK = ".claire-voie"
_CLAIM = ".verrou"


class NotOurs(Exception):  # noqa: N818 - it says whose folder it is
    """The folder to replace was not made by Claire-voie."""


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """An empty folder beside `target`; when the block ends well it becomes `target`, else it disappears.

    Several builds of the same site may run at the same time, even on machines that share the folder: each is whole,
    the last to end stays. Raises NotOurs before anything is built when `target` holds files that we did not make.
    """
    target = target.resolve()
    with ExitStack() as last, _claimed(target) as stage:
        yield stage
        (stage / MARK).write_text("Site produit par Claire-voie.\n", encoding="utf-8", newline="\n")
        with locked(target):
            _refuse_what_is_not_ours(target)
            last.enter_context(unstoppable())
            take_place(stage, target)


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """While the block runs, no other build moves `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    path = target.with_name(f".{target.name}{_CLAIM}")
    while True:
        with locks.opened(path, made=True) as lock:
            locks.take(lock)
            if not _is_still(path, lock):
                continue  # whoever held it took it away
            try:
                yield
                return
            finally:
                with suppress(OSError):
                    path.unlink()


def _is_still(path: Path, lock: IO[Any]) -> bool:
    """Whether that name still leads to the file that was opened."""
    with suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(lock.fileno()))
    return False


@contextmanager
def _claimed(target: Path) -> Iterator[Path]:
    """A staging folder, seen to be in use while the block runs, or any process that it started and that builds too.

    A killed build leaves its claim at once.
    """
    with ExitStack() as undo:
        with locked(target):
            _recover(target)
            _refuse_what_is_not_ours(target)
            handle, name = tempfile.mkstemp(prefix=_head(target), suffix=_CLAIM, dir=target.parent)
            undo.callback(Path(name).unlink, missing_ok=True)
            locks.take(undo.enter_context(os.fdopen(handle, "ab")))
            stage = Path(name.removesuffix(_CLAIM))
            undo.callback(_clear, stage)
            stage.mkdir()
        yield stage


def _refuse_what_is_not_ours(target: Path) -> None:
    if target.exists() and any(target.iterdir()) and not (target / MARK).exists():
        raise NotOurs(str(target))


def _recover(target: Path) -> None:
    """Mend what a build killed midway left: put the last site back, take dead staging folders away."""
    waiting = waiting_place(target)
    if (waiting / MARK).exists() and not waiting.is_symlink() and not target.exists():
        move(waiting, target)
    _clear(waiting)
    for stage in {path.with_name(path.name.removesuffix(_CLAIM)) for path in _left(target)}:
        claim = stage.with_name(f"{stage.name}{_CLAIM}")
        with suppress(OSError), locks.opened(claim, made=True) as file:
            if not locks.try_to_take(file):
                continue
            _clear(stage)
        claim.unlink(missing_ok=True)


def _left(target: Path) -> Iterator[Path]:
    return target.parent.glob(f"{glob.escape(_head(target))}*")


def _head(target: Path) -> str:
    """How the names of the staging folders of a site begin."""
    return f".{target.name}.chantier-"


def _clear(folder: Path) -> None:
    """Take a folder away, even when told to stop in the meantime."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
