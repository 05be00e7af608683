"""What is said of money: the total that the source declares and what the site adds up, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clairevoie.derive.sommes import CalculBudget, Somme, add_up, fundings, money_holders
from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget, Financement
from clairevoie.model.mots import mot
from clairevoie.wording.typography import headline, money, number

UNCONFIRMED = "aucun montant confirmé dans le document"
UNFUNDED = "ce budget ne nomme aucun bailleur"
APART = "ces montants ne s'additionnent pas : ils ne sont pas dans le même état"
APART_IN_BOTH = (
    "ces montants ne s'additionnent pas : ils ne sont ni dans le même état ni dans la même monnaie"
)
OTHER_CURRENCIES = "ces montants ne s'additionnent pas : ils ne sont pas dans la même monnaie"
# An amount whose state the source does not give: it says the amount, and no more.
ANNOUNCED = "annoncé par la source"
_OURS = "total non déclaré dans la source; somme calculée par le site"


@dataclass(frozen=True, slots=True)
class Argent:
    """The money of one record, or of one of its budgets, at its address: never added to that of the others.

    `budget` are the sentences on the total, none where only funders are known; `financements` those on who pays.
    """

    adresse: str
    budget: tuple[str, ...]
    financements: tuple[str, ...]


def budget_sentences(budget: Budget) -> tuple[str, ...]:
    """The sentences under a budget; the declared total and the computed one never replace each other."""
    return (*_on_total(budget), *_on_funders(budget))


def _on_total(budget: Budget) -> tuple[str, ...]:
    calcul = add_up(budget)
    return tuple(map(headline, (*_total(budget, calcul), *_without_amount(calcul))))


def _on_funders(budget: Budget) -> tuple[str, ...]:
    alone = not budget.lignes and budget.total_declare is None
    given = _funding(budget.financements, budget, alone) if budget.financements else (UNFUNDED,)
    return tuple(map(headline, given))


def funding_sentences(financements: Iterable[Financement]) -> tuple[str, ...]:
    """The sentences under a list of funders that no budget holds."""
    return tuple(headline(sentence) for sentence in _funding(tuple(financements), None, True))


def state_of(financement: Financement) -> str:
    """« reçu », « annoncé par la source »; « non précisé » where neither an amount nor a state is given."""
    return mot(financement.statut) if financement.montant is None else state_of_amounts(financement.statut)


def state_of_amounts(statut: str) -> str:
    """The state of amounts that are known."""
    return ANNOUNCED if statut == "non_precise" else mot(statut)


def share_of(paye: Financement | Appel) -> str:
    """« 80 % des coûts admissibles »; what it is a share of is never guessed."""
    share = f"{number(paye.pourcentage or Decimal(0))} %"
    return f"{share} {paye.pourcentage_de or '(la source ne dit pas de quoi)'}"


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
        out = "" if calcul.somme is None else ", hors de la somme"
        yield f"{_count(calcul.sans_montant, 'poste')} sans montant{out}"


def _funding(financements: tuple[Financement, ...], budget: Budget | None, alone: bool) -> Iterator[str]:
    """Sums by state and currency, never added together; what is unknown or unconfirmed is said, never shown as zero.

    `alone`: these amounts are all that is known of the budget.
    """
    calcul = fundings(financements, budget)
    if calcul.incertain:
        yield UNCONFIRMED
    if alone and [one.statut for one in calcul.sommes] == ["non_precise"] and calcul.sommes[0].nombre > 1:
        yield f"{_OURS} : {money(calcul.sommes[0].montant, calcul.sommes[0].devise)}"
    elif calcul.sommes:
        yield "; ".join(map(_sum, calcul.sommes))
        if len(calcul.sommes) > 1:
            yield _why_apart(calcul.sommes)
    if calcul.sans_montant:
        yield f"{_count(calcul.sans_montant, 'montant')} non précisé{'s' if calcul.sans_montant > 1 else ''}"


def _why_apart(sommes: tuple[Somme, ...]) -> str:
    """Why these sums are not added up."""
    if len({one.devise for one in sommes}) == 1:
        return APART
    return OTHER_CURRENCIES if len({one.statut for one in sommes}) == 1 else APART_IN_BOTH


def _sum(somme: Somme) -> str:
    """« reçu : 1 000 $ », « possible : 800 € (somme de 2 montants, calculée par le site) »."""
    added = f" (somme de {somme.nombre} montants, calculée par le site)" if somme.nombre > 1 else ""
    return f"{state_of_amounts(somme.statut)} : {money(somme.montant, somme.devise)}{added}"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' if n > 1 else ''}"


def money_of_records(fiches: Iterable[Any]) -> Iterator[Argent]:
    """The money of each record that has some (démarches, projects, plans) and of its actions, each budget by itself."""
    for fiche in fiches:
        for ancre, holder in money_holders(fiche):
            for budget in holder.budgets:
                place = budget.id if ancre or len(holder.budgets) > 1 else "budgets"
                yield Argent(f"{fiche.adresse}#{place}", _on_total(budget), _on_funders(budget))
            if holder.financements:
                place = ancre or "financements"
                yield Argent(f"{fiche.adresse}#{place}", (), funding_sentences(holder.financements))
