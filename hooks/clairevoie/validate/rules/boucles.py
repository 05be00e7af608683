"""Chains that must have an end: what is part of what, which plan replaces which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clairevoie.model import COLLECTIONS
from clairevoie.model.enonces import Enonce
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
            yield problem("REF-03", fiches[a].adresse, ("parent",), constat=_told(a, b))


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
            yield problem("REF-03", fiche.adresse, (*nested[a][0], "parent"), constat=_told(a, b))


@rule(Scope.RECORDS)
def replaced_plan_confirms_it(dossier: Dossier) -> Iterator[Problem]:
    """The edition that a plan replaces names it as its successor."""
    plans = dossier.jeu.plans
    for plan in plans.values():
        replaced = plans.get(plan.remplace or "")
        if replaced and replaced.remplace_par != plan.id:
            constat = f"Le plan « {plan.id} » dit remplacer « {replaced.id} », qui ne le confirme pas"
            geste = f"ajoutez remplace_par: {plan.id} dans « {replaced.id} »"
            yield problem("REF-04", plan.adresse, ("remplace",), constat=constat, geste=geste)


@rule(Scope.RECORDS)
def plan_does_not_replace_its_successor(dossier: Dossier) -> Iterator[Problem]:
    """The chain of the editions goes one way."""
    plans = dossier.jeu.plans
    told_by_the_replaced = {plan.remplace_par: plan.id for plan in plans.values() if plan.remplace_par}
    told_by_the_successor = {plan.id: plan.remplace for plan in plans.values() if plan.remplace}
    replaces = sorted((told_by_the_replaced | told_by_the_successor).items())
    for a, b in _loops(dict(replaces)):
        alone = f"Le plan « {a} » dit se remplacer lui-même"
        constat = alone if a == b else f"Les plans « {a} » et « {b} » disent se remplacer l'un l'autre"
        geste = "gardez ces liens dans un seul sens : remplace dans le plus récent, remplace_par dans le plus ancien"
        yield problem("REF-04", plans[a].adresse, ("remplace",), constat=constat, geste=geste)


def _told(a: str, b: str) -> str:
    return f"« {a} » se contient lui-même" if a == b else f"« {a} » et « {b} » se contiennent l'un l'autre"


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
