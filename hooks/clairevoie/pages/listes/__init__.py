"""The lists that written pages receive where they say `<!-- liste: projets -->`: one table, one line for each.

Goes in: a `Site` and the folder of the templates. Comes out: the HTML of each list, by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from clairevoie.cache.pieces import Pieces
from clairevoie.cache.reuse import Made
from clairevoie.model import COLLECTIONS, Collection
from clairevoie.pages.appels.liste import calls, published
from clairevoie.pages.argent.liste import money
from clairevoie.pages.cartes import card
from clairevoie.pages.decoupage import Coupe, Pas
from clairevoie.pages.environment import environment
from clairevoie.pages.explorer.liste import explorer
from clairevoie.pages.gouvernance.plusieurs import in_several
from clairevoie.pages.homonymes import told_apart
from clairevoie.pages.journal.liste import journal
from clairevoie.pages.listes import (
    accueil,
    alphabet,
    bilans,
    collections,
    donnees,
    impacts,
    lacunes,
    modele,
    qualite,
    tranches,
)
from clairevoie.pages.site import Site
from clairevoie.pages.temps.cycle import years
from clairevoie.pages.temps.liste import calendar, timeline

Gathered = Mapping[str, object]

# Around each list in its page: the search takes only what people wrote beside it.
START, END = "<!-- liste -->", "<!-- fin de la liste -->"


# The way to the root in what is printed before it is known how deep its page stands.
_RACINE = "\x01"


@dataclass(frozen=True, slots=True)
class Liste:
    """A list: its template in `listes/`, what the template sees, and the way from its page to the root.

    One that may be cut says the address and the name of its page, below which the others stand.
    """

    gabarit: str
    gather: Callable[[Site], Gathered | Coupe]
    racine: str = "../"
    adresse: str = ""
    titre: str = ""


# The template of each shape of list, and what it sees of a collection.
_SHAPES: Mapping[str, tuple[str, Callable[[str, Site], Gathered | Coupe]]] = {
    "cartes": ("cartes", collections.cards),
    "par_demarche": ("groupes", collections.by_demarche),
    "par_lettre": ("groupes", collections.by_letter),
    "par_source": ("groupes", collections.by_source),
    "arbre": ("arbre", collections.tree),
}


def _of_collection(collection: Collection) -> Liste:
    gabarit, gather = _SHAPES[collection.liste]
    return Liste(gabarit, partial(gather, collection.nom), adresse=collection.nom, titre=collection.libelle)


LISTES: Mapping[str, Liste] = {
    "accueil-bandeau": Liste("accueil-bandeau", accueil.band, ""),
    "accueil-portes": Liste("accueil-portes", accueil.doors, ""),
    "accueil-rencontres": Liste("accueil-rencontres", accueil.meetings, ""),
    "accueil-territoires": Liste("accueil-territoires", accueil.places, ""),
    "accueil-demarches": Liste("accueil-demarches", accueil.demarches, ""),
    "accueil-chiffres": Liste("accueil-chiffres", accueil.figures, ""),
    "accueil-nouveautes": Liste("accueil-nouveautes", accueil.news, ""),
    **{name: _of_collection(collection) for name, collection in COLLECTIONS.items()},
    "explorer": Liste("explorer", explorer),
    "calendrier": Liste("calendrier", calendar, adresse="calendrier", titre="Calendrier"),
    "frise": Liste("frise", timeline, adresse="frise", titre="Ligne du temps"),
    "ce-que-ca-a-change": Liste(
        "ce-que-ca-a-change", impacts.changes, adresse="ce-que-ca-a-change", titre="Ce que ça a changé"
    ),
    "ce-qui-est-venu-des-plans": Liste(
        "ce-qui-est-venu-des-plans",
        bilans.outcomes,
        adresse="ce-qui-est-venu-des-plans",
        titre="Ce qui est venu des plans",
    ),
    "qui-siege-a-plusieurs-comites": Liste(
        "qui-siege-a-plusieurs-comites",
        in_several,
        adresse="qui-siege-a-plusieurs-comites",
        titre="Qui siège à plusieurs comités",
    ),
    "appels": Liste("appels", calls),
    "appels-voisine": Liste("appels-voisine", published),
    "argent": Liste("argent", money, adresse="argent", titre="L'argent"),
    "cycle-annuel": Liste("cycle-annuel", years, adresse="cycle-annuel", titre="Cycle annuel"),
    "index-a-z": Liste("index-a-z", alphabet.index, adresse="index-a-z", titre="Index A–Z"),
    "glossaire": Liste("glossaire", alphabet.glossary, adresse="glossaire", titre="Glossaire"),
    "qualite": Liste("qualite", qualite.quality, adresse="qualite-des-donnees", titre="Qualité des données"),
    "lacunes": Liste(
        "lacunes", lacunes.unknown, adresse="ce-que-nous-ne-savons-pas", titre="Ce que nous ne savons pas"
    ),
    "journal": Liste("journal", journal, adresse="journal", titre="Ce qui a changé"),
    "donnees": Liste("donnees", donnees.offered),
    "champs": Liste("champs", modele.fields, "../../"),
}


def lists(site: Site, templates: Path) -> Mapping[str, str]:
    """The HTML of every list, between its two marks."""
    return {name: _whole(make()) for name, make in makers(site, templates, site).items()}


def list_pages(site: Site, templates: Path) -> Mapping[str, tranches.PageDeListe]:
    """The pages of the lists that are cut, by address."""
    found: dict[str, Any] = {}
    for make in makers(site, templates, site).values():
        made = make()
        if isinstance(made, dict):
            found |= made
    found.pop("", None)
    return found


def _whole(made: Any) -> str:
    """The HTML of a list, without the pages below it."""
    html: str = made[""][2] if isinstance(made, dict) else made
    return html


def makers(
    site: Site, templates: Path, whole: Site, pieces: Pieces | None = None
) -> Mapping[str, Callable[[], Made]]:
    """How to make each of these lists, and the pages of those that are cut; what it looks at is in `site.tracker`.

    `whole` is a copy of the site: what is found in going through all of it is large, and goes with the copy. What is
    said of one record alone is in `pieces`.
    """
    env = environment(templates, site, _RACINE)
    env.globals["carte_de"] = partial(_card, env, whole, pieces or Pieces(site.tracker))
    return {name: partial(_printed, env, liste, whole) for name, liste in LISTES.items()}


def _card(env: Environment, site: Site, pieces: Pieces, adresse: str) -> Markup:
    """The card of a record."""

    def make() -> str:
        site.tracker.seen.add(adresse)
        fiche = site.jeu.fiche(adresse)
        assert fiche is not None
        made: str = env.get_template("fiches/_demarche.html").module.une_carte(card(site, fiche))  # type: ignore[attr-defined]
        return made

    return Markup(pieces.of(f"carte:{adresse}", make))


def _at(html: str, adresse: str) -> str:
    """What stands at an address, with its own way to the root."""
    return html.replace(_RACINE, "../" * (adresse.count("/") + 1))


def _printed(env: Environment, liste: Liste, site: Site) -> Made:
    found = liste.gather(site)
    if not isinstance(found, Coupe):
        return _framed(env.get_template(f"listes/{liste.gabarit}.html").render(found), liste)
    printed = tranches.pages(env, found, Pas(liste.adresse, liste.titre), site.reglages.adresse)
    pages = {
        adresse: (titre, description, _at(told_apart(site, corps, _RACINE), adresse))
        for adresse, (titre, description, corps) in printed
    }
    return {"": ("", "", _framed(tranches.doors(env, found), liste)), **pages}


def _framed(html: str, liste: Liste) -> str:
    return START + html.replace(_RACINE, liste.racine) + END
