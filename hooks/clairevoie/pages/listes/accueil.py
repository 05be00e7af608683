"""What the home page receives: its band, the way to most pages, the next meetings, the territories, the démarches, how
much there is of what, what is new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from clairevoie.derive import suivi
from clairevoie.derive.journal.chapters import Etape
from clairevoie.derive.nesting import nest
from clairevoie.derive.ordre import alphabetical
from clairevoie.model import COLLECTIONS, holding
from clairevoie.model.actions import Action
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.describe import describe
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.projets import Projet
from clairevoie.model.quand import day
from clairevoie.pages.argent.liste import has_money
from clairevoie.pages.cartes import Carte, card, said_of
from clairevoie.pages.listes.impacts import tells_of_changes
from clairevoie.pages.site import Site
from clairevoie.pages.temps.a_venir import meetings_to_come, next_ones
from clairevoie.wording.names import kind_of, sorted_by_name

_NEWS = 8
# What a first page names: démarches as cards, places as words, places folded under the widest ones, those widest. So
# few places stand open that the démarches that follow begin on the second screen of a phone.
_DEMARCHES, _PLACES, _NAMED, _WIDEST = 40, 8, 300, 60
# Where most people go from the home page, and the collections of which one tells of money.
_DOORS = {
    "projets": "Projets",
    "ce-que-ca-a-change": "Ce que ça a changé",
    "argent": "L’argent",
    "calendrier": "Dates des rencontres",
    "comites": "Qui décide",
    "ce-qui-est-venu-des-plans": "Suites des plans",
}
_WITH_MONEY = ("demarches", "projets", "plans")
# What is news, and on the same day what comes first: the démarches, already on the home page, are no news of it, nor
# are the places, the organismes and the documents that a record needs to be written.
_ORDER = ("plans", "projets", "evenements", "comites")
# What changes in the life of a record, by the titles of the fields; the démarches too have such news.
_CHANGES = (*_ORDER, "demarches")
_LIFE = frozenset(
    describe(forme)[champ].titre
    for forme, champs in (
        (Action, ("statut", "echeances", "suivi")),
        (Projet, ("statut", "suivi", "budgets", "financements")),
        (Comite, ("membres",)),
        (Evenement, ("date", "heure", "lieu", "statut", "decisions", "presences")),
    )
    for champ in champs
)


def band(site: Site) -> dict[str, object]:
    """The name of the site."""
    return {"titre": site.reglages.nom}


def demarches(site: Site) -> dict[str, object]:
    """The démarches by their names, or how many when they are too many for a first page."""
    found = sorted_by_name(site.jeu.demarches.values())
    shown = found if len(found) <= _DEMARCHES else ()
    return {"adresses": [one.adresse for one in shown], "nombre": len(found)}


def places(site: Site) -> dict[str, object]:
    """The territories where something happens, each under the one that contains it; when they are many, the widest.

    `lieux` are the widest, each with how many are below it and the tree of those, empty when they are too many to be
    named; `ouvert` whether the tree of the only one stands open; `nombre` how many in all, when some are not told.
    """
    cited = {
        territoire.id
        for territoire in site.jeu.territoires.values()
        if any(_happens(fiche) for fiche in site.cited_by(territoire))
    }
    alive = sorted_by_name(t for t in site.jeu.territoires.values() if cited & set(site.contenu[t.id]))
    tree: tuple[_Lieu, ...] = nest(
        alive, lambda one: one.id, lambda one: one.parent, lambda one, below: _Lieu(one.adresse, below)
    )
    if len(alive) > _NAMED:
        tree = tuple(replace(one, dessous=(), combien=one.nombre) for one in tree)
    return {
        "lieux": tree[:_WIDEST],
        "ouvert": len(tree) == 1 and len(alive) <= _PLACES,
        "nombre": len(alive) if len(tree) > _WIDEST else 0,
    }


@dataclass(frozen=True, slots=True)
class _Lieu:
    """A place, and those below it, or only how many they are."""

    adresse: str
    dessous: tuple[_Lieu, ...]
    combien: int = 0

    @property
    def nombre(self) -> int:
        """How many places are below it, however deep."""
        return self.combien or sum(1 + one.nombre for one in self.dessous)


def _happens(fiche: Fiche) -> bool:
    return isinstance(fiche, Demarche) or COLLECTIONS[fiche.collection].dans_une_demarche


def meetings(site: Site) -> dict[str, object]:
    """The next meetings: `prochaines` those shown here, of `nombre` in all; `inscrites` whether any is recorded at all.

    A site that has no calendar to speak of is not told that it is empty.
    """
    found = meetings_to_come(site)
    recorded = bool(site.jeu.evenements) or bool(found)
    shown = [one.ligne for one in next_ones(site, found)]
    return {"prochaines": shown, "nombre": len(found), "inscrites": recorded}


def doors(site: Site) -> dict[str, object]:
    """The pages where most people go, less those that would be empty: their addresses and their words."""
    held = {
        "projets": bool(site.jeu.projets),
        "ce-que-ca-a-change": tells_of_changes(site),
        "argent": any(
            has_money(fiche) for name in _WITH_MONEY for fiche in site.jeu.collection(name).values()
        ),
        "calendrier": bool(site.jeu.evenements),
        "comites": bool(site.jeu.comites),
        "ce-qui-est-venu-des-plans": bool(site.jeu.plans),
    }
    near = [("#pres-de-chez-vous", "Près de chez vous")] if places(site)["lieux"] else []
    return {"portes": near + [(name, words) for name, words in _DOORS.items() if held[name]]}


def figures(site: Site) -> dict[str, object]:
    """How many projects, how many actions, and of how many of these anything was told since."""
    all_actions = [
        action
        for name in holding(Action)
        for fiche in site.jeu.collection(name).values()
        for action in suivi.actions(fiche)
    ]
    return {
        "projets": len(site.jeu.projets),
        "actions": len(all_actions),
        "suivies": len(suivi.followed(all_actions)),
    }


def news(site: Site) -> dict[str, object]:
    """What came last, when the history tells it: records, and what changed in their life; each record once.

    On the same day, the plans come first.
    """
    found = {fiche.adresse: _added(site, fiche) for fiche in site.jeu if _is_news(site, fiche)}
    for etape in reversed(site.journal.etapes):
        fiche = site.jeu.fiche(etape.adresse)
        said = _changed(etape)
        if fiche is not None and said and fiche.collection in _CHANGES:
            found[fiche.adresse] = _New(fiche, etape.jour, said)
    latest = sorted(found.values(), key=lambda one: one.fiche.adresse)
    latest.sort(key=lambda one: (-one.jour.toordinal(), _rank(one.fiche), alphabetical(one.fiche.intitule)))
    return {"cartes": [_card(site, one) for one in latest[:_NEWS]]}


@dataclass(frozen=True, slots=True)
class _New:
    """A record, the day when something came of it, and what."""

    fiche: Fiche
    jour: date
    quoi: str


def _added(site: Site, fiche: Fiche) -> _New:
    return _New(fiche, site.ajouts[fiche.adresse], kind_of(fiche))


def _changed(etape: Etape) -> str:
    """« Du nouveau : état, échéancier »; empty for what only its words or its sources changed."""
    if etape.genre != "changee":
        return ""
    titles = (fait.titres[0] for fait in etape.faits if fait.titres)
    said = dict.fromkeys(title.lower() for title in titles if title in _LIFE)
    return f"Du nouveau : {', '.join(said)}" if said else ""


def _is_news(site: Site, fiche: Fiche) -> bool:
    """Whether it tells something that people decide, do or meet for; not what a source only names."""
    if fiche.collection not in _ORDER or fiche.adresse not in site.ajouts:
        return False
    return site.state(fiche) != "mentionne_seulement" and said_of(site, fiche) is not None


def _rank(fiche: Fiche) -> int:
    return _CHANGES.index(fiche.collection)


def _card(site: Site, one: _New) -> Carte:
    """A card that says when and what."""
    precisions = (day(one.jour.isoformat()), one.quoi)
    return replace(card(site, one.fiche), texte=None, precisions=precisions, etat=None)
