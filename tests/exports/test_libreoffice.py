"""LibreOffice opens the workbooks and the tables of the full site, and finds no formula in them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from clairevoie.exports.csv_cells import csv_lines
from clairevoie.model import Jeu
from clairevoie.model.plans import Plan
from tests import debian
from tests.aides.exports_lus import exported, workbook_of_plan

_FORMULA = "table:formula="


@pytest.fixture(scope="module")
def soffice() -> str:
    """The command of LibreOffice, installed if need be."""
    if shutil.which("soffice") is None:
        if not (debian.is_here() and debian.is_root()):
            pytest.skip("LibreOffice n'est pas là")
        debian.install(["libreoffice-calc"])
    found = shutil.which("soffice")
    assert found
    return found


def _opened(soffice: str, files: list[Path], folder: Path) -> dict[str, str]:
    """What LibreOffice makes of files, as plain XML by the name of each."""
    command = [soffice, "--headless", f"-env:UserInstallation=file://{folder}/profil", "--convert-to", "fods"]
    subprocess.run([*command, "--outdir", str(folder / "lus"), *files], check=True, capture_output=True)
    return {path.stem: path.read_text(encoding="utf-8") for path in (folder / "lus").glob("*.fods")}


@pytest.mark.endurance
def test_no_cell_of_the_full_site_is_a_formula(soffice: str, tmp_path: Path) -> None:
    folder = exported() / "donnees"
    files = [*folder.glob("*.xlsx"), *folder.glob("*/*.xlsx"), *folder.glob("paquet/*.csv")]
    read = _opened(soffice, files, tmp_path)
    assert read.keys() == {path.stem for path in files}
    assert [name for name, text in read.items() if _FORMULA in text or "<table:table-row" not in text] == []


@pytest.mark.endurance
def test_what_looks_like_a_formula_stays_text(soffice: str, tmp_path: Path) -> None:
    plan = Plan(id="plan", nom="=1+1", publication="publie", niveaux=["=2+2"])
    book, table, run = (tmp_path / name for name in ("plan.xlsx", "table.csv", "brut.csv"))
    book.write_bytes(workbook_of_plan(plan, Jeu.of((plan,))))
    table.write_text(csv_lines([["nom"], ["=1+1"], ["+2"]]), encoding="utf-8")
    run.write_text("nom\r\n=1+1\r\n", encoding="utf-8")
    read = _opened(soffice, [book, table, run], tmp_path)
    assert _FORMULA in read["brut"], (
        "LibreOffice no longer runs what is not neutralised: the test proves nothing"
    )
    assert _FORMULA not in read["plan"] + read["table"]
