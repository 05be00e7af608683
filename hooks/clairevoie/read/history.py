"""What git tells of the data: the day of its last change, and the days each file appeared and changed."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class History:
    """Days by path (`plans/x.yml`, from the data folder); all empty where git tells nothing.

    In a shallow clone `added` is empty: the first days it holds are those of the cut, not of the files.
    """

    last: date | None = None
    added: Mapping[str, date] = field(default_factory=dict)
    changed: Mapping[str, date] = field(default_factory=dict)


def read_history(data: Path) -> History:
    """The history of a data folder; an empty one outside a repository or without git."""
    log = _git(data, "log", "--format=%x00%cs", "--name-only", "--no-renames", "--relative", "--", ".")
    if not log:
        return History()
    added: dict[str, date] = {}
    changed: dict[str, date] = {}
    for commit in log.split("\0")[1:]:
        day, *paths = [line for line in commit.splitlines() if line]
        for path in paths:
            changed.setdefault(path, date.fromisoformat(day))
            added[path] = date.fromisoformat(day)
    shallow = _git(data, "rev-parse", "--is-shallow-repository").strip() == "true"
    return History(max(changed.values(), default=None), {} if shallow else added, changed)


def _git(folder: Path, *command: str) -> str:
    """What a git command prints, nothing when it fails; paths are printed as they are."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *command],
            cwd=folder,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
