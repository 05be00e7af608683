"""A call is open only on days when nobody can doubt it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clairevoie.derive.appels import given_after, state_of_call
from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget, Financement

ON = date(2027, 3, 10)


def _call(ouverture: str | None, cloture: str | None) -> Appel:
    said = {"ouverture": ouverture, "cloture": cloture}
    return Appel.model_validate({"id": "a", "titre": "A"} | {k: v for k, v in said.items() if v})


@pytest.mark.parametrize(
    ("ouverture", "cloture", "state"),
    [
        ("1er mars 2027", "31 mars 2027", "ouvert"),
        ("10 mars 2027", "10 mars 2027", "ouvert"),
        ("Février 2027", "31 mars 2027, 16 h", "ouvert"),
        ("1er mars 2027", "en continu", "ouvert"),
        ("11 mars 2027", "31 mars 2027", "a_venir"),
        ("Avril 2027", None, "a_venir"),
        ("1er mars 2027", "9 mars 2027", "ferme"),
        (None, "Février 2027", "ferme"),
        (None, "31 mars 2027", "incertain"),
        ("1er mars 2027", None, "incertain"),
        (None, None, "incertain"),
        ("Mars 2027", "31 mars 2027", "incertain"),
        ("1er mars 2027", "Mars 2027", "incertain"),
        ("vers le 1er février 2027", "31 mars 2027", "incertain"),
        ("1er mars 2027", "vers le 5 avril 2027", "incertain"),
        ("1er mars 2027", "31 mars 2027, sous réserve du budget", "incertain"),
        ("1er mars 2027", "31 mars 2027 ou 30 avril 2027", "incertain"),
        ("à déterminer", "31 mars 2027", "incertain"),
        ("1er mars 2027", "jusqu'à épuisement des fonds", "incertain"),
    ],
)
def test_a_call_is_open_only_between_two_certain_dates(
    ouverture: str | None, cloture: str | None, state: str
) -> None:
    assert state_of_call(_call(ouverture, cloture), ON) == state


def test_what_was_given_is_added_up_by_currency_and_what_was_not_is_left_out() -> None:
    def paid(statut: str, montant: int, **typed: str) -> tuple[Financement, Budget | None]:
        return Financement.model_validate({"statut": statut, "montant": montant, **typed}), None

    euros = Budget.model_validate({"id": "b", "devise": "EUR"})
    found = given_after(
        [
            paid("recu", 10),
            paid("confirme", 5),
            paid("demande", 100),
            paid("annule", 100),
            paid("recu", 100, rattache_a="projets/x"),
            (paid("recu", 7)[0], euros),
        ]
    )
    assert [(one.devise, one.montant, one.nombre) for one in found] == [
        ("CAD", Decimal(15), 2),
        ("EUR", Decimal(7), 1),
    ]
