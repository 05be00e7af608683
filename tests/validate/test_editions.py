"""What a plan says that it takes up was in an edition that it replaces (REF-22)."""

from __future__ import annotations

from pathlib import Path

from tests.aides.stories import DEPART, PLAN_CLIMAT, problems, sentences

ANCIEN = (
    PLAN_CLIMAT + 'remplace_par: nouveau\nactions: [{numero: "1", texte: Semer.}]\nbudgets: [{id: budget}]\n'
)
NOUVEAU = PLAN_CLIMAT.replace("Plan climat", "Plan climat 2") + (
    'remplace: ancien\nactions: [{numero: "1", texte: Planter., reprend: ICI}]\n'
)


def _files(reprend: str) -> dict[str, str]:
    return DEPART | {"plans/ancien.yml": ANCIEN, "plans/nouveau.yml": NOUVEAU.replace("ICI", reprend)}


def test_an_action_of_the_edition_before_may_be_taken_up(tmp_path: Path) -> None:
    assert problems(tmp_path, _files("[plans/ancien#action-1]"), "REF-22") == []


def test_what_is_no_action_is_not_taken_up(tmp_path: Path) -> None:
    assert sentences(tmp_path, _files("[plans/ancien#budget]"), "REF-22") == [
        "ERREUR data/plans/nouveau.yml:7:52 [REF-22]\n"
        "  « plans/ancien#budget » n'est pas dans une édition que ce plan remplace.\n"
        "  Pour corriger : écrivez l'adresse d'une action ou d'un objectif de plans/ancien."
    ]


def test_an_action_of_another_plan_is_not_taken_up(tmp_path: Path) -> None:
    other = PLAN_CLIMAT.replace("Plan climat", "Autre") + 'actions: [{numero: "1", texte: Semer.}]\n'
    files = _files("[plans/autre#action-1]") | {"plans/autre.yml": other}
    assert len(problems(tmp_path, files, "REF-22")) == 1


def test_a_plan_that_replaces_none_takes_up_nothing(tmp_path: Path) -> None:
    files = _files("[plans/ancien#action-1]")
    alone = {
        name: text.replace("remplace: ancien\n", "").replace("remplace_par: nouveau\n", "")
        for name, text in files.items()
    }
    (told,) = problems(tmp_path, alone, "REF-22")
    assert told.remedy == "dites d'abord quelle édition ce plan remplace (remplace), ou retirez reprend."


def test_an_anchor_that_is_not_there_is_told_as_for_any_link(tmp_path: Path) -> None:
    assert len(problems(tmp_path, _files("[plans/ancien#action-9]"), "REF-19")) == 1
