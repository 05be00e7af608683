"""What is said of money: the total that the source declares and what the site adds up, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from clairevoie.derive.sommes import CalculBudget, add_up, fundings
from clairevoie.model.argent import Budget, Financement
from clairevoie.model.mots import mot
from clairevoie.pages.typographie import headline, money

UNCONFIRMED = "aucun montant confirmé dans le document"
_OURS = "total non déclaré dans la source; somme calculée par le site"


def budget_sentences(budget: Budget) -> tuple[str, ...]:
    """The sentences under a budget; the declared total and the computed one never replace each other."""
    calcul = add_up(budget)
    lines = (*_total(budget, calcul), *_without_amount(calcul))
    alone = not budget.lignes and budget.total_declare is None
    given = tuple(_funding(budget.financements, budget.devise, alone)) if budget.financements else ()
    return tuple(headline(sentence) for sentence in (*lines, *given))


def funding_sentences(financements: Iterable[Financement]) -> tuple[str, ...]:
    """The sentences under a list of funders that no budget holds."""
    return tuple(headline(sentence) for sentence in _funding(tuple(financements), "CAD", True))


def _total(budget: Budget, calcul: CalculBudget) -> Iterator[str]:
    declared = budget.total_declare
    if declared is None and calcul.somme is not None:
        yield f"{_OURS} : {money(calcul.somme, budget.devise)}"
    elif declared is not None:
        yield f"Total déclaré {money(declared, budget.devise)}{_verdict(budget, calcul)}"


def _verdict(budget: Budget, calcul: CalculBudget) -> str:
    if calcul.ecart is None:
        return " — la source ne donne pas le montant des postes"
    if not calcul.ecart:
        return " — vérifié"
    gap, somme = money(abs(calcul.ecart), budget.devise), money(calcul.somme or Decimal(0), budget.devise)
    return f" — écart de {gap} avec la somme des postes, {somme}"


def _without_amount(calcul: CalculBudget) -> Iterator[str]:
    if calcul.sans_montant:
        yield f"{_count(calcul.sans_montant, 'poste')} sans montant, hors de la somme"


def _funding(financements: tuple[Financement, ...], devise: str, alone: bool) -> Iterator[str]:
    """Sums by status, never added together; what is unknown or unconfirmed is said, never shown as zero.

    `alone`: these amounts are all that is known of the budget.
    """
    calcul = fundings(financements)
    amounts = sum(1 for one in financements if one.montant is not None and not one.rattache_a)
    for statut, somme in calcul.par_statut.items() if amounts > 1 else ():
        whole = alone and len(calcul.par_statut) == 1 and statut == "non_precise"
        yield f"{_OURS if whole else _part(statut)} : {money(somme, devise)}"
    if calcul.sans_montant:
        yield f"{_count(calcul.sans_montant, 'montant')} non précisé{'s' if calcul.sans_montant > 1 else ''}"
    if not calcul.confirme:
        yield UNCONFIRMED


def _part(statut: str) -> str:
    return f"somme des financements calculée par le site, état « {mot(statut)} »"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' if n > 1 else ''}"
