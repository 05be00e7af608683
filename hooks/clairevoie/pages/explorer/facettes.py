"""The facets by which things are filtered: one table, one line for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from clairevoie.derive import suivi
from clairevoie.derive.annees import years, years_of
from clairevoie.derive.ordre import alphabetical
from clairevoie.model import COLLECTIONS
from clairevoie.model.actions import Action
from clairevoie.model.ancres import Element
from clairevoie.model.comites import Comite
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Membre
from clairevoie.model.journal import in_force, state
from clairevoie.model.listes import StatutComite, StatutSuivi, values_of
from clairevoie.model.mots import mot
from clairevoie.pages import classement
from clairevoie.pages.renvois import titres
from clairevoie.pages.site import Site
from clairevoie.wording.names import short_name
from clairevoie.wording.typography import headline

NON_PRECISE = "non_precise"
# What is filtered, in the order shown: the word for one, for several.
TYPES = {
    **{
        name: (COLLECTIONS[name].singulier, COLLECTIONS[name].libelle)
        for name in ("projets", "comites", "organismes")
    },
    "actions": ("action", "Actions"),
}
_TYPES = tuple(TYPES)
_VAGUES = {"autre": "autre genre", "non_precise": "genre non précisé"}
_ETATS = tuple(dict.fromkeys((*values_of(StatutSuivi), *values_of(StatutComite))))
# What an organisme does in a démarche, as its own page tells it.
_PARTS = {
    titres.SIEGE,
    titres.ROLE,
    titres.CHARGE,
    titres.PARTENAIRE,
    titres.FINANCE,
    titres.PAIE_APPELS,
    titres.RECOIT,
    titres.PORTE,
}

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sujet:
    """What is filed: a record of the type, or an action of a record; `demarches` are those of the record."""

    type: str
    fiche: Fiche
    element: Element | None
    demarches: Keys

    @property
    def action(self) -> Action | None:
        """The action itself."""
        forme = self.element.forme if self.element else None
        return forme if isinstance(forme, Action) else None


def _no_value(_: Site, __: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Facette:
    """One way to narrow the table.

    `de` gives the keys of a thing: None where the facet does not apply, empty when nobody said. `dit` gives the
    words of a key, `rang` its order, `dessus` the key that contains it. `cases`: shown as boxes to tick, for it
    has few values. `liste` heads its values where no script filters; `inconnu` are the words for what nobody said;
    `collection` is that of the records that its values are, if any.
    """

    cle: str
    titre: str
    liste: str
    de: Callable[[Site, Sujet], Keys | None]
    dit: Callable[[Site, str], str]
    rang: Callable[[Site, str], Any]
    dessus: Callable[[Site, str], str | None] = _no_value
    cases: bool = False
    inconnu: str = "Non précisé"
    collection: str | None = None


def _genre(_: Site, sujet: Sujet) -> Keys:
    champ = "genre" if sujet.action else COLLECTIONS[sujet.type].genre
    value = getattr(sujet.action or sujet.fiche, champ) if champ else NON_PRECISE
    return (f"{sujet.type}-{value}",)


def _genre_words(key: str) -> str:
    """« Comité de suivi », « Comité – table », « Organisme (genre non précisé) », « Étape »."""
    type, _, value = key.partition("-")
    generic, words = TYPES[type][0], mot(value)
    if value in _VAGUES:
        return headline(f"{generic} ({_VAGUES[value]})")
    alone = type == "actions" or words.split()[0] == generic
    return headline(words if alone else f"{generic} – {words}")


def _genre_rank(key: str) -> tuple[int, str]:
    return _TYPES.index(key.partition("-")[0]), alphabetical(_genre_words(key))


def demarches(site: Site, fiche: Fiche) -> Keys:
    """The démarches of a record; those in which an organisme takes part, whose own record names none."""
    if fiche.collection != "organismes":
        return tuple(demarche.id for demarche in site.demarches(fiche))
    parts = (
        one
        for one, champ in site.fields(fiche)
        if _part(one.collection, champ) and _now(site, fiche, one, champ)
    )
    return tuple(sorted({demarche.id for one in parts for demarche in site.demarches(one)}))


@cache
def _part(collection: str, champ: str) -> bool:
    """Whether what a field of a record cites takes part in it."""
    return titres.of_field("organismes", collection, champ) in _PARTS


def _now(site: Site, organisme: Fiche, one: Fiche, champ: str) -> bool:
    """Whether what a record says of an organisme holds today: a seat ends, or is still to come."""
    if champ != "membres.organisme":
        return True
    seats: tuple[Membre, ...] = getattr(one, "membres", ())
    return any(seat.organisme == organisme.id and site.tenue(seat) == "actuel" for seat in seats)


def _places(site: Site, sujet: Sujet) -> Keys:
    return classement.places(site, sujet.fiche, sujet.element.chemin if sujet.element else ())


def _issues(site: Site, sujet: Sujet) -> Keys | None:
    if sujet.type == "organismes":
        return None
    return classement.issues(site, sujet.fiche, sujet.element.chemin if sujet.element else ())


def _state(_: Site, sujet: Sujet) -> Keys | None:
    if sujet.type == "organismes":
        return None
    found = state(sujet.action) if sujet.action else suivi.state_of(sujet.fiche)
    return (found,) if found else ()


def _years(_: Site, sujet: Sujet) -> Keys | None:
    """The years of a thing; an action without any takes those of its plan or project."""
    if sujet.type == "organismes":
        return None
    if isinstance(sujet.fiche, Comite):
        return tuple(map(str, years_of(sujet.fiche)))
    own = years(in_force(sujet.action).echeances) if sujet.action else ()
    periode = vars(sujet.fiche).get("periode")
    return tuple(map(str, own or years(filter(None, (periode,)))))


def _records(
    cle: str,
    titre: str,
    collection: str,
    de: Callable[[Site, Sujet], Keys | None],
    inconnu: str = "Non précisé",
) -> Facette:
    """A facet whose values are records, each inside its `parent`."""

    def said(site: Site, key: str) -> str:
        return headline(short_name(site.jeu.collection(collection)[key]))

    def above(site: Site, key: str) -> str | None:
        known = site.jeu.collection(collection)
        higher: str | None = vars(known[key]).get("parent")
        return higher if higher in known else None

    liste = f"Par {COLLECTIONS[collection].singulier}"
    return Facette(
        cle,
        titre,
        liste,
        de,
        said,
        lambda site, key: alphabetical(said(site, key)),
        above,
        inconnu=inconnu,
        collection=collection,
    )


FACETTES: tuple[Facette, ...] = (
    Facette("type", "Quoi", "Tout", lambda _, sujet: (sujet.type,), lambda _, key: TYPES[key][1],
            lambda _, key: _TYPES.index(key), cases=True),
    _records("territoire", "Où", "territoires", _places),
    _records("demarche", "Démarche", "demarches", lambda _, sujet: sujet.demarches, "Sans démarche"),
    _records("enjeu", "Enjeu", "enjeux", _issues),
    Facette("annee", "Année", "Par année", _years, lambda _, key: key, lambda _, key: -int(key)),
    Facette("genre", "Genre", "Par genre", _genre, lambda _, key: _genre_words(key), lambda _, key: _genre_rank(key)),
    Facette("etat", "État", "Par état", _state, lambda _, key: headline(mot(key)), lambda _, key: _ETATS.index(key),
            cases=True),
)  # fmt: skip
