"""Sites built once for all the tests, with invented facts, and a Chromium that talks to nobody else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import tests.aides.hasard  # noqa: F401 (chooses how long to look)
from clairevoie.build import build
from tests.aides.sites import AUJOURD_HUI, SMALL, full_project, project_of
from tests.aides.une_fois import once
from tests.navigateur import OPTIONS, find

BASE = "https://exemple.test/claire-voie/"
# What asks for a site built whole.
_BUILT = {"full", "built_site", "small_site"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and what waits for a whole site, by where it stands and what it asks for."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.navigateur)
        elif not _BUILT.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.construction)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": find(), "args": OPTIONS}


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all the processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def full(shared: Path) -> Path:
    """The full site as a project, its history included, with its site in `site/`; to be looked at, not changed."""

    def make(folder: Path) -> None:
        project = full_project(folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CLAIREVOIE_ADRESSE", BASE)
            build(project, project / "data", project / "site", AUJOURD_HUI, shared / "garde")

    return once(shared, "plein", make)


@pytest.fixture(scope="session")
def built_site(full: Path) -> Path:
    """The folder of the full site, built."""
    return full / "site"


@pytest.fixture(scope="session")
def small_site(shared: Path) -> Path:
    """The folder of the small site, built."""

    def make(folder: Path) -> None:
        project = project_of(folder, SMALL)
        build(project, project / "data", project / "site", AUJOURD_HUI)

    return once(shared, "petit", make) / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the small data, in which a story may break things."""
    return project_of(tmp_path, SMALL)


@pytest.fixture
def full_copy(tmp_path: Path) -> Path:
    """A project with the full data, in which a story may break things."""
    return project_of(tmp_path)
