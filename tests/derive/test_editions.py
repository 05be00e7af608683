"""What became of the objectives and actions of a plan in its next edition; nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from clairevoie.derive.editions import ComparaisonEditions, compare_editions, editions
from clairevoie.model.plans import Plan


def _plan(id: str, *actions: dict[str, Any], **said: Any) -> Plan:
    typed = {"id": id, "nom": f"Plan {id}", "publication": "publie", "actions": list(actions), **said}
    return Plan.model_validate(typed)


def _action(numero: str, texte: str, *reprend: str, **said: Any) -> dict[str, Any]:
    return {"numero": numero, "texte": texte, "reprend": [f"plans/a#{one}" for one in reprend], **said}


def _told(found: ComparaisonEditions) -> dict[str, list[str]]:
    lists = {
        "conservees": found.conservees,
        "reformulees": found.reformulees,
        "deplacees": found.deplacees,
    }
    told = {
        name: [f"{one.avant[0].ancre}>{one.apres.ancre}" for one in pairs] for name, pairs in lists.items()
    }
    told |= {name: [str(one.ancre) for one in getattr(found, name)] for name in ("ajoutes", "partis")}
    return {name: listed for name, listed in told.items() if listed}


def _compared(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> dict[str, list[str]]:
    return _told(compare_editions(_plan("a", *old), _plan("b", *new)))


def test_the_same_text_is_kept_whatever_its_number() -> None:
    assert _compared([_action("1", "Semer.")], [_action("4", "Semer")]) == {
        "conservees": ["action-1>action-4"]
    }


def test_what_is_taken_up_in_other_words_is_reworded() -> None:
    found = compare_editions(
        _plan("a", _action("1", "Semer.")), _plan("b", _action("1", "Planter.", "action-1"))
    )
    (pair,) = found.reformulees
    assert (pair.appui, pair.champs, pair.est_deplacee) == ("reprend", ("texte",), False)


def test_other_words_without_a_link_are_not_guessed_to_be_the_same() -> None:
    assert _compared([_action("1", "Semer des carottes.")], [_action("1", "Semer des navets.")]) == {
        "ajoutes": ["action-1"],
        "partis": ["action-1"],
    }


@pytest.mark.parametrize(
    ("before", "after", "is_moved"),
    [
        ("Automne 2024", "Automne 2026", True),
        ("Automne 2024", "À l'automne 2024", False),
        ("Automne 2024", None, True),
        (None, "2026", True),
        ("En continu", "En continu.", False),
        ("fin juin 2026", "juin 2026", True),
    ],
)
def test_a_deadline_is_moved_when_it_is_read_otherwise(
    before: str | None, after: str | None, is_moved: bool
) -> None:
    old, new = ({"echeances": when} if when else {} for when in (before, after))
    kind = "deplacees" if is_moved else "conservees"
    assert _compared([_action("1", "Semer.", **old)], [_action("1", "Semer.", **new)]) == {
        kind: ["action-1>action-1"]
    }


def test_what_is_reworded_and_moved_is_in_both_lists() -> None:
    old = _action("1", "Semer.", echeances="2024")
    assert _compared([old], [_action("1", "Planter.", "action-1", echeances="2026")]) == {
        "reformulees": ["action-1>action-1"],
        "deplacees": ["action-1>action-1"],
    }


def test_an_expected_result_that_changed_is_a_rewording() -> None:
    old = _action("1", "Semer.", resultat_attendu="Dix sacs.")
    found = compare_editions(
        _plan("a", old), _plan("b", _action("1", "Semer.", resultat_attendu="Vingt sacs."))
    )
    assert [one.champs for one in found.reformulees] == [("resultat_attendu",)]


def test_what_came_of_an_action_is_no_rewording() -> None:
    suivi = [{"date": "2025-01-01", "statut": "realise"}]
    new = _action("1", "Semer.", statut="en_cours")
    assert _compared([_action("1", "Semer.", suivi=suivi)], [new]) == {"conservees": ["action-1>action-1"]}


def test_several_actions_that_became_one_are_told_together() -> None:
    old = [_action("1", "Semer."), _action("2", "Planter.")]
    found = compare_editions(_plan("a", *old), _plan("b", _action("1", "Cultiver.", "action-1", "action-2")))
    (pair,) = found.paires
    assert [one.ancre for one in pair.avant] == ["action-1", "action-2"]
    assert (found.reformulees, found.partis, found.ajoutes) == ((pair,), (), ())


def test_one_action_that_became_several_is_in_each() -> None:
    new = [_action("1", "Semer ici.", "action-1"), _action("2", "Semer là.", "action-1")]
    assert _compared([_action("1", "Semer.")], new) == {
        "reformulees": ["action-1>action-1", "action-1>action-2"]
    }


def test_of_several_that_say_the_same_only_the_one_of_the_same_number_is_found() -> None:
    old = [_action("1", "Semer."), _action("2", "Semer.")]
    assert _compared(old, [_action("2", "Semer."), _action("3", "Semer.")]) == {
        "conservees": ["action-2>action-2"],
        "ajoutes": ["action-3"],
        "partis": ["action-1"],
    }


def test_an_objective_is_not_taken_for_an_action_of_the_same_text() -> None:
    old = _plan("a", objectifs=[{"numero": "1", "texte": "Semer."}])
    assert _told(compare_editions(old, _plan("b", _action("1", "Semer.")))) == {
        "ajoutes": ["action-1"],
        "partis": ["objectif-1"],
    }


def test_a_link_follows_an_anchor_and_an_address_of_other_days() -> None:
    old = _plan(
        "z",
        _action("5", "Semer."),
        anciennes_adresses=["plans/a"],
        anciennes_ancres={"action-1": "action-5"},
    )
    assert _told(compare_editions(old, _plan("b", _action("1", "Planter.", "action-1")))) == {
        "reformulees": ["action-5>action-1"]
    }


def test_the_words_of_the_plan_itself_are_compared_and_not_its_name() -> None:
    old, new = (_plan(id, mission=mission) for id, mission in (("a", "Nourrir."), ("b", "Nourrir tous.")))
    assert compare_editions(old, new).plan == ("mission",)


def test_a_thousand_actions_are_gone_through_once() -> None:
    old = [_action(str(rank), f"Semer {rank}.") for rank in range(1000)]
    new = [_action(str(rank), f"Semer {rank}.") for rank in range(500, 1500)]
    found = compare_editions(_plan("a", *old), _plan("b", *new))
    assert [len(one) for one in (found.conservees, found.partis, found.ajoutes)] == [500, 500, 500]


def _chain(of: str, replaced_by: dict[str, str]) -> list[str]:
    plans = {id: _plan(id) for id in {*replaced_by, *replaced_by.values(), of}}
    found = editions(
        plans[of],
        lambda plan: [plans[old] for old, new in sorted(replaced_by.items()) if new == plan.id],
        lambda plan: plans.get(replaced_by.get(plan.id, "")),
    )
    return [one.id for one in found]


@pytest.mark.parametrize("of", ["a", "b", "c"])
def test_all_the_editions_are_found_from_any_of_them(of: str) -> None:
    assert _chain(of, {"a": "b", "b": "c"}) == ["a", "b", "c"]


@pytest.mark.parametrize("of", ["a", "annexe", "b", "c"])
def test_two_plans_that_became_one_are_both_there(of: str) -> None:
    found = _chain(of, {"a": "b", "annexe": "b", "b": "c"})
    assert (sorted(found[:2]), found[2:]) == (["a", "annexe"], ["b", "c"])


def test_a_plan_alone_is_its_only_edition() -> None:
    assert _chain("a", {}) == ["a"]


def test_a_loop_has_an_end() -> None:
    assert sorted(_chain("a", {"a": "b", "b": "a"})) == ["a", "b"]
