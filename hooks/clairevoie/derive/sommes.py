"""Money: what the lines add up to beside what the source declares, and funding by status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clairevoie.model.argent import Budget, Financement

ASSURES = ("confirme", "recu")


@dataclass(frozen=True, slots=True)
class CalculFinancements:
    """Funding, never summed across statuses; an amount that is not known is counted, not guessed."""

    par_statut: Mapping[str, Decimal]
    sans_montant: int

    @property
    def confirme(self) -> bool:
        """Whether any amount is known to be granted."""
        return any(statut in self.par_statut for statut in ASSURES)


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
    counted = [financement for financement in financements if not financement.rattache_a]
    sums: dict[str, Decimal] = {}
    for financement in counted:
        if financement.montant is not None:
            sums[financement.statut] = sums.get(financement.statut, Decimal(0)) + financement.montant
    return CalculFinancements(sums, sum(1 for financement in counted if financement.montant is None))


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
