"""Calls for projects: their dates and amounts hold together, and what a funding names is a call that it fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.mots import mot
from clairevoie.model.temps import Echeance
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.argent import amount, fundings
from clairevoie.validate.rules.dates import placed

# Of two amounts of one call, the one that cannot be the greater.
_WITHIN = (
    ("plafond", "enveloppe"),
    ("plancher", "plafond"),
    ("plancher", "enveloppe"),
    ("accorde", "enveloppe"),
    ("reste", "enveloppe"),
)
# What follows the opening, in the order of time.
_AFTER = (("ouverture", "cloture"), ("cloture", "annonce"))


@rule(Scope.RECORD)
def call_closes_after_it_opens(dossier: Dossier) -> Iterator[Problem]:
    """Nobody asks before a call opens, nor is answered before it closes."""
    for fiche, chemin, appel in dossier.formes(Appel):
        for first, then in _AFTER:
            before, after = _days(getattr(appel, first)), _days(getattr(appel, then))
            if before and after and after[1] < before[0]:
                facts = {
                    "champ": then,
                    "a": getattr(appel, then).dite,
                    "avant": first,
                    "b": getattr(appel, first).dite,
                }
                yield problem("APP-01", fiche.adresse, (*chemin, then), **facts)


def _days(echeance: Echeance | None) -> tuple[date, date] | None:
    return placed([echeance]) if echeance else None


@rule(Scope.RECORD)
def amounts_of_a_call_fit_in_each_other(dossier: Dossier) -> Iterator[Problem]:
    """One project does not receive more than the whole call gives."""
    for fiche, chemin, appel in dossier.formes(Appel):
        for less, more in _WITHIN:
            small, large = getattr(appel, less), getattr(appel, more)
            if small is not None and large is not None and small > large:
                said = partial(amount, devise=appel.devise)
                facts = {"a": less, "montant_a": said(small), "b": more, "montant_b": said(large)}
                yield problem("APP-02", fiche.adresse, (*chemin, less), **facts)


@rule(Scope.RECORD)
def what_was_given_and_what_is_left_make_the_whole(dossier: Dossier) -> Iterator[Problem]:
    """What the source says of the end of a call agrees with what it said of its beginning."""
    for fiche, chemin, appel in dossier.formes(Appel):
        whole, given, left = appel.enveloppe, appel.accorde, appel.reste
        if whole is not None and given is not None and left is not None and given + left != whole:
            said = partial(amount, devise=appel.devise)
            facts = {"a": said(given), "r": said(left), "s": said(given + left), "e": said(whole)}
            yield problem("APP-03", fiche.adresse, (*chemin, "reste"), **facts)


@rule(Scope.RECORD)
def no_more_requests_are_kept_than_came(dossier: Dossier) -> Iterator[Problem]:
    """A call keeps some of the requests that it received, all of them at most."""
    for fiche, chemin, appel in dossier.formes(Appel):
        kept, came = appel.demandes_retenues, appel.demandes_recues
        if kept is not None and came is not None and kept > came:
            place = (*chemin, "demandes_retenues")
            yield problem("APP-04", fiche.adresse, place, n=f"{kept:f}", sur=f"{came:f}")


@rule(Scope.RECORDS)
def what_a_funding_follows_is_a_call(dossier: Dossier) -> Iterator[Problem]:
    """The address of a call leads to a call, and the funding is in its currency and within its limits."""
    for fiche, chemin, financement, budget in fundings(dossier):
        if not financement.appel:
            continue
        place = (*chemin, "appel")
        adresse, _, ancre = financement.appel.partition("#")
        holder = dossier.jeu.fiche(adresse)
        element = dossier.ancres(holder).get(ancre) if holder else None
        if holder and (element is None or not isinstance(element.forme, Appel)):
            if element is not None or not ancre:
                yield problem("APP-05", fiche.adresse, place, valeur=financement.appel)
        elif element is not None and isinstance(element.forme, Appel):
            constat = _misfit(financement, budget, element.forme)
            if constat:
                yield problem("APP-06", fiche.adresse, place, constat=constat)


def _misfit(financement: Financement, budget: Budget | None, appel: Appel) -> str:
    """What of a funding does not go with the call that it names; empty when all does."""
    devise = currency_of(financement, budget)
    if devise != appel.devise:
        return f"Ce financement est en {mot(devise)}, et l'appel en {mot(appel.devise)}"
    if financement.montant is not None and appel.plafond is not None and financement.montant > appel.plafond:
        said = partial(amount, devise=devise)
        return f"Ce financement ({said(financement.montant)}) dépasse le plafond de l'appel ({said(appel.plafond)})"
    return ""
