"""Whoever builds their own site writes the ledger; a forge only checks that what it publishes is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.cli import main
from clairevoie.read.ledger import ledger_path, read_ledger
from tests.aides.sites import AUJOURD_HUI, SMALL, project_of

pytestmark = pytest.mark.construction


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CI", "BASE"):
        monkeypatch.delenv(name, raising=False)
    return project_of(tmp_path / "projet", SMALL)


def _build(project: Path, *others: str) -> int:
    return main(["construire", "--racine", str(project), "--date", AUJOURD_HUI.isoformat(), *others])


def test_a_build_notes_every_address_then_nothing_more(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = project / "data"
    assert _build(project, "--sortie", str(project.parent / "essai")) == 0
    assert read_ledger(data) is None
    assert _build(project) == 0
    path = ledger_path(data)
    assert capsys.readouterr().out.rstrip().endswith(f"au registre : enregistrez {path} avec le reste.")
    noted = {line.adresse: line.sens for line in (read_ledger(data) or pytest.fail("aucun registre")).lines}
    assert noted["a-propos"] == "page"
    assert noted["plans/plan-2026#action-1-1-1"].startswith("~")
    assert not [
        address for address in noted if "secret" in address or address.startswith(("t/", "e/", "donnees/c"))
    ]
    before = path.read_bytes()
    monkeypatch.setenv("CI", "true")
    assert _build(project) == 0
    assert path.read_bytes() == before
    rive = data / "territoires/rive.yml"
    rive.write_text("nom: Rive\npublication: publie\n", encoding="utf-8")
    assert _build(project) == 1
    assert "[ID-17]" in capsys.readouterr().err
    assert path.read_bytes() == before
    monkeypatch.delenv("CI")
    assert _build(project) == 0
    assert b"territoires/rive ~" in path.read_bytes()
    rive.rename(rive.with_name("berge.yml"))
    assert _build(project) == 1
    assert "anciennes_adresses: [territoires/rive]" in capsys.readouterr().err
