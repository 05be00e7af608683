"""Chains that must have an end: what is part of what, which plan replaces which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clairevoie.model import COLLECTIONS
from clairevoie.model.enonces import Enonce
from clairevoie.model.plans import Plan
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule


@rule(Scope.RECORDS)
def record_is_not_its_own_ancestor(dossier: Dossier) -> Iterator[Problem]:
    """A comité, an organisme, a territory or an issue is not part of what it contains."""
    for name in (name for name, collection in COLLECTIONS.items() if collection.emboitee):
        fiches = dossier.jeu.collection(name)
        for a, b in _loops({fiche.id: getattr(fiche, "parent", None) for fiche in fiches.values()}):
            yield problem("REF-03", fiches[a].adresse, ("parent",), a=a, b=b)


@rule(Scope.RECORD)
def enonce_is_not_its_own_ancestor(dossier: Dossier) -> Iterator[Problem]:
    """Nor is a sentence nested under itself."""
    for fiche in dossier.fiches:
        nested = {
            element.ancre: (element.chemin, element.forme.parent)
            for element in dossier.elements(fiche)
            if element.ancre and isinstance(element.forme, Enonce)
        }
        for a, b in _loops({ancre: parent for ancre, (_, parent) in nested.items()}):
            yield problem("REF-03", fiche.adresse, (*nested[a][0], "parent"), a=a, b=b)


@rule(Scope.RECORDS)
def replaced_plan_confirms_it(dossier: Dossier) -> Iterator[Problem]:
    """The edition that a plan replaces names it as its successor."""
    plans = dossier.jeu.plans
    for plan in plans.values():
        replaced = plans.get(plan.remplace or "")
        if replaced and replaced.remplace_par != plan.id:
            yield _unconfirmed(plan, replaced.id)


@rule(Scope.RECORDS)
def plan_does_not_replace_its_successor(dossier: Dossier) -> Iterator[Problem]:
    """The chain of the editions goes one way."""
    plans = dossier.jeu.plans
    told_by_the_replaced = {plan.remplace_par: plan.id for plan in plans.values() if plan.remplace_par}
    told_by_the_successor = {plan.id: plan.remplace for plan in plans.values() if plan.remplace}
    replaces = sorted((told_by_the_replaced | told_by_the_successor).items())
    for a, b in _loops(dict(replaces)):
        yield _unconfirmed(plans[a], b)


def _unconfirmed(plan: Plan, replaced: str) -> Problem:
    return problem("REF-04", plan.adresse, ("remplace",), a=plan.id, b=replaced)


def _loops(parents: Mapping[str, str | None] | Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The first two members of each loop, where every name leads to its parent; in one pass."""
    done: set[str | None] = {None}
    for start in parents:
        here: str | None = start
        trail: dict[str, None] = {}
        while here is not None and here not in done and here not in trail:
            trail[here] = None
            here = parents.get(here)
        done.update(trail)
        if here is not None and here in trail:
            yield here, parents[here] or here
