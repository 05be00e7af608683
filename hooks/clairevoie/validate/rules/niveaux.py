"""Levels of objectives: how many there are, what the source calls them, how many actions it announces in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clairevoie.model.actions import ObjectifSpecifique
from clairevoie.model.ancres import MOST_LEVELS, level_of
from clairevoie.model.comptes import actions_inside
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.noms import capitalised, element_name
from clairevoie.validate.rule import Scope, rule


@rule(Scope.RECORD)
def objectives_have_four_levels_at_most(dossier: Dossier) -> Iterator[Problem]:
    """A page has headings for four levels of objectives, and an editor words for as many."""
    for fiche, chemin, _ in dossier.formes(ObjectifSpecifique):
        if level_of(chemin) == MOST_LEVELS + 1:
            yield problem("REF-30", fiche.adresse, chemin)
    for plan in dossier.jeu.plans.values():
        if len(plan.niveaux) > MOST_LEVELS:
            yield problem("REF-30", plan.adresse, ("niveaux", MOST_LEVELS))


@rule(Scope.RECORD)
def each_level_has_its_word(dossier: Dossier) -> Iterator[Problem]:
    """A plan that names its levels names them all, and no other."""
    for plan in dossier.jeu.plans.values():
        depth = _depth(plan.objectifs)
        if (
            plan.niveaux
            and len(plan.niveaux) <= MOST_LEVELS
            and depth <= MOST_LEVELS
            and len(plan.niveaux) != depth
        ):
            facts = {
                "dits": _levels(len(plan.niveaux)),
                "trouves": f"en a {depth}" if depth else "n'en a aucun",
            }
            yield problem("REF-31", plan.adresse, ("niveaux",), **facts)


@rule(Scope.RECORD)
def announced_actions_are_those_found(dossier: Dossier) -> Iterator[Problem]:
    """A plan, or an objective, holds as many actions as its source announces."""
    for plan in dossier.jeu.plans.values():
        if plan.est_publiee and plan.actions_annoncees is not None:
            found = actions_inside(plan)
            if found != plan.actions_annoncees:
                facts = _counts("La source", plan.actions_annoncees, found)
                yield problem("REF-32", plan.adresse, ("actions_annoncees",), **facts)
    for fiche in dossier.publiees():
        for element in dossier.elements(fiche):
            forme = element.forme
            if not isinstance(forme, ObjectifSpecifique) or forme.actions_annoncees is None:
                continue
            found = actions_inside(forme)
            if found != forme.actions_annoncees:
                head = f"{capitalised(element_name(element))} : la source"
                facts = _counts(head, forme.actions_annoncees, found)
                yield problem("REF-32", fiche.adresse, (*element.chemin, "actions_annoncees"), **facts)


def _depth(objectifs: Sequence[ObjectifSpecifique]) -> int:
    """How many levels there are, 0 without objectives."""
    return 1 + max(_depth(one.dessous) for one in objectifs) if objectifs else 0


def _levels(n: int) -> str:
    """« 1 niveau », « 3 niveaux »."""
    return f"{n} niveau{'x' if n > 1 else ''}"


def _counts(head: str, announced: Decimal, found: int) -> dict[str, object]:
    actions = "action" if announced < 2 else "actions"
    return {"qui": head, "n": f"{announced} {actions}", "m": found}
