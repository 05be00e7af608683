"""Who decides, ready to be shown: the comités of a démarche, what joins them, and who sits where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from clairevoie.derive.gouvernance import PARENT, Lien, Noeud, links, top_down, tree
from clairevoie.drawing.lanes import Link
from clairevoie.drawing.stack import Box, StackDrawing, draw
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.pages.gouvernance.instances import (
    Instance,
    LienEnMots,
    answering,
    elsewhere,
    instance,
    line,
    precisions,
    verb,
)
from clairevoie.pages.gouvernance.sieges import QuiSiege, seats
from clairevoie.pages.site import Site
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.names import short_name
from clairevoie.wording.typography import headline, shortened, spaced

# How much of a name, of a sentence, fits in a drawing; the list beside it has the whole.
_NOM, _PHRASE = 110, 90


@dataclass(frozen=True, slots=True)
class Gouvernance:
    """Who decides in a démarche; `dessin` is None where the source joins no comité to another."""

    instances: tuple[Instance, ...]
    dessin: StackDrawing | None
    sieges: QuiSiege


@dataclass(frozen=True, slots=True)
class PlaceDuComite:
    """What joins one comité to others, both ways."""

    liens: tuple[LienEnMots, ...]
    dessin: StackDrawing | None


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
    return Gouvernance(
        tuple(instance(site, node, said, (demarche.id,)) for node in nodes),
        _drawn(site, ordered, liens, (demarche.id,)),
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


def _around(site: Site, inside: Iterable[Comite]) -> tuple[tuple[Comite, ...], tuple[Lien, ...]]:
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
    liens: Sequence[Lien],
    demarches: Collection[str],
    ici: str | None = None,
) -> StackDrawing | None:
    """The drawing, where something is joined to something."""
    if not any(lien.vers for lien in liens):
        return None
    joined = [Link(lien.de, spaced(_written(lien)), lien.vers) for lien in liens]
    return draw([_box(site, one, demarches, ici) for one in ordered], joined)


def _written(lien: Lien) -> str:
    """The words along a line."""
    said = verb(lien) or f"« {shortened(lien.texte or '', _PHRASE)} »"
    return said if lien.vers else f"{said} : aucun nommé"


def _box(site: Site, comite: Comite, demarches: Collection[str], ici: str | None) -> Box:
    said = [*precisions(site, comite, demarches), *(rhythm(f) for f in comite.frequence if not f.objet)]
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
            spaced(shortened(headline(one), _PHRASE))
            for one in (["Cette page", *said] if comite.id == ici else said)
        ),
        next((look for look, worn in looks.items() if worn), ""),
    )
