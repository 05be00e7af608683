"""The process that builds the site of a preview: alone in it, a build may share its work between processes.

The page is shown first; the search index, the longest part, is made afterwards and gives way to the next change.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from clairevoie.build import build
from clairevoie.desk import Desk
from clairevoie.merge import index_again
from clairevoie.missing_history import what_is_missing
from clairevoie.parallel import system_forks
from clairevoie.report import describe_failure, summary, warnings

# Seconds: one save often follows another, and a process takes a moment to start or to end.
_BREATH = 0.5
_Context: Any = multiprocessing.get_context("fork" if system_forks() else "spawn")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended: what is wrong with the files, if anything, and what to say in the terminal."""

    fault: str
    told: str


class Builder:
    """Builds when asked, in its own process; to be started before any thread is."""

    def __init__(self, root: Path, data: Path, out: Path) -> None:
        self._here, there = _Context.Pipe()
        self._process = _Context.Process(target=_work, args=(there, self._here, root, data, out))
        self._process.start()
        there.close()

    def build(self, on: date) -> Outcome:
        """Build the site of a day; whatever happens is told."""
        try:
            self._here.send(on)
            outcome: Outcome = self._here.recv()
        except (EOFError, OSError):
            stopped = "Le programme qui construit le site s'est arrêté. Relancez « clairevoie servir »."
            return Outcome(stopped, stopped)
        return outcome

    def close(self) -> None:
        """End the process, and what it was doing."""
        self._here.close()
        self._process.terminate()
        self._process.join()


def attempt(root: Path, data: Path, out: Path, on: date, cache_dir: Path) -> Outcome:
    """Build without the index: `out` is the new site, or stays the last good one."""
    desk = Desk(root, data)
    try:
        loaded = build(root, data, out, on, cache_dir, index=False)
    except Exception as failure:
        told = describe_failure(failure, desk)
        return Outcome(told, told)
    said = (*what_is_missing(loaded.history), *warnings(desk.set_out(loaded.problems)))
    return Outcome("", "\n".join([*said, f"Site à jour. {summary(loaded.problems)}"]))


def _work(asked: Connection, other_end: Connection, root: Path, data: Path, out: Path) -> None:
    """Build each time something is asked, until nobody can ask any more."""
    other_end.close()  # else this process would keep its own line open
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asks says when it is over
    signal.signal(signal.SIGTERM, _leave)
    cache_dir = out.with_name("memoire")
    indexing: Any = None
    try:
        while True:
            on: date = asked.recv()
            _end(indexing)
            outcome = attempt(root, data, out, on, cache_dir)
            asked.send(outcome)
            gc.collect()
            if not outcome.fault and not asked.poll(_BREATH):
                indexing = _Context.Process(target=index_again, args=(out, cache_dir))
                indexing.start()
    except (EOFError, OSError):
        return
    finally:
        _end(indexing)


def _leave(*_: object) -> None:
    """Stop as at the end of the program: staging folders and other processes are tidied on the way out."""
    sys.exit()


def _end(indexing: Any) -> None:
    """End a process; one that is just being started may miss the first call."""
    while indexing is not None and indexing.is_alive():
        indexing.terminate()
        indexing.join(_BREATH)
