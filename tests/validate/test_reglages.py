"""The habits of the community, typed in mkdocs.yml: what they say, and what is answered when they say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.build import check
from clairevoie.model.phrases import ReglagesDuTemps
from clairevoie.read.settings import read_settings
from clairevoie.validate.reglages import time_settings
from tests.aides.stories import DEPART, ON, write


def _typed(folder: Path, extra: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    text = f'site_url: !ENV [ADRESSE, "https://exemple.test/"]\nextra:\n  signaler: ""\n{extra}'
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ("", ReglagesDuTemps(4, (8, 6))),
        ("  exercice: janvier\n", ReglagesDuTemps(1, (8, 6))),
        ("  exercice: 1er juillet\n", ReglagesDuTemps(7, (8, 6))),
        ("  exercice: Septembre\n  annee_scolaire: de septembre à juin\n", ReglagesDuTemps(9, (9, 6))),
        ("  annee_scolaire: août à mai\n", ReglagesDuTemps(4, (8, 5))),
    ],
)
def test_the_months_of_a_community_are_those_of_its_settings(
    tmp_path: Path, extra: str, said: ReglagesDuTemps
) -> None:
    typed = (_typed(tmp_path, extra) / "mkdocs.yml").read_bytes()
    assert time_settings(read_settings(typed)) == (said, ())


@pytest.mark.parametrize("typed", [b"", b"extra: [\n", b"extra: 3\n", b"\xff\xfe", b"[" * 2_000, b"- a\n"])
def test_a_project_whose_settings_say_nothing_has_the_usual_months(typed: bytes) -> None:
    assert time_settings(read_settings(typed)) == (ReglagesDuTemps(), ())


@pytest.mark.parametrize(
    ("extra", "place", "said", "remedy"),
    [
        ("  exercice: 15\n", "4:13", "« 15 » n'est pas un réglage possible pour « exercice ».",
         "écrivez par exemple exercice: 1er avril."),
        ("  exercice: 15 avril\n", "4:13", "« 15 avril » n'est pas un réglage possible pour « exercice ».",
         "écrivez par exemple exercice: 1er avril."),
        ("  annee_scolaire: août\n", "4:19", "« août » n'est pas un réglage possible pour « annee_scolaire ».",
         "écrivez par exemple annee_scolaire: août à juin."),
        ("  annee_scolaire: [août, juin]\n", "4:19", "Ce n'est pas un réglage possible pour « annee_scolaire ».",
         "écrivez par exemple annee_scolaire: août à juin."),
    ],
)  # fmt: skip
def test_a_setting_that_names_no_month_is_told_where_it_was_typed(
    tmp_path: Path, extra: str, place: str, said: str, remedy: str
) -> None:
    data = write(_typed(tmp_path, extra), DEPART)
    (tmp_path / "content").mkdir()
    (told,) = [one for one in check(tmp_path, data, ON) if one.code == "SIT-11"]
    assert str(told) == f"ERREUR mkdocs.yml:{place} [SIT-11]\n  {said}\n  Pour corriger : {remedy}"
