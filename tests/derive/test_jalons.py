"""What stands in time keeps what the source says of it; a follow-up moves a deadline and forgets nothing."""

from __future__ import annotations

from typing import Any

from clairevoie.derive.jalons import Jalon, adoption, deadlines, due, in_order, meetings, period
from clairevoie.model.actions import Action
from clairevoie.model.ancres import elements
from clairevoie.model.evenements import Evenement
from clairevoie.model.phrases import read_deadlines
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet


def _plan(*actions: dict[str, Any], **champs: Any) -> Plan:
    typed = {"id": "plan", "nom": "Plan", "publication": "publie", "actions": list(actions), **champs}
    return Plan.model_validate(typed)


def _event(id: str, **champs: Any) -> Evenement:
    return Evenement.model_validate({"id": id, "titre": id, "publication": "publie", **champs})


def _words(jalon: Jalon) -> list[str]:
    return [lue.texte for lue in jalon.lues]


def test_each_follow_up_that_moves_a_deadline_leaves_the_one_before_in_sight() -> None:
    action = Action.model_validate(
        {
            "numero": "1",
            "texte": "Ouvrir",
            "echeances": "Printemps 2009",
            "suivi": [
                {"date": "2010-02-01", "nouvelle_echeance": "2011"},
                {"date": "2009-06-01", "nouvelle_echeance": "Automne 2009"},
                {"date": "2009-07-01", "texte": "Rien ne change."},
            ],
        }
    )
    now, before = due(action)
    assert [lue.texte for lue in now] == ["2011"]
    assert [(move.lues[0].texte, move.le.edtf) for move in before] == [
        ("Printemps 2009", "2009-06-01"),
        ("Automne 2009", "2010-02-01"),
    ]


def test_a_deadline_that_a_follow_up_gives_first_replaced_nothing() -> None:
    action = Action.model_validate(
        {"numero": "1", "texte": "Ouvrir", "suivi": [{"date": "2009", "nouvelle_echeance": "2010"}]}
    )
    now, before = due(action)
    assert (now[0].edtf, before) == ("2010", ())


def test_an_action_without_deadline_is_there_but_an_envisaged_one_is_not_awaited() -> None:
    plan = _plan(
        {"numero": "1", "texte": "Faire"},
        {"numero": "2", "texte": "Rêver", "genre": "action_envisagee"},
        {"numero": "3", "texte": "Dater", "genre": "action_envisagee", "echeances": "2009"},
    )
    found = list(deadlines(plan, elements(plan)))
    assert [(jalon.adresse, _words(jalon)) for jalon in found] == [
        ("plans/plan#action-1", []),
        ("plans/plan#action-3", ["2009"]),
    ]


def test_a_length_of_time_is_no_period_but_is_said() -> None:
    projet = Projet.model_validate({"id": "p", "nom": "P", "publication": "publie", "duree": "24 mois"})
    assert [(lue.texte, lue.type, lue.edtf) for lue in period(projet).lues] == [("24 mois", "duree", None)]


def test_an_adoption_to_come_is_said_without_a_date() -> None:
    assert adoption(_plan()) is None
    told = adoption(_plan(adoption={"texte": "À être adopté"}))
    assert told is not None
    assert (told.lues[0].texte, told.lues[0].edtf) == ("À être adopté", None)
    dated = adoption(_plan(adoption={"date": "mars 2026"}))
    assert dated is not None
    assert (dated.lues[0].type, dated.lues[0].edtf) == ("mois", "2026-03")


def test_events_without_date_follow_theirs_however_long_the_chain() -> None:
    found = meetings([_event("c", suit="b"), _event("b", suit="a"), _event("a", date="2021"), _event("seul")])
    assert [(head.id, [one.id for one in after]) for head, after in found] == [
        ("a", ["b", "c"]),
        ("seul", []),
    ]


def test_events_that_follow_each_other_in_a_ring_are_each_there_once() -> None:
    found = meetings([_event("a", suit="b"), _event("b", suit="a")])
    assert sorted(one.id for head, after in found for one in (head, *after)) == ["a", "b"]


def test_what_lasts_longest_comes_first_and_what_has_no_date_last() -> None:
    def told(phrase: str) -> Jalon:
        return Jalon("echeance", _plan(), read_deadlines(phrase))

    found = in_order([told("En continu"), told("Janvier 2009"), told("2009"), told("Hiver 2009")])
    assert [_words(jalon)[0] for jalon in found] == ["2009", "Hiver 2009", "Janvier 2009", "En continu"]
