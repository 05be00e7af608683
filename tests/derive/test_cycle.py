"""The yearly cycle is that which people recorded: reviews, and comités that say they take stock."""

from __future__ import annotations

from typing import Any

from clairevoie.derive.cycle import cycle
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement

DEMARCHE = Demarche.model_validate({"id": "d", "nom": "Démarche", "publication": "publie"})


def _event(id: str, date: str, type: str = "bilan") -> Evenement:
    return Evenement.model_validate(
        {"id": id, "titre": id, "publication": "publie", "date": date, "type": type}
    )


def _comite(id: str, *frequences: Any) -> Comite:
    return Comite.model_validate(
        {"id": id, "nom": id, "publication": "publie", "frequence": list(frequences)}
    )


def test_reviews_come_latest_first_and_other_meetings_are_left_out() -> None:
    found = cycle(DEMARCHE, [], [_event("a", "2024"), _event("b", "2026"), _event("c", "2025", "rencontre")])
    assert found is not None
    assert [bilan.id for bilan in found.bilans] == ["b", "a"]


def test_a_comite_that_takes_stock_is_named_with_how_often_and_nothing_else() -> None:
    told = _comite("a", "4 rencontres par année", {"texte": "annuel", "objet": "Bilan des réalisations"})
    found = cycle(DEMARCHE, [told, _comite("b", "Annuellement")], [])
    assert found is not None
    assert [(comite.id, [f.texte for f in frequences]) for comite, frequences in found.comites] == [
        ("a", ["annuel"])
    ]


def test_a_demarche_that_recorded_none_has_no_cycle() -> None:
    assert cycle(DEMARCHE, [_comite("b", "Annuellement")], [_event("c", "2025", "rencontre")]) is None
