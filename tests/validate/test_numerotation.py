"""Numbers of objectives and actions: what was typed in a plan, and the sentence that comes back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from clairevoie.problems import Niveau
from tests.aides.stories import DEPART, problems, sentences

PLAN = "plans/plan-2026.yml"
_HEAD = """\
nom: "Plan d'action 2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{document: rapport, repere: "Page 2"}]
objectifs:
  - numero: "1"
    texte: "Mieux manger."
"""


def plan(added: str) -> dict[str, str]:
    """The smallest dataset with a plan; these lines stand inside its objective 1, from line 9."""
    return {**DEPART, PLAN: _HEAD + added}


def actions(numeros: Sequence[str]) -> dict[str, str]:
    """The same, with actions of these numbers under the specific objective 1.1; the first is on line 13."""
    lines = [
        "    objectifs_specifiques:",
        '      - numero: "1.1"',
        "        texte: Cuisiner.",
        "        actions:",
        *(
            f'          - {{numero: "{numero}", id: a-{rank}, texte: Agir.}}'
            for rank, numero in enumerate(numeros)
        ),
    ]
    return plan("\n".join(lines) + "\n")


# REF-13

_EMPTY = '    objectifs_specifiques:\n      - {numero: "1.1", texte: Cuisiner.}\n'


def test_a_specific_objective_without_action_is_told(tmp_path: Path) -> None:
    assert sentences(tmp_path, plan(_EMPTY), "REF-13") == [
        "AVERTISSEMENT data/plans/plan-2026.yml:10:9 [REF-13]\n"
        "  L'objectif 1.1 n'a aucune action.\n"
        "  Pour corriger : ajoutez les actions; si la source est ainsi, ajoutez une note "
        '{nature: lacune, couvre: [REF-13], texte: "…"}.'
    ]


def test_an_objective_without_a_number_is_told_by_its_anchor(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, plan(_EMPTY.replace('numero: "1.1"', "id: os-cuisine")), "REF-13")
    assert told.fault == "L'objectif os-cuisine n'a aucune action."


def test_a_note_covers_it_when_the_source_is_so(tmp_path: Path) -> None:
    note = (
        "notes: [{champ: os-1-1, nature: lacune, couvre: [REF-13], texte: Aucune action dans la source.}]\n"
    )
    (told,) = problems(tmp_path, plan(_EMPTY + note), "REF-13")
    assert told.niveau is Niveau.INFORMATION


def test_an_objective_or_a_draft_without_action_is_silent(tmp_path: Path) -> None:
    draft = plan(_EMPTY)[PLAN].replace("publication: publie", "publication: brouillon")
    assert problems(tmp_path / "objective", plan(""), "REF-13") == []
    assert problems(tmp_path / "draft", DEPART | {PLAN: draft}, "REF-13") == []
    assert problems(tmp_path / "action", actions(["1.1.1"]), "REF-13") == []


# REF-14


def test_an_action_under_another_objective_than_its_number_says_is_told(tmp_path: Path) -> None:
    assert sentences(tmp_path, actions(["1.1.1", "1.2.1"]), "REF-14") == [
        "AVERTISSEMENT data/plans/plan-2026.yml:14:22 [REF-14]\n"
        "  L'action 1.2.1 est placée sous l'objectif 1.1.\n"
        '  Pour corriger : écrivez numero: "1.1.2", ou déplacez-la; si la source est ainsi, '
        'ajoutez une note {nature: ecart, couvre: [REF-14], texte: "…"}.'
    ]


def test_an_action_is_also_held_to_the_objective_around(tmp_path: Path) -> None:
    files = plan(
        "    objectifs_specifiques:\n"
        '      - {numero: "2.1", texte: Lire., actions: [{numero: "2.1.1", texte: Agir.}]}\n'
    )
    (told,) = problems(tmp_path, files, "REF-14")
    assert told.fault == "L'action 2.1.1 est placée sous l'objectif 1."


def test_an_action_from_elsewhere_is_told_without_the_hole_that_it_leaves(tmp_path: Path) -> None:
    found = problems(tmp_path, actions(["1.1.1", "1.3.2", "1.1.3"]), "REF-14")
    assert [one.fault for one in found] == ["L'action 1.3.2 est placée sous l'objectif 1.1."]


@pytest.mark.parametrize(
    ("numeros", "told"),
    [
        (["1.1.1", "1.1.2", "1.1.4"], "Il n'y a pas d'action 1.1.3 avant l'action 1.1.4."),
        (["1.1.2"], "Il n'y a pas d'action 1.1.1 avant l'action 1.1.2."),
        (["1.1.1", "1.1.1"], "Le numéro 1.1.1 est donné à deux actions."),
        (["1", "3"], "Il n'y a pas d'action 2 avant l'action 3."),
        (["1.1"], "L'action 1.1 porte le numéro de son objectif."),
    ],
)
def test_a_hole_or_a_number_used_twice_is_told(tmp_path: Path, numeros: list[str], told: str) -> None:
    found = problems(tmp_path, actions(numeros), "REF-14")
    assert [one.fault for one in found] == [told]


@pytest.mark.parametrize(
    "numeros",
    [
        ["1.1.1", "1.1.2", "1.1.3"],
        [f"1.1.{rank}" for rank in range(1, 12)],
        ["1.1.2", "1.1.1"],
        ["4", "5"],
        ["1.1 a)", "1.1 b)"],
        ["a)", "b)", "4", "5"],
    ],
)
def test_numbers_that_follow_their_objective_are_silent(tmp_path: Path, numeros: list[str]) -> None:
    assert problems(tmp_path, actions(numeros), "REF-14") == []


# REF-16


def specific(archives: str, more: str = "") -> dict[str, str]:
    """A plan with a specific objective 1.1 criticised so, then these others."""
    return plan(
        f'    objectifs_specifiques:\n      - {{numero: "1.1", texte: Un., archives: {{{archives}}}}}\n{more}'
    )


def test_another_number_in_the_list_is_told(tmp_path: Path) -> None:
    assert sentences(tmp_path, specific('numero_liste: "1.2"'), "REF-16") == [
        "AVERTISSEMENT data/plans/plan-2026.yml:10:62 [REF-16]\n"
        "  La numérotation de l'objectif spécifique 1.1 diffère d'un endroit à l'autre de la source.\n"
        '  Pour corriger : ajoutez une note {nature: ecart, couvre: [REF-16], texte: "…"}.'
    ]


def test_another_number_in_a_variant_is_told(tmp_path: Path) -> None:
    assert len(problems(tmp_path, specific('variantes: [{numero: "1.3", texte: Un.}]'), "REF-16")) == 1


def test_an_objective_missing_from_one_place_of_the_source_is_told(tmp_path: Path) -> None:
    everywhere = '      - {numero: "1.2", texte: Deux., archives: {present_dans: [liste, tableau]}}\n'
    assert len(problems(tmp_path / "both", specific("present_dans: [tableau]", everywhere), "REF-16")) == 1
    assert len(problems(tmp_path / "one", specific("present_dans: [tableau]"), "REF-16")) == 1


def test_the_same_number_everywhere_is_silent(tmp_path: Path) -> None:
    archives = (
        'numero_liste: "1.1", variantes: [{numero: "1.1", texte: Une.}], present_dans: [liste, tableau]'
    )
    assert problems(tmp_path, specific(archives), "REF-16") == []
