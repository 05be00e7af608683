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
            heir = replaced.remplace_par
            geste = f"ajoutez remplace_par: {plan.id} dans « {replaced.id} »"
            if heir in plans:
                geste = f"celui-ci dit remplace_par: {heir}; gardez un seul des deux"
            yield problem("REF-04", plan.adresse, ("remplace",), constat=constat, geste=geste)


@rule(Scope.RECORDS)
def plan_does_not_replace_its_successor(dossier: Dossier) -> Iterator[Problem]:
    """The chain of the editions goes one way."""
    plans = dossier.jeu.plans
    told_by_the_successor = {plan.remplace: plan.id for plan in plans.values() if plan.remplace}
    told_by_the_replaced = {plan.id: plan.remplace_par for plan in plans.values() if plan.remplace_par}
    for a, b in _loops(dict(sorted((told_by_the_successor | told_by_the_replaced).items()))):
        alone = f"Le plan « {a} » dit se remplacer lui-même"
        constat = alone if a == b else f"Les plans « {a} » et « {b} » disent se remplacer l'un l'autre"
        geste = "gardez ces liens dans un seul sens : remplace dans le plus récent, remplace_par dans le plus ancien"
        yield problem("REF-04", plans[a].adresse, ("remplace",), constat=constat, geste=geste)


@rule(Scope.RECORDS)
def project_does_not_follow_itself(dossier: Dossier) -> Iterator[Problem]:
    """What follows or replaces a project comes after it: the chain of projects has an end."""
    after = {
        projet.id: {
            lien.projet: (rank, lien.genre)
            for rank, lien in enumerate(projet.liens_projets)
            if lien.genre != "voir_aussi" or lien.projet == projet.id
        }
        for projet in dossier.jeu.projets.values()
    }
    for a, b in _returns(after):
        rank, genre = after[a][b]
        turned = "sont la suite l'un de l'autre" if genre == "suite_de" else "se remplacent l'un l'autre"
        constat = f"Les projets « {a} » et « {b} » {turned}, directement ou par d'autres"
        if a == b:
            constat = f"Le projet « {a} » est lié à lui-même"
        yield problem("REF-40", f"projets/{a}", ("liens_projets", rank, "projet"), constat=constat)


def _returns(after: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """The steps that lead back to where one has passed, each loop once; without recursion, in one pass."""
    done: set[str] = set()
    for start in after:
        trail: dict[str, Iterator[str]] = {} if start in done else {start: iter(after[start])}
        while trail:
            here, steps = next(reversed(trail.items()))
            step = next(steps, None)
            if step is None:
                done.add(here)
                del trail[here]
            elif step in trail:
                yield here, step
            elif step in after and step not in done:
                trail[step] = iter(after[step])


@rule(Scope.RECORDS)
def link_between_projects_is_told_once(dossier: Dossier) -> Iterator[Problem]:
    """One project of the two says it: the page of the other shows it too."""
    told: set[tuple[str, str, str]] = set()
    for projet in dossier.jeu.projets.values():
        for rank, lien in enumerate(projet.liens_projets):
            link = (lien.genre, projet.id, lien.projet)
            both = link if lien.genre != "voir_aussi" else (lien.genre, *sorted(link[1:]))
            if both in told:
                facts = {"lien": lien.genre, "id": lien.projet}
                yield problem("REF-41", projet.adresse, ("liens_projets", rank), **facts)
            told.add((both[0], both[1], both[2]))


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
