"""The Data Package of a site: accepted by the tool of its standard, and read back as the same facts."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.exports.csv_cells import csv_lines, restored, safe
from clairevoie.exports.package_reading import read_package
from clairevoie.exports.table_names import is_named
from clairevoie.exports.tables import listed_forms, tables
from clairevoie.exports.yaml_text import text_of
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.describe import form_key
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.exports_lus import exported, exported_into, texts_of_package, without_withheld
from tests.aides.fiche_pleine import full_dataset
from tests.aides.sites import AUJOURD_HUI, FULL, full_site

PACKAGE = "donnees/paquet/datapackage.json"


def _told(folder: Path) -> list[str]:
    """What frictionless finds wrong in a package."""
    report = Package(str(folder / PACKAGE)).validate()
    return [str(error) for error in report.errors] + [
        f"{task.name}: {error.message}" for task in report.tasks for error in task.errors
    ]


def test_frictionless_accepts_the_package_and_its_foreign_keys() -> None:
    assert _told(exported()) == []


@pytest.mark.parametrize("table", ["financements", "renvois", "actions", "elements"])
def test_frictionless_sees_a_key_that_leads_nowhere(table: str, tmp_path: Path) -> None:
    folder = exported_into(tmp_path, full_site().jeu)
    where = folder / f"donnees/paquet/{table}.csv"
    rows = list(csv.reader(io.StringIO(where.read_bytes().decode(), newline="")))
    keys = [c.nom for c in tables()[table].colonnes if c.vers]
    column = next(rows[0].index(key) for key in keys if any(row[rows[0].index(key)] for row in rows[1:]))
    broken = next(row for row in rows[1:] if row[column])
    broken[column] = "fiche-qui-n-existe-pas"
    where.write_bytes(csv_lines(rows).encode())
    assert any("fiche-qui-n-existe-pas" in said for said in _told(folder))


def test_the_descriptor_tells_the_size_and_the_sum_of_each_file_and_the_state_of_the_data() -> None:
    said = json.loads((exported() / PACKAGE).read_bytes())
    assert said["version"].startswith("swh:1:dir:")
    assert [one["name"] for one in said["resources"]] == list(tables())
    for one in said["resources"]:
        content = (exported() / "donnees/paquet" / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert one["licenses"][0]["name"] == "CC-BY-4.0"


def test_each_column_has_a_name_of_its_own_and_french_words() -> None:
    for table in tables().values():
        names = Counter(colonne.nom for colonne in table.colonnes)
        assert names.most_common(1)[0][1] == 1, table.nom
        assert all(colonne.titre for colonne in table.colonnes)


def test_each_form_held_in_a_list_has_a_table_with_a_french_title() -> None:
    assert [form_key(forme) for forme in listed_forms() if not is_named(form_key(forme))] == []


def test_reading_the_package_gives_the_same_dataset(tmp_path: Path) -> None:
    shutil.copytree(FULL / "_fichiers", tmp_path / "_fichiers")
    for adresse, values in read_package(texts_of_package(exported())).items():
        path = tmp_path / f"{adresse}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(values), encoding="utf-8")
    found = validate(examine_folder(tmp_path, tuple(COLLECTIONS), examine), AUJOURD_HUI)
    assert found.jeu is not None, [str(told) for told in found.problems if told.is_error]
    assert list(found.jeu) == [without_withheld(fiche) for fiche in full_site().jeu]


@pytest.mark.parametrize("begin", ["=1+1 ", "'=", "'", '"a\r\nb";, ', "+\t", " -2 ", "''@"])
def test_every_field_of_every_form_is_read_back_whatever_begins_its_text(begin: str, tmp_path: Path) -> None:
    jeu: Jeu = full_dataset(begin)[0]
    read = read_package(texts_of_package(exported_into(tmp_path, jeu)))
    again = [type(fiche)(id=fiche.id, **read[fiche.adresse]) for fiche in jeu]
    assert again == [without_withheld(fiche) for fiche in jeu]


@given(st.text())
def test_a_cell_that_a_spreadsheet_would_run_is_only_text_and_is_read_back(text: str) -> None:
    assert restored(safe(text)) == text
    assert not safe(text).lstrip().startswith(tuple("=+-@"))


def test_numbers_stay_numbers() -> None:
    assert csv_lines([[-3, True, None, "-3"]]) == "-3,true,,'-3\r\n"
