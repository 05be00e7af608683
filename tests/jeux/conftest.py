"""The generated sets, each built once for all the tests, without its search."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from clairevoie.build import build
from tests.aides.serveur import served
from tests.aides.sites import AUJOURD_HUI, project_of
from tests.aides.une_fois import once
from tests.jeux.fiches import write
from tests.jeux.jeux import SETS

# What gives the folder of a set of that name and size.
Project = Callable[[str, int], Path]
# What gives the address of its site.
Address = Callable[[str, int], str]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project of a set, not built."""
    made: dict[tuple[str, int], Path] = {}

    def project(name: str, total: int) -> Path:
        if (name, total) not in made:
            folder = project_of(tmp_path_factory.mktemp(f"{name}-{total}"), None)
            write(SETS[name](total), folder / "data")
            made[name, total] = folder
        return made[name, total]

    return project


@pytest.fixture(scope="session")
def built(shared: Path) -> Project:
    """The site of a set."""

    def project(name: str, total: int) -> Path:
        def make(folder: Path) -> None:
            data = write(SETS[name](total), project_of(folder, None) / "data")
            build(folder, data, folder / "site", AUJOURD_HUI, index=False)

        return once(shared, f"jeu-{name}-{total}", make) / "site"

    return project


@pytest.fixture(scope="module")
def address(built: Project) -> Callable[[str, int], str]:
    """Where the site of a set is served."""
    with ExitStack() as stack:
        at: dict[tuple[str, int], str] = {}

        def where(name: str, total: int) -> str:
            if (name, total) not in at:
                at[name, total] = stack.enter_context(served(built(name, total), under="claire-voie"))
            return at[name, total]

        yield where
