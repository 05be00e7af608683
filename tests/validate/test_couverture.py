"""Covering notes: a warning that a note explains becomes information, there and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, problems, verdict

COMITE = "comites/table-de-quartier.yml"
LONG = "a" * 5001
_LONG_TEXTS = DEPART[COMITE] + (
    f'mission: {LONG}\nmandats:\n  - {{numero: "1", texte: {LONG}}}\n  - {LONG}\n'
)


def covered(tmp_path: Path, note: str) -> list[bool]:
    """Whether the mission, the first and the second mandate are covered by this note."""
    files = {**DEPART, COMITE: _LONG_TEXTS + f"notes: [{{{note}nature: ecart, texte: Voulu}}]\n"}
    found = problems(tmp_path, files, "TYP-18")
    assert [problem.origin.line for problem in found] == [6, 8, 9]
    return [problem.niveau == "INFORMATION" for problem in found]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("couvre: [TYP-18], ", [True, True, True]),
        ("couvre: [REF-06, TYP-18], champ: mission, ", [True, False, False]),
        ("couvre: [TYP-18], champ: mandats, ", [False, True, True]),
        ("couvre: [TYP-18], champ: mandat-1, ", [False, True, False]),
        ("couvre: [TYP-18], champ: mandat-1.texte, ", [False, True, False]),
        ("couvre: [TYP-18], champ: mandat-1.archives, ", [False, False, False]),
        ("couvre: [TYP-18], champ: texte, ", [False, True, False]),
        ("couvre: [TYP-18], champ: nom, ", [False, False, False]),
        ("couvre: [REF-06], ", [False, False, False]),
        ("champ: mission, ", [False, False, False]),
    ],
)
def test_a_note_covers_what_it_designates(tmp_path: Path, note: str, expected: list[bool]) -> None:
    assert covered(tmp_path, note) == expected


def test_a_note_covers_nothing_in_another_record(tmp_path: Path) -> None:
    note = "notes: [{couvre: [TYP-18], nature: ecart, texte: Voulu}]\n"
    name = "enjeux/entraide.yml"
    files = {**DEPART, COMITE: _LONG_TEXTS, name: DEPART[name] + note}
    assert {problem.niveau for problem in problems(tmp_path, files, "TYP-18")} == {"AVERTISSEMENT"}


def test_an_error_is_never_covered(tmp_path: Path) -> None:
    text = "mission: Le <b>bilan</b>\nnotes: [{couvre: [TYP-17], nature: ecart, texte: Voulu}]\n"
    found = verdict(tmp_path, {**DEPART, COMITE: DEPART[COMITE] + text})
    assert found.jeu is None
    assert [problem.niveau for problem in found.problems if problem.code == "TYP-17"] == ["ERREUR"]


def test_a_note_covers_what_the_reader_of_files_warns_of(tmp_path: Path) -> None:
    note = "notes: [{couvre: [YAML-10], champ: mission, nature: ecart, texte: Voulu}]\n"
    text = "mission: Faire le bilan # un reste\n" + note
    found = problems(tmp_path, {**DEPART, COMITE: DEPART[COMITE] + text}, "YAML-10")
    assert [problem.niveau for problem in found] == ["INFORMATION"]
