"""Work shared between processes where the system can fork one: same results, same order, less waiting.

A forked process sees everything the parent knows without copying it, so nothing is sent but the results. The
parent does its part too: waiting, it would keep a copy of all that the others change, for nothing.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from io import SEEK_END
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Below this, starting processes costs more than it saves.
_WORTH_SHARING = 400
# How many results are told at once: what they have in common is then told once.
_TOGETHER = 64


class WorkerFailed(Exception):  # noqa: N818 - it says what happened
    """A process ended before its work was done; carries what it said of it."""


def share(work: Callable[[T], R], items: Sequence[T], size: int | None = None) -> list[R]:
    """The result of `work` on each item, in the order of the items; raises WorkerFailed, or what `work` raises.

    `size` is how much there is to do, when it is not the number of items.
    """
    workers = min(os.cpu_count() or 1, 8)
    if (len(items) if size is None else size) < _WORTH_SHARING or workers < 2 or not _can_fork():
        return [work(item) for item in items]
    fork: Any = multiprocessing.get_context("fork")
    gc.freeze()  # what the parent knows is not looked through again, nor copied, in each process
    others = [_start(fork, work, items[rank::workers]) for rank in range(1, workers)]
    done: list[Any] = [None] * len(items)
    try:
        done[::workers] = [work(item) for item in items[::workers]]
        for rank, (process, told) in enumerate(others, 1):
            done[rank::workers] = _received(process, told)
    finally:
        gc.unfreeze()
        for process, told in others:
            process.terminate()
            process.join()
            told.close()
    return done


def system_forks() -> bool:
    """Whether a process may be copied on this system; macOS can, but its own libraries break in the copy."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def _can_fork() -> bool:
    """Whether a copy of this process would work: a thread holding a lock would be missing from it."""
    return system_forks() and threading.active_count() == 1


def _start(fork: Any, work: Callable[[T], R], items: Sequence[T]) -> tuple[Any, IO[bytes]]:
    """A process at work, and the file where it tells its results as they come: none of them stays in it."""
    told = TemporaryFile()  # noqa: SIM115 - closed when all is done
    process = fork.Process(target=_run, args=(told, work, items), daemon=True)
    process.start()
    return process, told


def _run(told: IO[bytes], work: Callable[[T], R], items: Sequence[T]) -> None:
    try:
        for start in range(0, len(items), _TOGETHER):
            pickle.dump(("done", [work(item) for item in items[start : start + _TOGETHER]]), told, protocol=5)
    except Exception:
        told.seek(0)  # a result that cannot travel, or a full disk, may have left half of one
        told.truncate()
        pickle.dump(("failed", traceback.format_exc()), told)
    told.flush()


def _received(process: Any, told: IO[bytes]) -> list[Any]:
    process.join()
    if process.exitcode:
        raise WorkerFailed(f"processus arrêté, code {process.exitcode}")
    received: list[Any] = []
    size = told.seek(0, SEEK_END)
    told.seek(0)
    while told.tell() < size:
        outcome, value = pickle.load(told)
        if outcome == "failed":
            raise WorkerFailed(value)
        received += value
    return received
