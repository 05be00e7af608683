"""A territory on its page and in the list: what is there, what is in the smaller places it contains, told apart."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from clairevoie.derive.lieux import above
from clairevoie.derive.nesting import nest
from clairevoie.derive.ordre import alphabetical
from clairevoie.model import COLLECTIONS
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.territoires import Territoire
from clairevoie.pages.cartes import Carte, card
from clairevoie.pages.fiche import impacts
from clairevoie.pages.fiche.demarche import is_source
from clairevoie.pages.fiche.impacts import ImpactsAilleurs
from clairevoie.pages.fiche.vue import Vue
from clairevoie.pages.renvois.rubriques import LotDeCitations
from clairevoie.pages.renvois.titres import COLLECTION, COMPREND
from clairevoie.pages.site import Site
from clairevoie.pages.temps.prochaines import meetings_of
from clairevoie.wording.names import kind_of, public_name, short_name, title
from clairevoie.wording.typography import NBSP, headline

# What the component `arbre` draws: address, name, what there is, nodes below.
Noeud = tuple[str, str, str | None, tuple[Any, ...]]

# What is counted beside the name of a place: one, several.
_COUNTED = {
    name: (COLLECTIONS[name].singulier, COLLECTIONS[name].pluriel)
    for name in ("demarches", "projets", "comites")
}
# What one wants to know of a place, first to last; what it changed comes after the first, the smaller places before
# the last. A collection that nothing names here comes before the documents.
_FIRST = ("projets",)
_NEXT = ("demarches", "plans")
_LATER = ("comites", "organismes", "evenements")
# What happens in a place: the documents it rests on speak of that place.
_HAPPENS = (*_COUNTED, "evenements")


@dataclass(frozen=True, slots=True)
class Partie:
    """Records of one kind: those of the territory itself, then those of the smaller ones, with their places."""

    titre: str
    ancre: str
    ici: tuple[Carte, ...]
    plus_petits: tuple[LotDeCitations, ...]


@dataclass(frozen=True, slots=True)
class Lieu:
    """What the page of a territory gathers, in its order: what is done, what it changed, what is planned, who.

    `edition` is whether it has one, to be put on a wall.
    """

    plus_grands: tuple[Noeud, ...]
    plus_petits: tuple[Noeud, ...]
    ce_qui_se_fait: tuple[Partie, ...]
    impacts: tuple[ImpactsAilleurs, ...]
    ce_qui_est_prevu: tuple[Partie, ...]
    suite: tuple[Partie, ...]
    edition: bool


def gather(vue: Vue, territoire: Territoire) -> Lieu:
    """Everything that happens in a territory, and the way to the larger and the smaller ones."""
    site = vue.site
    vue.rubrique(COMPREND.cle)
    parts = [_part(site, territoire, titre.titre, titre.lots) for titre in vue.rubrique(COLLECTION.cle)]
    parts.append(_part(site, territoire, COLLECTIONS["documents"].libelle, _documents(site, territoire)))
    parts = [part for part in _with_plans(site, territoire, parts) if part.ici or part.plus_petits]
    own = (one for name in (*_FIRST, *_NEXT) for one in records(site, (territoire.id,), name))
    return Lieu(
        plus_grands=tuple(_node(site, one, (one.id,)) for one in larger(site, territoire)),
        plus_petits=tree(site, site.contenu[territoire.id][1:]),
        ce_qui_se_fait=tuple(part for part in parts if part.ancre in _FIRST),
        impacts=impacts.observed_by(own),
        ce_qui_est_prevu=tuple(sorted((part for part in parts if part.ancre in _NEXT), key=_order)),
        suite=tuple(sorted((part for part in parts if part.ancre not in _FIRST + _NEXT), key=_order)),
        edition=has_edition(site, territoire),
    )


def has_edition(site: Site, territoire: Territoire) -> bool:
    """Whether there is something to put on a wall: a démarche, a project or a comité that is no archive."""
    told = (one for id in site.contenu[territoire.id] for one in _there(site, id, _COUNTED))
    return territoire.publication == "publie" and any(one.publication == "publie" for one in told)


def larger(site: Site, territoire: Territoire) -> tuple[Territoire, ...]:
    """The territories that contain this one, the nearest first."""
    return tuple(site.jeu.territoires[id] for id in above(site.jeu, territoire.id)[1:])


def trail(site: Site, territoire: Territoire, racine: str) -> list[tuple[str, str | None]]:
    """The steps of a breadcrumb through the territories that contain this one, the largest first."""
    steps = reversed(larger(site, territoire))
    return [(headline(short_name(one)), f"{racine}{one.adresse}/") for one in steps]


def tree(site: Site, ids: Iterable[str]) -> tuple[Noeud, ...]:
    """These territories, each under the one that contains it, with what there is in it and below it."""
    places = sorted((site.jeu.territoires[id] for id in ids), key=_filed)
    return nest(
        places,
        lambda one: one.id,
        lambda one: one.parent,
        lambda one, below: _node(site, one, site.contenu[one.id], below),
    )


def records(site: Site, ids: Iterable[str], collection: str) -> tuple[Any, ...]:
    """The records of a collection that say they are in one of these territories, each once, in their order."""
    found = (one for id in ids for one in _there(site, id, (collection,)))
    return tuple({one.id: one for one in found}.values())


def meetings(site: Site, ids: Iterable[str]) -> tuple[tuple[Evenement, ...], tuple[Comite, ...]]:
    """The events in these territories, or of the démarches and comités there; then these comités."""
    ids = tuple(ids)
    found: dict[str, Evenement] = {one.id: one for one in records(site, ids, "evenements")}
    comites: tuple[Comite, ...] = records(site, ids, "comites")
    for comite in comites:
        found |= {one.id: one for one in meetings_of(site, comite)}
    for demarche in records(site, ids, "demarches"):
        found |= {one.id: one for one in site.citing(demarche, "evenements", "demarche")}  # type: ignore[misc]
    return tuple(found.values()), comites


def _there(site: Site, id: str, collections: Container[str]) -> Iterator[Any]:
    """The records that say they are in a territory, not those that name it in a seat or an action only."""
    known = (one for one in site.cited_by(site.jeu.territoires[id]) if one.collection in collections)
    return (one for one in known if id in vars(one).get("territoires", ()))


def _node(site: Site, territoire: Territoire, ids: Iterable[str], below: tuple[Noeud, ...] = ()) -> Noeud:
    """A place, with what there is in the territories `ids`: « Quartier – 4 projets »."""
    ids = tuple(ids)
    kind = "" if territoire.type == "autre" else kind_of(territoire)
    counted = ((len(records(site, ids, name)), words) for name, words in _COUNTED.items())
    there = ", ".join(f"{n}{NBSP}{words[n > 1]}" for n, words in counted if n)
    said = " – ".join(part for part in (kind, there) if part)
    return territoire.adresse, public_name(territoire), said or None, below


def _part(site: Site, territoire: Territoire, titre: str, lots: Iterable[LotDeCitations]) -> Partie:
    """The lots of one kind, those of the territory itself as cards."""
    lots = tuple(lots)
    collection = lots[0].fiche.collection if lots else "documents"
    own = {fiche.id for fiche in _here(site, territoire, collection)}
    return Partie(
        titre=titre,
        ancre=collection,
        ici=tuple(_card(site, lot.fiche, territoire) for lot in lots if lot.fiche.id in own),
        plus_petits=tuple(lot for lot in lots if lot.fiche.id not in own),
    )


def _with_plans(site: Site, territoire: Territoire, parts: Iterable[Partie]) -> Iterator[Partie]:
    """These parts, that of plans with those of the démarches of the place, which name no place themselves."""
    demarches = records(site, (territoire.id,), "demarches")
    found = {plan.id: plan for one in demarches for plan in site.citing(one, "plans", "demarche")}
    plans = sorted(found.values(), key=_filed)
    has_part = False
    for part in parts:
        if part.ancre != "plans":
            yield part
            continue
        has_part = True
        said = {lot.fiche.id for lot in part.plus_petits}
        yield replace(part, ici=tuple(card(site, plan) for plan in plans if plan.id not in said))
    if plans and not has_part:
        yield Partie(COLLECTIONS["plans"].libelle, "plans", tuple(card(site, plan) for plan in plans), ())


def _order(part: Partie) -> int:
    """The place of a part on the page, where those that no order names keep theirs before the documents."""
    order = (*_NEXT, *_LATER)
    is_last = part.ancre == "documents"
    return order.index(part.ancre) if part.ancre in order else len(order) + is_last


def _card(site: Site, fiche: Fiche, territoire: Territoire) -> Carte:
    """A card, less the name of the territory whose page it is on."""
    whole = card(site, fiche)
    return replace(whole, precisions=tuple(one for one in whole.precisions if one != territoire.intitule))


def _here(site: Site, territoire: Territoire, collection: str) -> Iterable[Fiche]:
    if collection == "documents":
        return _cited(site, territoire)
    return records(site, (territoire.id,), collection)


def _documents(site: Site, territoire: Territoire) -> tuple[LotDeCitations, ...]:
    """The documents that speak of a territory or of what it contains, with the smaller places they speak of."""
    places: dict[str, list[str]] = {}
    for id in site.contenu[territoire.id]:
        place = site.jeu.territoires[id]
        for document in _cited(site, place):
            places.setdefault(document.id, []).append("" if place is territoire else short_name(place))
    found = sorted((site.jeu.documents[id] for id in places), key=lambda d: (not is_source(d), *_filed(d)))
    said = {id: ", ".join(headline(name) for name in names if name) for id, names in places.items()}
    return tuple(LotDeCitations(document, title(document), said[document.id], ()) for document in found)


def _cited(site: Site, territoire: Territoire) -> tuple[Fiche, ...]:
    """The documents of a territory: those of its démarches, and those that what happens there rests on."""
    ids = dict.fromkeys(
        id
        for name in _HAPPENS
        for fiche in records(site, (territoire.id,), name)
        for id in _named(site, fiche)
    )
    return tuple(site.jeu.documents[id] for id in ids if id in site.jeu.documents)


def _named(site: Site, fiche: Any) -> Iterator[str]:
    yield from (source.document for source in fiche.sources)
    yield from getattr(fiche, "documents", ())
    if isinstance(fiche, Demarche):
        yield from (document.id for document in site.citing(fiche, "documents", "demarches"))


def _filed(fiche: Fiche) -> tuple[str, str]:
    return alphabetical(public_name(fiche)), fiche.id
