"""Work shared between processes where the system can fork one: same results, same order, less waiting.

A forked process sees everything the parent knows without copying it, so nothing is sent but the results. The
parent does its part too: waiting, it would keep a copy of all that the others change, for nothing.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Below this, starting processes costs more than it saves.
_WORTH_SHARING = 400


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
        for rank, (process, receiver) in enumerate(others, 1):
            done[rank::workers] = _received(process, receiver)
    finally:
        gc.unfreeze()
        for process, _ in others:
            process.terminate()
            process.join()
    return done


def _can_fork() -> bool:
    """Whether a copy of this process would work: a thread holding a lock would be missing from it."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _start(fork: Any, work: Callable[[T], R], items: Sequence[T]) -> tuple[Any, Connection]:
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_run, args=(sender, work, items), daemon=True)
    process.start()
    sender.close()
    return process, receiver


def _run(sender: Connection, work: Callable[[T], R], items: Sequence[T]) -> None:
    try:
        sender.send(("done", [work(item) for item in items]))
    except Exception:
        sender.send(("failed", traceback.format_exc()))


def _received(process: Any, receiver: Connection) -> list[Any]:
    try:
        outcome, value = receiver.recv()
    except EOFError:
        process.join()
        raise WorkerFailed(f"processus arrêté, code {process.exitcode}") from None
    if outcome == "failed":
        raise WorkerFailed(value)
    received: list[Any] = value
    return received
