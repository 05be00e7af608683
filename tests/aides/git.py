"""Run git as the tests do: on a given day, as nobody in particular, with no settings of this machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(folder: Path, *command: str, day: str = "2026-01-01") -> str:
    """Run git in a folder, on a day, as nobody in particular; what it prints."""
    at = f"{day}T12:00:00+00:00"
    who = {f"GIT_{role}_{what}": "essai" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    calm = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    env = {**os.environ, **who, **calm, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    return subprocess.run(
        ["git", *command], cwd=folder, env=env, check=True, capture_output=True, encoding="utf-8"
    ).stdout
