"""Editorial notes: what they point at, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

PLAN = "plans/plan-2026.yml"
_PLAN = """\
nom: "Plan d'action 2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{document: rapport, repere: "Page 2"}]
objectifs:
  - numero: "1"
    texte: "Concerter"
    objectifs_specifiques:
      - numero: "1.1"
        texte: "Se réunir"
        actions:
          - {numero: "1.1.1", texte: "Tenir une rencontre", responsables: [{texte: "Coordonnatrice"}]}
"""


def about(champ: str) -> str:
    """A note about this place."""
    return f"{{champ: {champ}, nature: lacune, texte: Rien n'est dit}}"


def told(folder: Path, note: str) -> list[str]:
    """What is said when this note is added to a plan."""
    return sentences(folder, {**DEPART, PLAN: f"{_PLAN}notes: [{note}]\n"}, "SRC-05")


@pytest.mark.parametrize(
    ("champ", "proche", "premier"),
    [
        ("perode", "vouliez-vous dire « periode »? Sinon, ", "periode"),
        ("action-1-1-2", "", "action-1-1-1"),
        ("action-1-1-1.text", "vouliez-vous dire « action-1-1-1.texte »? Sinon, ", "action-1-1-1.texte"),
        ("objectifs.txte", "vouliez-vous dire « objectifs.texte »? Sinon, ", "objectifs.texte"),
        ("xyz", "", "enjeux, niveaux"),
    ],
)
def test_a_note_points_at_a_field_or_an_anchor(tmp_path: Path, champ: str, proche: str, premier: str) -> None:
    (said,) = told(tmp_path, about(champ))
    assert said.startswith(
        f"ERREUR data/{PLAN}:14:17 [SRC-05]\n"
        f"  La note vise « {champ} », qui n'existe pas.\n"
        f"  Pour corriger : {proche}vérifiez le champ, l'ancre ou le code; ici, on peut viser {premier}, "
    )


@pytest.mark.parametrize(
    "champ",
    [
        "periode",
        "objectifs",
        "objectifs.texte",
        "objectif-1",
        "os-1-1.texte",
        "action-1-1-1.echeances",
        "action-1-1-1.archives.cellule_brute",
        "echeances",
        "adoption.date",
    ],
)
def test_a_field_an_anchor_and_what_they_hold_exist(tmp_path: Path, champ: str) -> None:
    assert told(tmp_path, about(champ)) == []


@pytest.mark.parametrize("champ", ["membres", "action-1-1-1.membres", "periode.edtf.texte"])
def test_a_field_of_another_record_does_not_exist_here(tmp_path: Path, champ: str) -> None:
    assert len(told(tmp_path, about(champ))) == 1


def test_a_note_covers_rules_that_exist(tmp_path: Path) -> None:
    note = "{nature: ecart, texte: C'est ainsi, couvre: [DAT-08, DAT08]}"
    assert told(tmp_path, note) == [
        f"ERREUR data/{PLAN}:14:62 [SRC-05]\n"
        "  La note vise « DAT08 », qui n'existe pas.\n"
        "  Pour corriger : vouliez-vous dire « DAT-08 »? Sinon, vérifiez le champ, l'ancre ou le code."
    ]
