"""Work shared between processes where the system can fork one: same results, same order, less waiting.

A forked process sees everything the parent knows without copying it, so nothing is sent but the results. The
parent does its part too: waiting, it would keep a copy of all that the others change, for nothing.

Results travel as pickles, which may run what they name: they come from a copy of this very program, through files
that have no name and pipes, where nobody else can write.
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
from contextlib import suppress
from io import SEEK_END
from multiprocessing.connection import Connection
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple, TypeVar

from clairevoie.endings import end_with

T = TypeVar("T")
R = TypeVar("R")

# Below this, starting processes costs more than it saves.
_WORTH_SHARING = 400
# How many results are told at once: what they have in common is then told once.
_TOGETHER = 64


# Characters of what a process says when it failed: they wait in a pipe, which holds no more.
_SAID = 20_000


class WorkerFailed(Exception):  # noqa: N818 - it says what happened
    """A process ended before its work was done; carries what it said of it."""


class _Worker(NamedTuple):
    """A process at work, where it says that it failed, and the file of its results."""

    process: Any
    failed: Connection
    results: IO[bytes]


def share(work: Callable[[T], R], items: Sequence[T], size: int | None = None) -> list[R]:
    """The result of `work` on each item, in the order of the items; raises WorkerFailed, OSError where the system
    refused something, or what `work` raises here.

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
        for rank, other in enumerate(others, 1):
            done[rank::workers] = _received(other)
    finally:
        gc.unfreeze()
        for other in others:
            other.process.terminate()
            other.process.join()
            other.results.close()
            other.failed.close()
    return done


def system_forks() -> bool:
    """Whether a process may be copied on this system; macOS can, but its own libraries break in the copy."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def _can_fork() -> bool:
    """Whether a copy of this process would work: a thread holding a lock would be missing from it."""
    return system_forks() and threading.active_count() == 1


def _start(fork: Any, work: Callable[[T], R], items: Sequence[T]) -> _Worker:
    """A process at work, and the file where it tells its results as they come: none of them stays in it."""
    results = TemporaryFile()  # noqa: SIM115 - closed when all is done
    here, there = fork.Pipe(duplex=False)
    process = fork.Process(target=_run, args=(os.getpid(), there, results, work, items), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here, results)


def _run(
    parent: int, failed: Connection, results: IO[bytes], work: Callable[[T], R], items: Sequence[T]
) -> None:
    end_with(parent)
    try:
        for start in range(0, len(items), _TOGETHER):
            pickle.dump([work(item) for item in items[start : start + _TOGETHER]], results, protocol=5)
        results.flush()
    except OSError as failure:  # a full disk, for instance: the results can say no more, the pipe can
        failed.send((failure.errno, failure.strerror, failure.filename))
    except Exception:
        failed.send(traceback.format_exc()[-_SAID:])


def _received(worker: _Worker) -> list[Any]:
    worker.process.join()
    if worker.failed.poll():
        _raise(worker.failed)
    if worker.process.exitcode:
        raise WorkerFailed(f"processus arrêté, code {worker.process.exitcode}")
    received: list[Any] = []
    size = worker.results.seek(0, SEEK_END)
    worker.results.seek(0)
    while worker.results.tell() < size:
        received += pickle.load(worker.results)
    return received


def _raise(failed: Connection) -> None:
    with suppress(EOFError):  # it ended without a word
        said = failed.recv()
        raise WorkerFailed(said) if isinstance(said, str) else OSError(*said)
