"""What the home page receives: its band, the territories as words, the démarches, what is new."""

from __future__ import annotations

from dataclasses import replace

from clairevoie.model import COLLECTIONS
from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.model.quand import day
from clairevoie.pages.cartes import Carte, card
from clairevoie.pages.site import Site
from clairevoie.wording.names import kind_of, sorted_by_name

_NEWS = 8
# On the same day, those that come first; the démarches, already on the home page, are no news of it.
_ORDER = ("plans", "projets", "evenements", "comites")


def band(site: Site) -> dict[str, object]:
    """The name of the site."""
    return {"titre": site.reglages.nom}


def places(site: Site) -> dict[str, object]:
    """The territories where something happens, smaller ones included."""
    cited = {
        territoire.id
        for territoire in site.jeu.territoires.values()
        if any(_happens(fiche) for fiche in site.cited_by(territoire))
    }
    alive = [t for t in site.jeu.territoires.values() if cited & set(site.contenu[t.id])]
    return {"adresses": [territoire.adresse for territoire in sorted_by_name(alive)]}


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
