"""Announced counts beside what is found: « 4 projets » and the records that are linked.

Goes in: a `Jeu`, or a form. Comes out: how many of the things that a démarche, or a plan, announces are there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from clairevoie.model.actions import Action
from clairevoie.model.base import Forme
from clairevoie.model.collections import COLLECTIONS
from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.model.jeu import Jeu
from clairevoie.model.parcours import formes
from clairevoie.model.petites_formes import CompteDeclare

Count = Callable[[Demarche, CompteDeclare], int | None]


def counter(jeu: Jeu) -> Count:
    """How to count in this dataset; the links are found once for all the counts.

    The function gives None when what is counted is neither a collection nor a list of the démarche.
    """
    linked = {name: _by_demarche(jeu, name) for name, one in COLLECTIONS.items() if one.dans_une_demarche}
    parts = _parts(jeu)
    places = cache(lambda territoire: _within(parts, territoire))

    def found(demarche: Demarche, compte: CompteDeclare) -> int | None:
        if compte.objet not in linked:
            value = getattr(demarche, compte.objet, None)
            return len(value) if isinstance(value, tuple) else None
        fiches = linked[compte.objet].get(demarche.id, [])
        place = places(compte.territoire) if compte.territoire else None
        return sum(place is None or not place.isdisjoint(getattr(f, "territoires", ())) for f in fiches)

    return found


def actions_inside(forme: Forme) -> int:
    """How many actions a plan, or one of its objectives, holds at any depth."""
    return sum(isinstance(inner, Action) for _, inner in formes(forme, kinds=(Action,)))


def demarches_of(fiche: Fiche) -> tuple[str, ...]:
    """The ids of the démarches that a record says it belongs to, in the order typed."""
    said = vars(fiche)
    one: str | None = said.get("demarche")
    several: tuple[str, ...] = said.get("demarches", ())
    return (one,) if one else several


def _within(parts: Mapping[str | None, list[str]], territoire: str) -> frozenset[str]:
    """The ids of a territory and of all that it contains, at any depth."""
    inside: set[str] = set()
    todo = [territoire]
    while todo:
        here = todo.pop()
        if here not in inside:
            inside.add(here)
            todo += parts.get(here, [])
    return frozenset(inside)


def _parts(jeu: Jeu) -> Mapping[str | None, list[str]]:
    """The territories that each one contains directly."""
    parts: dict[str | None, list[str]] = defaultdict(list)
    for territoire in jeu.territoires.values():
        parts[territoire.parent].append(territoire.id)
    return parts


def _by_demarche(jeu: Jeu, collection: str) -> dict[str, list[Fiche]]:
    """The records of a collection, by démarche, without the grouped ones: nobody knows their number."""
    linked: dict[str, list[Fiche]] = defaultdict(list)
    for fiche in jeu.collection(collection).values():
        if not getattr(fiche, "collectif", False):
            for demarche in dict.fromkeys(demarches_of(fiche)):
                linked[demarche].append(fiche)
    return linked
