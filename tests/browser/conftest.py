"""The full site, served below a folder as Pages does, and a Chromium that talks to nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.aides.serveur import served
from tests.navigateur import OPTIONS, find


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": find(), "args": OPTIONS}


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    with served(built_site, under="claire-voie") as where:
        yield where
