"""What a record says of itself in a graph: its facts, each on the page where it stands whole, and nothing more."""

from __future__ import annotations

from typing import Any

from clairevoie.exports.record_graph import AroundRecord, record_graph
from clairevoie.model.ancres import elements
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet


def _said(fiche: Fiche, **around: Any) -> Any:
    anchors = {id(element.forme): element.ancre for element in elements(fiche)}
    known = {"anchor": lambda forme: anchors.get(id(forme)), "is_seated": lambda seat: not seat.ancien}
    return record_graph(fiche, AroundRecord(**{**known, **around}))


def _plan(**said: Any) -> Plan:
    return Plan(id="p", publication="publie", nom="Plan", **said)


def test_an_action_is_told_on_the_page_where_it_stands_whole() -> None:
    plan = _plan(actions=[{"numero": "1", "texte": "Planter."}, {"numero": "2", "texte": "Arroser."}])
    said = _said(plan, homes={"action-2": "actions/2/"})
    assert [one["@id"] for one in said[""][0]["cv:action"]] == ["plans/p/#action-1"]
    assert said["actions/2/"] == [
        {
            "@id": "plans/p/",
            "cv:action": [
                {"@id": "plans/p/#action-2", "@type": "schema:Action", "schema:name": "Arroser."},
            ],
        }
    ]


def test_the_state_of_an_action_is_that_of_its_journal() -> None:
    action = {"numero": "1", "texte": "Planter.", "suivi": [{"date": "2026-03-12", "statut": "realise"}]}
    ((plan,),) = (_said(_plan(actions=[action]))[""],)
    assert plan["cv:action"][0]["cv:statut"] == "réalisé"


def test_an_action_without_a_decision_has_none() -> None:
    ((plan,),) = (_said(_plan(actions=[{"numero": "1", "texte": "Planter."}]))[""],)
    assert "prov:wasInfluencedBy" not in plan["cv:action"][0]


def test_money_that_is_counted_elsewhere_is_named_there_and_not_told_again() -> None:
    money = [{"organisme": "ville", "montant": 100, "statut": "recu", "rattache_a": "projets/q#budget-q"}]
    ((projet,),) = (_said(Projet(id="p", publication="publie", nom="P", financements=money))[""],)
    assert projet["cv:argent"] == [{"@id": "projets/q/#budget-q"}]


def test_money_that_is_only_asked_for_is_no_grant() -> None:
    money = [{"organisme": "ville", "montant": 100, "statut": "demande", "type": "subvention"}]
    ((projet,),) = (_said(Projet(id="p", publication="publie", nom="P", financements=money))[""],)
    assert (projet["cv:argent"][0]["@type"], projet["cv:argent"][0]["cv:statut"]) == (
        "cv:Financement",
        "demandé",
    )


def test_a_member_is_whom_a_seat_of_today_represents_as_the_source_says_it() -> None:
    seats = [
        {"organisme": "maison"},
        {"comite": "table"},
        {"organisme": "partie", "ancien": True},
        {"organisme": "deduite", "deduit": True},
        {"organisme": "pressentie", "qualite": "pressenti"},
        {"organisme": "observatrice", "role": "observateur"},
        {"fonction": "citoyenne"},
    ]
    ((comite,),) = (_said(Comite(id="c", publication="publie", nom="C", membres=seats))[""],)
    assert comite["org:hasMember"] == [{"@id": "organismes/maison/"}, {"@id": "comites/table/"}]


def test_a_day_is_told_as_far_as_it_is_known() -> None:
    def days(date: str) -> list[str]:
        ((said,),) = (_said(Evenement(id="e", publication="publie", titre="E", date=date))[""],)
        return [said[term]["@value"] for term in ("schema:startDate", "schema:endDate") if term in said]

    assert days("12 mars 2026") == ["2026-03-12"]
    assert days("mars 2026") == ["2026-03"]
    assert days("du 12 au 14 mars 2026") == ["2026-03-12", "2026-03-14"]
    assert days("hiver 2027") == []
    assert days("chaque premier mardi du mois, 19 h") == []
