"""The engine in a process of its own, and what it says.

Where the system can copy this process, the copy is the engine: what the hook imports is there already, a second of
processor that a new process would spend on it. Elsewhere, a new process.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from clairevoie.endings import end_with, when_forked
from clairevoie.parallel import can_fork


class EngineProcess:
    """A module at work, as `python -m` runs it."""

    def __init__(self, module: str, options: Sequence[str], folder: Path, told: Mapping[str, str]) -> None:
        """Start it in this folder, with these variables of environment, without waiting."""
        self._said = TemporaryFile()  # noqa: SIM115 - closed once it is read
        start = _copy if can_fork() else _launch
        self._end, self._kill = start([module, *options], folder, told, self._said)

    def finish(self) -> tuple[int, str]:
        """Wait for it: its exit code, and all that it said."""
        code = self._end()
        with self._said as said:
            said.seek(0)
            return code, said.read().decode("utf-8", "replace")

    def stop(self) -> None:
        """End it where it is."""
        self._kill()
        self.finish()


# What waits for the end of a process and gives its exit code, and what ends it at once.
_Handles = tuple[Callable[[], int], Callable[[], None]]


def _launch(words: list[str], folder: Path, told: Mapping[str, str], said: IO[bytes]) -> _Handles:
    process = subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=folder,
        preexec_fn=when_forked(),
        env={**os.environ, **told, "PYTHONIOENCODING": "utf-8"},
        stdout=said,
        stderr=subprocess.STDOUT,
    )
    return process.wait, process.kill


def _copy(words: list[str], folder: Path, told: Mapping[str, str], said: IO[bytes]) -> _Handles:
    arguments = (os.getpid(), words, folder, told, said)
    process = multiprocessing.get_context("fork").Process(target=_run, args=arguments, daemon=True)
    process.start()

    def end() -> int:
        process.join()
        return process.exitcode or 0

    return end, process.kill


def _run(parent: int, words: list[str], folder: Path, told: Mapping[str, str], said: IO[bytes]) -> None:
    """What the copy does: it says there what a process started for this would print."""
    end_with(parent)
    for stream in (1, 2):
        os.dup2(said.fileno(), stream)
    sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115
    os.environ.update(told)
    os.chdir(folder)
    sys.argv = words
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)
