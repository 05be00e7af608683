"""Who decides, ready to be shown: the comités of a démarche, what joins them, and who sits where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from clairevoie.derive.gouvernance import PARENT, LienDeComites, Noeud, links, right_above, top_down, tree
from clairevoie.drawing.gathering import Groups, Member, readable
from clairevoie.drawing.lanes import Link
from clairevoie.drawing.stack import Box, StackDrawing
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.pages.decoupage import LIMITE
from clairevoie.pages.gouvernance.instances import (
    LienEnMots,
    NiveauDInstances,
    answering,
    elsewhere,
    kind_beside,
    kinds_counted,
    level,
    line,
    precisions,
    room,
)
from clairevoie.pages.gouvernance.liens_dessines import IN_DRAWING, in_drawing, joined_groups
from clairevoie.pages.gouvernance.sieges import QuiSiege, seats
from clairevoie.pages.site import Site
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.names import short_name
from clairevoie.wording.typography import headline, shortened, spaced

# How much of a name fits in a drawing; the list beside it has the whole.
_NOM = 110
# The anchor of that list.
EN_LISTE = "comites-en-liste"
# With more comités than this, their list is folded under its counts.
MANY = 15


@dataclass(frozen=True, slots=True)
class Organigramme:
    """The drawing; of the comités that it draws by their number, how many there are, and in how many boxes."""

    dessin: StackDrawing
    reunis: int
    encadres: int


@dataclass(frozen=True, slots=True)
class Gouvernance:
    """Who decides in a démarche.

    `comptes` gives their number by kind, when they are many; `dessin` is None where the source joins no comité to
    another, or joins them in more ways than a drawing can show: `relies` tells which. `suite` is where the whole list
    is, when a page cannot hold it.
    """

    comptes: str | None
    instances: NiveauDInstances
    suite: str | None
    dessin: Organigramme | None
    relies: bool
    sieges: QuiSiege


@dataclass(frozen=True, slots=True)
class PlaceDuComite:
    """What joins one comité to others, both ways."""

    liens: tuple[LienEnMots, ...]
    dessin: Organigramme | None


def of_demarche(site: Site, demarche: Demarche) -> Gouvernance:
    """The comités of a démarche, then those of other démarches that links join to them."""
    inside = cast(tuple[Comite, ...], site.citing(demarche, "comites", "demarches"))
    comites, liens = _around(site, inside)
    ordered = top_down(comites, liens)
    near = [comite for comite in ordered if demarche.id in comite.demarches]
    far = [comite for comite in ordered if demarche.id not in comite.demarches]
    said: dict[str, list[LienEnMots]] = {}
    for lien in liens:
        said.setdefault(lien.de, []).append(line(lien))
    nodes = (*tree(near), *(Noeud(comite, ()) for comite in far))
    place = room(nodes, MANY, LIMITE)
    return Gouvernance(
        f"{kinds_counted(near)}." if place.folded else None,
        level(site, nodes, said, (demarche.id,), place),
        f"comites#{demarche.id}" if len(near) > LIMITE else None,
        _drawn(site, ordered, liens, (demarche.id,)),
        any(lien.vers for lien in liens),
        seats(site, near),
    )


def of_comite(site: Site, comite: Comite) -> PlaceDuComite:
    """What a comité does with others, then what others do with it."""
    comites, liens = _around(site, (comite,))
    own = [lien for lien in liens if lien.de == comite.id]
    below = [lien for lien in liens if lien.type == PARENT and lien.de != comite.id]
    others = [lien for lien in liens if lien.de != comite.id and lien not in below]
    return PlaceDuComite(
        (*(line(lien, comite.id) for lien in (*own, *others)), *answering([lien.de for lien in below])),
        _drawn(site, top_down(comites, liens), liens, comite.demarches, comite.id),
    )


def _around(site: Site, inside: Iterable[Comite]) -> tuple[tuple[Comite, ...], tuple[LienDeComites, ...]]:
    """These comités with all those that a link joins to them, and the links."""
    near = {comite.id: comite for comite in inside}
    told = dict(near)
    for comite in near.values():
        for champ in ("relations.cibles", PARENT):
            told |= {one.id: cast(Comite, one) for one in site.citing(comite, "comites", champ)}
    liens = links(told.values(), near)
    far = {id: site.jeu.comites[id] for lien in liens for id in lien.touches if id not in near}
    return (*near.values(), *far.values()), liens


def _drawn(
    site: Site,
    ordered: Sequence[Comite],
    liens: Sequence[LienDeComites],
    demarches: Collection[str],
    ici: str | None = None,
) -> Organigramme | None:
    """The finest drawing that can be read, where something is joined to something."""
    above = right_above(ordered, liens)
    members = [_member(comite, demarches, ici, above[comite.id]) for comite in ordered]
    alone = [Link(lien.de, in_drawing(lien), lien.vers) for lien in liens]
    known = {comite.id: comite for comite in ordered}

    def make(groups: Groups) -> tuple[list[Box], list[Link]]:
        boxes = [_box(site, [known[id] for id in group], demarches, ici) for group in groups]
        return boxes, joined_groups(groups, liens)

    found = readable(members, alone, make)
    if found is None:
        return None
    several = [len(group) for group in found[0] if len(group) > 1]
    return Organigramme(found[1], sum(several), len(several))


def _member(comite: Comite, demarches: Collection[str], ici: str | None, above: str | None) -> Member:
    """A comité to draw: those of one type, in one state, of the same démarches may share a box."""
    if comite.id == ici:
        return Member(comite.id, ici, ici, above, apart=True)
    kind = (comite.type, comite.statut, comite.collectif, elsewhere(comite, demarches))
    return Member(comite.id, kind, comite.type, above)


def _box(site: Site, comites: Sequence[Comite], demarches: Collection[str], ici: str | None) -> Box:
    comite = comites[0]
    if len(comites) > 1:
        return Box(
            comite.id,
            f"#{EN_LISTE}",
            spaced(kinds_counted(comites)),
            _common(site, comites, demarches),
            "groupe",
        )
    words = [*precisions(site, comite, demarches), *(rhythm(f) for f in comite.frequence if not f.objet)]
    looks = {
        "ici": comite.id == ici,
        "ailleurs": bool(elsewhere(comite, demarches)),
        "envisage": comite.statut == "envisage",
    }
    return Box(
        comite.id,
        None if comite.id == ici else comite.adresse,
        spaced(shortened(headline(short_name(comite)), _NOM)),
        tuple(
            spaced(shortened(headline(one), IN_DRAWING))
            for one in (["Cette page", *words] if comite.id == ici else words)
        ),
        next((look for look, worn in looks.items() if worn), ""),
    )


def _common(site: Site, comites: Sequence[Comite], demarches: Collection[str]) -> tuple[str, ...]:
    """What is said of each of these comités, but for their kind."""
    first, *others = (precisions(site, one, demarches) for one in comites)
    return tuple(
        spaced(shortened(said, IN_DRAWING))
        for said in first
        if said != kind_beside(comites[0]) and all(said in one for one in others)
    )
