"""Money: what the lines add up to beside what the source declares, and funding by status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clairevoie.model.argent import Budget, Financement
from clairevoie.model.listes import StatutFinancement, values_of

# What is only hoped for: where all the money is so, none is confirmed. An amount without a state is one that the source
# announces.
INCERTAINS = ("demande", "en_attente", "possible", "refuse")
# In the order of the model's list: what is in hand first, what is not known last.
STATUTS: tuple[str, ...] = values_of(StatutFinancement)


@dataclass(frozen=True, slots=True)
class CalculFinancements:
    """Funding, never summed across statuses; an amount that is not known is counted, not guessed.

    `nombres` says how many amounts each sum of `par_statut` adds up; `incertain` whether all that money,
    counted here or elsewhere, is only hoped for or refused.
    """

    par_statut: Mapping[str, Decimal]
    nombres: Mapping[str, int]
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


def fundings(financements: Iterable[Financement]) -> CalculFinancements:
    """The sums by status; money already counted elsewhere is left out, and what is unknown stays so."""
    given = tuple(financements)
    counted = [financement for financement in given if not financement.rattache_a]
    amounts: dict[str, list[Decimal]] = {statut: [] for statut in STATUTS}
    for financement in counted:
        if financement.montant is not None:
            amounts[financement.statut].append(financement.montant)
    known = {statut: found for statut, found in amounts.items() if found}
    return CalculFinancements(
        par_statut={statut: sum(found, Decimal(0)) for statut, found in known.items()},
        nombres={statut: len(found) for statut, found in known.items()},
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
        financements=fundings(budget.financements),
    )
