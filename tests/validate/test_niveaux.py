"""Levels of objectives: what was typed in a plan, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

from clairevoie.problems import Niveau
from tests.aides.stories import DEPART, PLAN_CLIMAT, problems, sentences, verdict

PLAN = "plans/plan-2026.yml"
# An objective inside another, as many times as asked; the last one has an action.
_ACTIONS = 'actions: [{id: planter, texte: "Planter."}]'


def nested(levels: int, added: str = "") -> dict[str, str]:
    """The smallest dataset with a plan of so many levels, one objective each; its objectives begin on line 6."""
    inside = _ACTIONS
    lines = ["objectifs:"]
    for level in range(1, levels + 1):
        dent = "    " * (level - 1)
        lines += [f"{dent}  - id: niveau-{level}", f"{dent}    texte: Niveau {level}."]
        lines += [f"{dent}    {'objectifs:' if level < levels else inside}"]
    return {**DEPART, PLAN: PLAN_CLIMAT + "\n".join(lines) + "\n" + added}


def test_four_levels_are_accepted(tmp_path: Path) -> None:
    assert [p for p in verdict(tmp_path, nested(4)).problems if p.is_error] == []


def test_a_fifth_level_is_refused_where_it_begins(tmp_path: Path) -> None:
    assert sentences(tmp_path, nested(5), "REF-30") == [
        "ERREUR data/plans/plan-2026.yml:19:21 [REF-30]\n"
        "  Les objectifs ont un cinquième niveau; le site en tient quatre.\n"
        "  Pour corriger : gardez quatre niveaux d'objectifs et quatre noms au plus : écrivez ce qui est plus fin "
        "dans actions, puis dans sous_actions."
    ]


def test_a_sixth_level_is_told_once_with_the_fifth(tmp_path: Path) -> None:
    assert len(problems(tmp_path, nested(6), "REF-30")) == 1


def test_the_specific_objectives_of_a_fourth_level_are_a_fifth(tmp_path: Path) -> None:
    files = nested(4)
    files[PLAN] = files[PLAN].replace(_ACTIONS, 'objectifs_specifiques: [{id: os, texte: "A"}]')
    assert len(problems(tmp_path, files, "REF-30")) == 1


def test_a_fifth_level_typed_where_no_level_follows_is_told_as_a_fifth_level(tmp_path: Path) -> None:
    files = nested(3)
    fifth = 'objectifs_specifiques: [{id: os, texte: "A", objectifs: [{id: plus-bas, texte: "B"}]}]'
    files[PLAN] = files[PLAN].replace(_ACTIONS, fifth)
    (told,) = (one for one in verdict(tmp_path, files).problems if one.is_error)
    assert told.code == "REF-30"


def test_more_words_than_levels_are_told(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, nested(2, "niveaux: [Axe, Constat, Objectif]\n"), "REF-31")
    assert "La fiche nomme 3 niveaux d'objectifs; elle en a 2." in told


def test_fewer_words_than_levels_are_told_and_a_note_covers_it(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, nested(3, "niveaux: [Axe]\n"), "REF-31")
    assert told.fault == "La fiche nomme 1 niveau d'objectifs; elle en a 3."
    note = "notes: [{champ: niveaux, nature: ecart, couvre: [REF-31], texte: La source en nomme un.}]\n"
    (told,) = problems(tmp_path / "b", nested(3, "niveaux: [Axe]\n" + note), "REF-31")
    assert told.niveau is Niveau.INFORMATION


def test_words_for_levels_without_any_objective_are_told(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, {**DEPART, PLAN: PLAN_CLIMAT + "niveaux: [Axe]\n"}, "REF-31")
    assert told.fault == "La fiche nomme 1 niveau d'objectifs; elle n'en a aucun."


def test_as_many_words_as_levels_say_nothing(tmp_path: Path) -> None:
    assert problems(tmp_path, nested(2, "niveaux: [Axe, Constat]\n"), "REF-31") == []


def test_the_actions_that_the_source_announces_are_counted_at_any_depth(tmp_path: Path) -> None:
    assert problems(tmp_path, nested(3, "actions_annoncees: 1\n"), "REF-32") == []
    (told,) = sentences(tmp_path / "b", nested(3, "actions_annoncees: 44\n"), "REF-32")
    assert "La source annonce 44 actions; le site en compte 1." in told


def test_an_objective_tells_how_many_actions_it_lacks(tmp_path: Path) -> None:
    files = nested(2)
    files[PLAN] = files[PLAN].replace("texte: Niveau 2.", "texte: Niveau 2.\n        actions_annoncees: 3")
    (told,) = problems(tmp_path, files, "REF-32")
    assert told.fault == "L'objectif niveau-2 : la source annonce 3 actions; le site en compte 1."


def test_two_levels_of_one_number_do_not_share_an_anchor_once_they_have_words(tmp_path: Path) -> None:
    typed = 'objectifs: [{numero: "1", texte: A, objectifs: [{numero: "1", texte: B, actions: [{id: c, texte: C}]}]}]\n'
    files = {**DEPART, PLAN: PLAN_CLIMAT + typed}
    (told,) = problems(tmp_path, files, "ID-05")
    assert "« objectif-1 »" in told.fault
    files[PLAN] += "niveaux: [Axe, Objectif]\n"
    assert problems(tmp_path / "b", files, "ID-05") == []


def test_the_last_objective_of_several_levels_needs_an_action(tmp_path: Path) -> None:
    files = nested(3)
    files[PLAN] = files[PLAN].replace(f"            {_ACTIONS}\n", "")
    (told,) = problems(tmp_path, files, "REF-13")
    assert told.fault == "L'objectif niveau-3 n'a aucune action."


def test_an_axis_that_numbers_apart_is_not_what_its_actions_are_numbered_after(tmp_path: Path) -> None:
    typed = (
        'objectifs: [{numero: "1", texte: A, objectifs: [{numero: "3", texte: B, actions: '
        '[{numero: "3.1", texte: C}, {numero: "3.2", texte: D}]}]}]\n'
    )
    files = {**DEPART, PLAN: PLAN_CLIMAT + typed + "niveaux: [Axe, Orientation]\n"}
    assert problems(tmp_path, files, "REF-14") == []
