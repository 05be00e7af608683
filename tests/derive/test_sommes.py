"""Sums never replace what was declared, never mix states, never turn silence into zero."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.derive.sommes import add_up, fundings
from clairevoie.model.argent import Budget, Financement

AMOUNTS = st.lists(st.none() | st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100), max_size=6)


def _budget(**typed: Any) -> Budget:
    return Budget.model_validate({"id": "b", **typed})


def _given(statut: str, montant: int | None = None, **typed: Any) -> Financement:
    return Financement.model_validate({"statut": statut, "montant": montant, **typed})


def test_the_gap_is_the_declared_total_less_the_lines() -> None:
    calcul = add_up(
        _budget(total_declare=120, lignes=[{"libelle": "a", "montant": 100}, {"libelle": "b", "montant": 5}])
    )
    assert (calcul.somme, calcul.ecart, calcul.sans_montant) == (Decimal(105), Decimal(15), 0)


def test_without_a_declared_total_there_is_no_gap() -> None:
    assert add_up(_budget(lignes=[{"libelle": "a", "montant": 100}])).ecart is None


def test_without_any_amount_there_is_no_sum_rather_than_zero() -> None:
    calcul = add_up(_budget(total_declare=120, lignes=[{"libelle": "a"}]))
    assert (calcul.somme, calcul.ecart, calcul.sans_montant) == (None, None, 1)


def test_funding_is_summed_by_state_only() -> None:
    calcul = fundings([_given("recu", 10), _given("possible", 20), _given("recu", 5), _given("possible")])
    assert [(one.statut, one.montant, one.nombre) for one in calcul.sommes] == [
        ("recu", 15, 2),
        ("possible", 20, 1),
    ]
    assert calcul.sans_montant == 1
    assert not calcul.incertain


@pytest.mark.parametrize("statut", ["recu", "confirme", "non_precise"])
def test_money_is_uncertain_only_when_all_of_it_is_hoped_for_or_refused(statut: str) -> None:
    hoped = [_given("possible", 20), _given("demande"), _given("en_attente", 5), _given("refuse", 5)]
    assert fundings(hoped).incertain
    for other in (_given(statut, 10), _given(statut), _given(statut, 10, rattache_a="projets/x")):
        assert not fundings([*hoped, other]).incertain


def test_money_attached_to_another_entry_is_left_out() -> None:
    assert fundings([_given("recu", 10, rattache_a="projets/x")]).sommes == ()


def test_a_sum_never_mixes_currencies_and_a_budget_gives_its_own() -> None:
    given_ = (_given("recu", 10), _given("recu", 20, devise="EUR"), _given("recu", 5, devise="CAD"))
    assert [(one.devise, one.montant) for one in fundings(given_).sommes] == [("CAD", 15), ("EUR", 20)]
    of_budget = add_up(_budget(devise="EUR", financements=given_)).financements
    assert [(one.devise, one.montant) for one in of_budget.sommes] == [("CAD", 5), ("EUR", 30)]


@given(AMOUNTS, st.none() | st.integers(0, 10**6))
def test_what_is_declared_is_the_sum_plus_the_gap(
    amounts: list[Decimal | None], declared: int | None
) -> None:
    calcul = add_up(
        _budget(total_declare=declared, lignes=[{"libelle": "a", "montant": amount} for amount in amounts])
    )
    known = [amount for amount in amounts if amount is not None]
    assert calcul.somme == (sum(known) if known else None)
    assert calcul.sans_montant == len(amounts) - len(known)
    if calcul.ecart is not None:
        assert calcul.somme is not None
        assert calcul.somme + calcul.ecart == declared
