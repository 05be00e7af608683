"""The program as people run it: in a process of its own, that may be limited, stopped or killed."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.aides.sites import AUJOURD_HUI

# What the command says of the site in place when it could not make another one.
KEPT = "Rien n'a été publié; le site en place reste tel quel.\n"


# As Linux numbers them.
_DROP, _DAC_OVERRIDE, _DAC_READ_SEARCH = 24, 1, 2


def as_anybody() -> None:
    """Give up, were it root, the right to read and write what its mode forbids."""
    for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
        ctypes.CDLL(None).prctl(_DROP, capability)


def start(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> subprocess.Popen[str]:
    """Start `clairevoie` with these arguments, in a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "clairevoie", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="surrogateescape",
        preexec_fn=before,
        start_new_session=True,
    )


def construct(project: Path, *others: str | Path, **options: object) -> subprocess.Popen[str]:
    """Start building a project on the day of the tests."""
    place = ("--racine", project, "--date", AUJOURD_HUI.isoformat())
    return start("construire", *place, *others, **options)  # type: ignore[arg-type]


def ended(program: subprocess.Popen[str]) -> tuple[int, str, str]:
    """What a program gave and said, once it has ended."""
    out, error = program.communicate(timeout=120)
    return program.returncode, out, error


def wait_until_it_listens(program: subprocess.Popen[str]) -> None:
    """Until the program has said what it does when it is told to end."""
    mask = 1 << (signal.SIGTERM - 1)
    for _ in range(2000):
        status = Path(f"/proc/{program.pid}/status").read_text(encoding="ascii", errors="replace")
        caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
        if int(caught.split()[1], 16) & mask:
            return
        time.sleep(0.005)


def snapshot(site: Path) -> dict[str, bytes]:
    """Every file of a site, by its name."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
