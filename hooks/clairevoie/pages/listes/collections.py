"""The lists of each collection, grouped so that a person finds things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clairevoie.derive.ordre import by_rank, in_time, initial
from clairevoie.model.fiche import Fiche
from clairevoie.pages.cartes import Carte, card
from clairevoie.pages.fiche import territoire
from clairevoie.pages.fiche.demarche import is_source
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name, short_name, sorted_by_name

Order = Callable[[Iterable[Any]], Iterable[Fiche]]


# Where the names are not the best order inside a group.
_ORDERS: Mapping[str, Order] = {"comites": by_rank, "evenements": in_time}


@dataclass(frozen=True, slots=True)
class Groupe:
    """Cards under one heading, at one anchor."""

    titre: str
    ancre: str
    cartes: tuple[Carte, ...]


def by_demarche(collection: str, site: Site) -> dict[str, object]:
    """The records of a collection under each démarche they belong to; those of none come last."""
    order: Order = _ORDERS.get(collection, sorted_by_name)
    groups: dict[str, list[Fiche]] = {
        demarche.id: [] for demarche in sorted_by_name(site.jeu.demarches.values())
    }
    orphans: list[Fiche] = []
    for fiche in site.jeu.collection(collection).values():
        for demarche in site.demarches(fiche):
            groups[demarche.id].append(fiche)
        if not site.demarches(fiche):
            orphans.append(fiche)
    named = [(short_name(site.jeu.demarches[id]), id, order(found)) for id, found in groups.items() if found]
    alone = [("Sans démarche", "sans-demarche", order(orphans))] if orphans else []
    return _groups(site, [*named, *alone])


def by_letter(collection: str, site: Site) -> dict[str, object]:
    """The records of a collection, by the first letter of their names."""
    groups: dict[str, list[Fiche]] = {}
    for fiche in sorted_by_name(site.jeu.collection(collection).values()):
        groups.setdefault(initial(public_name(fiche)), []).append(fiche)
    return _groups(site, [(letter, f"lettre-{letter.lower()}", found) for letter, found in groups.items()])


def by_source(collection: str, site: Site) -> dict[str, object]:
    """What the site has read, then what it only heard of."""
    ordered = sorted_by_name(site.jeu.collection(collection).values())
    read = [document for document in ordered if is_source(document)]
    mentioned = [document for document in ordered if not is_source(document)]
    return _groups(
        site, [("Sources", "sources", read), ("Mentionnés par les sources", "mentionnes", mentioned)]
    )


def cards(collection: str, site: Site) -> dict[str, object]:
    """One card for each record of a collection, in the order of their names."""
    return {
        "cartes": [card(site, fiche) for fiche in sorted_by_name(site.jeu.collection(collection).values())]
    }


def tree(collection: str, site: Site) -> dict[str, object]:
    """Territories, each under the one it is part of, with what there is in each."""
    return {"noeuds": territoire.tree(site, site.jeu.collection(collection))}


def _groups(site: Site, groups: Sequence[tuple[str, str, Iterable[Fiche]]]) -> dict[str, object]:
    made = [Groupe(titre, ancre, tuple(card(site, f) for f in found)) for titre, ancre, found in groups]
    return {"groupes": [groupe for groupe in made if groupe.cartes]}
