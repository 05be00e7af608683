"""The full site, served below a folder as Pages does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.aides.serveur import served


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    with served(built_site, under="claire-voie") as where:
        yield where
