"""Money: what the lines add up to beside what the source declares, and funding by status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clairevoie.model.actions import Action
from clairevoie.model.ancres import elements
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.listes import Devise, StatutFinancement, values_of

# What is only hoped for: where all the money is so, none is confirmed. An amount without a state is one that the source
# announces.
INCERTAINS = ("demande", "en_attente", "possible", "refuse", "annule")
# In the order of the model's list: what is in hand first, what is not known last.
STATUTS: tuple[str, ...] = values_of(StatutFinancement)
DEVISES: tuple[str, ...] = values_of(Devise)


@dataclass(frozen=True, slots=True)
class Somme:
    """What the amounts of one state and of one currency add up to, and how many they are."""

    statut: str
    devise: str
    montant: Decimal
    nombre: int


@dataclass(frozen=True, slots=True)
class CalculFinancements:
    """Funding, never summed across states nor currencies; an amount that is not known is counted, not guessed.

    `incertain` is whether all that money, counted here or elsewhere, is only hoped for or refused.
    """

    sommes: tuple[Somme, ...]
    sans_montant: int
    incertain: bool


@dataclass(frozen=True, slots=True)
class CalculBudget:
    """Sums in the currency of the budget.

    `somme` adds up the lines, None when none has an amount; `ecart` is the declared total less that sum,
    None unless both are known; `sans_montant` counts the lines without an amount.
    """

    somme: Decimal | None
    ecart: Decimal | None
    sans_montant: int
    financements: CalculFinancements


def money_holders(fiche: Fiche) -> Iterator[tuple[str | None, Any]]:
    """What holds budgets or fundings in a démarche, a plan or a project: the record itself, then each of its actions
    that has some, with its anchor."""
    yield None, fiche
    for element in elements(fiche):
        if isinstance(element.forme, Action) and (element.forme.budgets or element.forme.financements):
            yield element.ancre, element.forme


def fundings(financements: Iterable[Financement], budget: Budget | None = None) -> CalculFinancements:
    """The sums by state and currency; money already counted elsewhere is left out, and what is unknown stays so."""
    given = tuple(financements)
    counted = [financement for financement in given if not financement.rattache_a]
    amounts: dict[tuple[str, str], list[Decimal]] = {}
    for one in counted:
        if one.montant is not None:
            amounts.setdefault((one.statut, currency_of(one, budget)), []).append(one.montant)
    return CalculFinancements(
        sommes=tuple(
            Somme(statut, devise, sum(amounts[statut, devise], Decimal(0)), len(amounts[statut, devise]))
            for statut in STATUTS
            for devise in DEVISES
            if (statut, devise) in amounts
        ),
        sans_montant=sum(1 for financement in counted if financement.montant is None),
        incertain=all(one.statut in INCERTAINS for one in given),
    )


def add_up(budget: Budget) -> CalculBudget:
    """What the site computes beside what the budget declares; neither number replaces the other."""
    lines = [ligne.montant for ligne in budget.lignes if ligne.montant is not None]
    somme = sum(lines, Decimal(0)) if lines else None
    declared = budget.total_declare
    return CalculBudget(
        somme=somme,
        ecart=None if somme is None or declared is None else declared - somme,
        sans_montant=len(budget.lignes) - len(lines),
        financements=fundings(budget.financements, budget),
    )
