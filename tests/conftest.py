"""Sites built once for all the tests: the real one, and a small complete one with invented facts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clairevoie.build import build

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "petit_site" / "data"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the five démarches."""
    out = tmp_path_factory.mktemp("reel") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIREVOIE_ADRESSE", "https://exemple.test/claire-voie/")
        build(ROOT, ROOT / "data", out)
    return out


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small site."""
    out = tmp_path_factory.mktemp("petit") / "site"
    build(ROOT, SMALL, out)
    return out


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, its data included, in which a story may break things."""
    for name in ("content", "data", "overrides", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path
