"""A decision is found from whatever it names, in the order of the meetings."""

from __future__ import annotations

from typing import Any

from clairevoie.derive.decisions import decisions_by_object
from clairevoie.derive.renvois import backlinks
from clairevoie.model import Jeu
from clairevoie.model.evenements import Evenement
from clairevoie.model.plans import Plan

PLAN = "plans/p"


def _meeting(id: str, date: str | None, *objets: tuple[str, ...]) -> Evenement:
    decisions = [
        {"numero": str(n), "texte": f"Décider {id}.", "objets": list(named)}
        for n, named in enumerate(objets, 1)
    ]
    typed: dict[str, Any] = {"date": date} if date else {}
    return Evenement.model_validate(
        {"id": id, "titre": id, "publication": "publie", "decisions": decisions, **typed}
    )


def _found(*evenements: Evenement) -> dict[str, list[str]]:
    actions = [{"numero": "1.1", "texte": "Agir."}, {"numero": "1.2", "texte": "Agir encore."}]
    plan = Plan.model_validate({"id": "p", "nom": "Plan", "publication": "publie", "actions": actions})
    mentions = backlinks(Jeu.of([plan, *evenements])).get(PLAN, ())
    return {
        objet: [prise.adresse for prise in prises]
        for objet, prises in decisions_by_object(mentions, PLAN).items()
    }


def test_a_decision_is_found_under_each_thing_that_it_names_and_under_no_other() -> None:
    found = _found(_meeting("mars", "12 mars 2026", (f"{PLAN}#action-1-1", "plans/autre"), (PLAN,)))
    assert found == {
        f"{PLAN}#action-1-1": ["evenements/mars#decision-1"],
        PLAN: ["evenements/mars#decision-2"],
    }


def test_decisions_follow_the_meetings_and_not_the_names_of_the_files() -> None:
    found = _found(
        _meeting("a", "Mai 2026", (PLAN,)), _meeting("b", None, (PLAN,)), _meeting("z", "Mars 2026", (PLAN,))
    )
    assert found[PLAN] == ["evenements/z#decision-1", "evenements/a#decision-1", "evenements/b#decision-1"]


def test_a_decision_that_names_the_same_thing_twice_is_found_once() -> None:
    assert _found(_meeting("mars", "2026", (PLAN, PLAN)))[PLAN] == ["evenements/mars#decision-1"]
