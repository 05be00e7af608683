"""Make something slow once for a whole run of the tests, whatever the number of processes that share them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

# Seconds that a process waits for what another one makes.
_PATIENCE = 300.0


def once(shared: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The folder `shared/name`: the first process that asks makes it, the others wait until it is whole."""
    whole, begun, failed = (shared / f"{name}{end}" for end in ("", ".en-cours", ".echec"))
    try:
        begun.mkdir()
    except FileExistsError:
        _wait(whole, failed)
        return whole
    try:
        make(begun)
    except BaseException as failure:
        failed.write_text(repr(failure), encoding="utf-8")
        raise
    begun.rename(whole)
    begun.mkdir()  # what is whole is never begun again
    return whole


def _wait(whole: Path, failed: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not whole.exists():
        assert not failed.exists(), failed.read_text(encoding="utf-8")
        assert time.monotonic() < end, f"{whole.name} n'arrive pas"
        time.sleep(0.05)
