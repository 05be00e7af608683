"""Editions of a plan: what a new one says that it takes up was in the one before."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model.actions import Action, ObjectifSpecifique
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.plans import Plan
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_Found = tuple[Fiche, Chemin, Action | ObjectifSpecifique]


@rule(Scope.RECORDS)
def what_is_taken_up_was_in_the_edition_before(dossier: Dossier) -> Iterator[Problem]:
    """An action takes up an action or an objective of a plan that its own plan takes the place of."""
    formes: tuple[_Found, ...] = (*dossier.formes(Action), *dossier.formes(ObjectifSpecifique))
    for fiche, chemin, forme in formes:
        for rank, valeur in enumerate(forme.reprend):
            path, _, ancre = valeur.partition("#")
            cited, before = dossier.jeu.fiche(path), _before(dossier, fiche)
            element = dossier.ancres(cited).get(ancre) if cited in before and cited else None
            if cited is None or (element and isinstance(element.forme, Action | ObjectifSpecifique)):
                continue
            geste = "dites d'abord quelle édition ce plan remplace (remplace), ou retirez reprend"
            if before:
                geste = f"écrivez l'adresse d'une action ou d'un objectif de {before[0].adresse}"
            yield problem("REF-22", fiche.adresse, (*chemin, "reprend", rank), valeur=valeur, geste=geste)


def _before(dossier: Dossier, fiche: Fiche) -> list[Fiche]:
    """The editions that a plan takes the place of; none for what is no plan."""
    if not isinstance(fiche, Plan):
        return []
    plans = dossier.jeu.plans.values()
    return [plan for plan in plans if plan.remplace_par == fiche.id or plan.id == fiche.remplace]
