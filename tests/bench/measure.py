"""A command is run: how long it took, how much processor and memory, and what it left on disk."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
_PAUSE = 0.05


class Failed(Exception):  # noqa: N818 - it says what happened
    """A measured command did not end well; carries what it printed."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run. Seconds on the clock; seconds of processor, children included; bytes of memory.

    `resident` is the largest resident size of any one process of the run; `memory`, known only when it was
    watched, the largest sum over the processes alive together, pages they share counted once. `moved` is the part of
    a screen that moved while its page came.
    """

    wall: float
    cpu: float = 0.0
    resident: int = 0
    cache_dir: int = 0
    size: int = 0
    files: int = 0
    moved: float = 0.0


def run(command: Sequence[str], env: Mapping[str, str], watch: bool = False) -> Sample:
    """Run from the root of the project; watching memory costs time, so a watched run is not a timed one."""
    with tempfile.TemporaryFile() as said:
        before = time.perf_counter()
        child = subprocess.Popen(command, cwd=PROJECT, env={**os.environ, **env}, stdout=said, stderr=said)
        peak = _Peak(child.pid) if watch else None
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - before
        child.returncode = os.waitstatus_to_exitcode(status)
        cache_dir = peak.stop() if peak else 0
        if child.returncode:
            said.seek(0)
            raise Failed(f"{' '.join(map(str, command))}\n{said.read().decode(errors='replace')[-4000:]}")
    resident = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Sample(wall, usage.ru_utime + usage.ru_stime, resident, cache_dir)


def weigh(folder: Path) -> tuple[int, int]:
    """Bytes and number of the files of a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)


class _Peak:
    """Watches the memory of a process and of all its descendants; only where the system tells it (Linux)."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._over = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(_PAUSE):
            self._peak = max(self._peak, sum(map(_proportional, _tree(self._pid))))

    def stop(self) -> int:
        """End the watch, and give the peak in bytes."""
        self._over.set()
        self._thread.join()
        return self._peak


def _tree(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            tasks = list(Path(f"/proc/{parent}/task").iterdir())
            children = " ".join((task / "children").read_text() for task in tasks)
        except OSError:
            continue
        found += map(int, children.split())
    return found


def _proportional(pid: int) -> int:
    """Its own pages, and its part of those it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
