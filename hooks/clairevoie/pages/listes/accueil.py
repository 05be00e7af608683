"""What the home page receives: its band, the territories as words, the démarches, what is new."""

from __future__ import annotations

from dataclasses import replace

from clairevoie.derive.lieux import above
from clairevoie.model import COLLECTIONS
from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.model.quand import day
from clairevoie.pages.cartes import Carte, card
from clairevoie.pages.site import Site
from clairevoie.wording.names import kind_of, sorted_by_name

_NEWS = 8
# What a first page names: démarches as cards, places as words, places folded under the widest ones, those widest.
_DEMARCHES, _PLACES, _NAMED, _WIDEST = 40, 40, 300, 60
# On the same day, those that come first; the démarches, already on the home page, are no news of it.
_ORDER = ("plans", "projets", "evenements", "comites")


def band(site: Site) -> dict[str, object]:
    """The name of the site."""
    return {"titre": site.reglages.nom}


def demarches(site: Site) -> dict[str, object]:
    """The démarches by their names, or how many when they are too many for a first page."""
    found = sorted_by_name(site.jeu.demarches.values())
    shown = found if len(found) <= _DEMARCHES else ()
    return {"adresses": [one.adresse for one in shown], "nombre": len(found)}


def places(site: Site) -> dict[str, object]:
    """The territories where something happens, smaller ones included; when they are many, each with what it contains.

    `adresses` are those of a short list; `lieux` the widest, each with those below it, or only their number.
    """
    cited = {
        territoire.id
        for territoire in site.jeu.territoires.values()
        if any(_happens(fiche) for fiche in site.cited_by(territoire))
    }
    alive = sorted_by_name(t for t in site.jeu.territoires.values() if cited & set(site.contenu[t.id]))
    if len(alive) <= _PLACES:
        return {"adresses": [territoire.adresse for territoire in alive], "lieux": (), "nombre": 0}
    below: dict[str, list[str]] = {}
    for territoire in alive:
        widest = above(site.jeu, territoire.id)[-1]
        below.setdefault(widest, [])
        if widest != territoire.id:
            below[widest].append(territoire.adresse)
    widest_first = sorted_by_name(site.jeu.territoires[id] for id in below)
    lieux = [(one.adresse, len(below[one.id]), below[one.id]) for one in widest_first]
    if len(alive) > _NAMED:
        lieux = [(adresse, count, []) for adresse, count, _ in lieux]
    return {"adresses": (), "lieux": lieux[:_WIDEST], "nombre": len(alive) if len(lieux) > _WIDEST else 0}


def _happens(fiche: Fiche) -> bool:
    return isinstance(fiche, Demarche) or COLLECTIONS[fiche.collection].dans_une_demarche


def news(site: Site) -> dict[str, object]:
    """The records that appeared last, when the history tells it; on the same day, the plans first."""
    known = sorted_by_name(fiche for fiche in site.jeu if _is_news(site, fiche))
    latest = sorted(known, key=lambda fiche: (-site.ajouts[fiche.adresse].toordinal(), _rank(fiche)))
    return {"cartes": [_new(site, fiche) for fiche in latest[:_NEWS]]}


def _is_news(site: Site, fiche: Fiche) -> bool:
    return fiche.collection != "demarches" and fiche.adresse in site.ajouts


def _rank(fiche: Fiche) -> int:
    return _ORDER.index(fiche.collection) if fiche.collection in _ORDER else len(_ORDER)


def _new(site: Site, fiche: Fiche) -> Carte:
    """A card that says when and what."""
    when = day(site.ajouts[fiche.adresse].isoformat())
    return replace(card(site, fiche), texte=None, precisions=(when, kind_of(fiche)), etat=None)
