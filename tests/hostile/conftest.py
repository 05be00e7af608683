"""The project of the trials, built once; each trial leaves it as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clairevoie.cli import main
from tests.aides.sites import SMALL, project_of
from tests.hostile.trial import SETTINGS, Trial


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the small data, and its site in place."""
    root = project_of(tmp_path_factory.mktemp("hostile") / "projet", SMALL)
    shutil.copyfile(SETTINGS, root / "mkdocs.yml")
    assert main(["construire", "--racine", str(root)]) == 0
    shutil.rmtree(root / "data" / "_registre", ignore_errors=True)  # addresses are tried elsewhere
    return root


@pytest.fixture
def trial(tried: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Trial]:
    """The project, in which a case may break things."""
    trial = Trial(tried, capsys)
    yield trial
    trial.restore()
