"""Programs of npm that the project is measured with, each put beside it in `.outils/`, at one version."""

from __future__ import annotations

import subprocess
from pathlib import Path

_PLACE = Path(__file__).parent.parent / ".outils"


def home(name: str) -> Path:
    """The folder of a program."""
    return _PLACE / name


def install(name: str, package: str) -> None:
    """Put `package` (`lighthouse@12.8.2`) in its folder; no script of its packages is run."""
    folder = home(name)
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    subprocess.run(["npm", "install", *options, package], check=True, capture_output=True)
