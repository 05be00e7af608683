"""The lists of each collection, grouped so that a person finds things; a long one is cut the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from clairevoie.derive.lieux import above
from clairevoie.derive.ordre import alphabetical, by_rank, in_time, initial, when
from clairevoie.model import COLLECTIONS
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.quand import moment
from clairevoie.pages.classement import (
    LETTRES,
    SANS_DEMARCHE,
    Filed,
    are_many,
    by_demarches,
    their_anchors,
    under_demarche,
)
from clairevoie.pages.decoupage import NOMS, Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.fiche import territoire
from clairevoie.pages.fiche.demarche import is_source
from clairevoie.pages.fiche.series import serie
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name, short_name, sorted_by_name
from clairevoie.wording.typography import NBSP, headline, number

Order = Callable[[Iterable[Any]], Iterable[Fiche]]
Gathered = Mapping[str, object]

# Where the names are not the best order inside a group.
_ORDERS: Mapping[str, Order] = {"comites": by_rank, "evenements": in_time}
# With more territories that are part of no other, they are found by the letter of their names.
_MANY = 100
_LETTRE = "lettre-"


@dataclass(frozen=True, slots=True)
class Groupe:
    """The cards of some records under one heading, at one anchor.

    `plis` are the same in groups to be folded, when they are too many (pages/fiche/series.py).
    """

    titre: str
    ancre: str
    adresses: tuple[str, ...]
    plis: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def en_tete(self) -> tuple[str, str]:
        """Its anchor and its title."""
        return self.ancre, self.titre


def by_demarche(collection: str, site: Site) -> Gathered | Coupe:
    """The records of a collection under each démarche they belong to; those of none come last."""
    filed = by_demarches(site, collection)
    return (
        _cut_by_demarche(collection, site, filed)
        if is_long(len(filed))
        else _grouped(site, collection, filed)
    )


def _grouped(site: Site, collection: str, filed: Sequence[Filed]) -> Gathered:
    order: Order = _ORDERS.get(collection, sorted_by_name)
    groups: dict[str, list[Any]] = {}
    titles: dict[str, str] = {}
    for demarche, fiche in filed:
        key = demarche.id if demarche else SANS_DEMARCHE
        groups.setdefault(key, []).append(fiche)
        titles[key] = short_name(demarche) if demarche else "Sans démarche"
    return _groups(site, ((titles[key], key, order(found)) for key, found in groups.items()))


def _on_a_page(site: Site, collection: str, filed: Sequence[Filed]) -> Gathered:
    """What one page of a cut list shows: its title already says a démarche that is alone on it."""
    return {**_grouped(site, collection, filed), "titres": len({one and one.id for one, _ in filed}) > 1}


def _cut_by_demarche(collection: str, site: Site, filed: Sequence[Filed]) -> Coupe:
    demarches = {demarche.id: demarche for demarche, _ in filed if demarche}
    many = are_many(demarches.values())
    part = PartieCoupee(
        decouper(filed, partial(_step_of_filed, collection, many), collection),
        lambda one: public_name(one[1]),
        _words(collection),
        partial(_on_a_page, site, collection),
        "groupes",
        ancres=lambda found: their_anchors(one for one, _ in found),
    )
    told = f", {number(len(demarches))}{NBSP}démarche{'s' if len(demarches) > 1 else ''}" if demarches else ""
    comptes = (f"{_count(site, collection)}{told}.",)
    return Coupe((*comptes, LETTRES) if many else comptes, (part,))


def _step_of_filed(collection: str, many: bool, filed: Filed, depth: int) -> Pas | None:
    """The démarche, then what tells its records apart: a year for what happens in time, else a name."""
    demarche, fiche = filed
    found = under_demarche(collection, demarche, many, depth)
    if isinstance(found, Pas):
        return found
    base, inner = found
    if isinstance(fiche, Evenement):
        return _step_in_time(base, fiche, inner)
    return par_lettre(base, public_name(fiche), fiche.id, inner)


def _step_in_time(base: str, evenement: Evenement, depth: int) -> Pas | None:
    """The year of an event, its month, then its name."""
    first, _ = when(evenement)
    known = first.year < 9999
    if depth == 0:
        return (
            Pas(f"{base}/{first.year}", str(first.year)) if known else Pas(f"{base}/sans-date", "Sans date")
        )
    month = f"{first.year}-{first.month:02}" if known else "sans-date"
    if depth == 1 and known:
        return Pas(f"{base}/{month}", headline(moment(month)))
    return par_lettre(f"{base}/{month}", public_name(evenement), evenement.id, depth - (2 if known else 1))


def by_letter(collection: str, site: Site) -> Gathered | Coupe:
    """The records of a collection, by the first letter of their names."""
    found = sorted_by_name(site.jeu.collection(collection).values())
    if is_long(len(found)):
        return _cut_by_letter(collection, site, found)
    groups: dict[str, list[Fiche]] = {}
    for fiche in found:
        groups.setdefault(initial(public_name(fiche)), []).append(fiche)
    return _groups(site, ((letter, f"{_LETTRE}{letter.lower()}", found) for letter, found in groups.items()))


def cards(collection: str, site: Site) -> Gathered | Coupe:
    """One card for each record of a collection, in the order of their names."""
    found = sorted_by_name(site.jeu.collection(collection).values())
    return _cut_by_letter(collection, site, found) if is_long(len(found)) else _cards(found)


def _cut_by_letter(collection: str, site: Site, found: Sequence[Fiche]) -> Coupe:
    part = part_by_letter(f"{collection}/lettre", collection, found)
    return Coupe((f"{_count(site, collection)}.",), (part,))


def part_by_letter(
    base: str, collection: str, found: Sequence[Fiche], titre: str = "", ancre: str = ""
) -> PartieCoupee[Fiche]:
    """Records by the letters of their names, below the address `base`; a part that has a title is whole there."""

    def step(fiche: Fiche, depth: int) -> Pas | None:
        return par_lettre(base, public_name(fiche), fiche.id, depth, "" if titre else _LETTRE)

    tranche = decouper(found, step, base if titre else collection)
    tranche = replace(tranche, pas=tranche.pas._replace(titre=titre))
    return PartieCoupee(tranche, public_name, _words(collection), _cards, titre=titre, ancre=ancre)


def by_source(collection: str, site: Site) -> Gathered | Coupe:
    """What the site has read, then what it only heard of."""
    ordered = sorted_by_name(site.jeu.collection(collection).values())
    read = [document for document in ordered if is_source(document)]
    mentioned = [document for document in ordered if not is_source(document)]
    named = (("Sources", "sources", read), ("Mentionnés par les sources", "mentionnes", mentioned))
    if not is_long(len(ordered)):
        return _groups(site, named)
    parts = (
        part_by_letter(f"{collection}/ensemble/{ancre}", collection, found, titre, ancre)
        for titre, ancre, found in named
        if found
    )
    return Coupe((f"{_count(site, collection)}.",), tuple(parts))


def tree(collection: str, site: Site) -> Gathered | Coupe:
    """Territories, each under the one it is part of, with what there is in each."""
    held = site.jeu.collection(collection)
    if not is_long(len(held), NOMS):
        return {"noeuds": territoire.tree(site, held)}
    return _cut_tree(collection, site)


def _cut_tree(collection: str, site: Site) -> Coupe:
    """By the widest territories, those that are part of no other; by their letters when they are many."""
    # Deeper than the second page of a territory, which might be called the same.
    base = f"{collection}/liste"
    tops = {id: tuple(reversed(above(site.jeu, id))) for id in site.jeu.territoires}
    roots = {path[0] for path in tops.values()}

    def root(one: Any) -> Any:
        return site.jeu.territoires[tops[one.id][0]]

    def step(one: Any, depth: int) -> Pas | None:
        top = root(one)
        if len(roots) > _MANY:
            return par_lettre(f"{base}/lettre", public_name(top), top.id, depth)
        path = tops[one.id]
        if depth >= len(path):
            return None
        place = site.jeu.territoires[path[depth]]
        ancre = f"lieu-{place.id}" if depth == 0 else ""
        return Pas(f"{base}/lieu/{place.id}", headline(short_name(place)), ancre)

    found = sorted(sorted_by_name(site.jeu.territoires.values()), key=lambda one: _place(site, tops[one.id]))
    part = PartieCoupee(
        decouper(found, step, collection, fois=NOMS),
        public_name,
        _words(collection),
        lambda some: {"noeuds": territoire.tree(site, [one.id for one in some])},
        gabarit="arbre",
    )
    return Coupe((f"{_count(site, collection)}.",), (part,))


def _place(site: Site, path: Sequence[str]) -> tuple[str, ...]:
    """Where a territory is filed: right after the one that contains it."""
    return tuple(alphabetical(public_name(site.jeu.territoires[id])) for id in path)


def _groups(site: Site, groups: Iterable[tuple[str, str, Iterable[Fiche]]]) -> Gathered:
    made = (_group(site, titre, ancre, tuple(found)) for titre, ancre, found in groups)
    return {"groupes": [groupe for groupe in made if groupe.adresses], "titres": True}


def _group(site: Site, titre: str, ancre: str, found: Sequence[Fiche]) -> Groupe:
    plis = tuple(
        (groupe.titre, tuple(one.adresse for one in groupe.entrees))
        for groupe in serie(site, ancre, titre, found).groupes
    )
    return Groupe(titre, ancre, tuple(fiche.adresse for fiche in found), plis)


def _cards(found: Iterable[Fiche]) -> Gathered:
    return {"adresses": [fiche.adresse for fiche in found]}


def _words(collection: str) -> tuple[str, str]:
    return COLLECTIONS[collection].singulier, COLLECTIONS[collection].pluriel


def _count(site: Site, collection: str) -> str:
    """« 2 500 projets »."""
    return f"{number(len(site.jeu.collection(collection)))}{NBSP}{COLLECTIONS[collection].pluriel}"
