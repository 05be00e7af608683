"""The lists that written pages receive where they say `<!-- liste: projets -->`: one table, one line for each.

Goes in: a `Site` and the folder of the templates. Comes out: the HTML of each list, by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment

from clairevoie.model import COLLECTIONS, Collection
from clairevoie.pages.argent.liste import money
from clairevoie.pages.environment import environment
from clairevoie.pages.explorer.liste import explorer
from clairevoie.pages.journal.liste import journal
from clairevoie.pages.listes import accueil, alphabet, collections, lacunes, modele, qualite
from clairevoie.pages.site import Site
from clairevoie.pages.temps.cycle import years
from clairevoie.pages.temps.liste import calendar, timeline

Gathered = Mapping[str, object]

# Around each list in its page: the search takes only what people wrote beside it.
START, END = "<!-- liste -->", "<!-- fin de la liste -->"


@dataclass(frozen=True, slots=True)
class Liste:
    """A list: its template in `listes/`, what the template sees, and the way from its page to the root."""

    gabarit: str
    gather: Callable[[Site], Gathered]
    racine: str = "../"


# The template of each shape of list, and what it sees of a collection.
_SHAPES: Mapping[str, tuple[str, Callable[[str, Site], Gathered]]] = {
    "cartes": ("cartes", collections.cards),
    "par_demarche": ("groupes", collections.by_demarche),
    "par_lettre": ("groupes", collections.by_letter),
    "par_source": ("groupes", collections.by_source),
    "arbre": ("arbre", collections.tree),
}


def _of_collection(collection: Collection) -> Liste:
    gabarit, gather = _SHAPES[collection.liste]
    return Liste(gabarit, partial(gather, collection.nom))


LISTES: Mapping[str, Liste] = {
    "accueil-bandeau": Liste("accueil-bandeau", accueil.band, ""),
    "accueil-territoires": Liste("accueil-territoires", accueil.places, ""),
    "accueil-demarches": Liste("cartes", partial(collections.cards, "demarches"), ""),
    "accueil-nouveautes": Liste("cartes", accueil.news, ""),
    **{name: _of_collection(collection) for name, collection in COLLECTIONS.items()},
    "explorer": Liste("explorer", explorer),
    "calendrier": Liste("calendrier", calendar),
    "frise": Liste("frise", timeline),
    "argent": Liste("argent", money),
    "cycle-annuel": Liste("cycle-annuel", years),
    "index-a-z": Liste("index-a-z", alphabet.index),
    "glossaire": Liste("glossaire", alphabet.glossary),
    "qualite": Liste("qualite", qualite.quality),
    "lacunes": Liste("lacunes", lacunes.unknown),
    "journal": Liste("journal", journal),
    "champs": Liste("champs", modele.fields, "../../"),
}


def lists(site: Site, templates: Path) -> Mapping[str, str]:
    """The HTML of every list, between its two marks."""
    return {name: make() for name, make in makers(site, templates, site).items()}


def makers(site: Site, templates: Path, whole: Site) -> Mapping[str, Callable[[], str]]:
    """How to make each of these lists; what it looks at is in `site.tracker`.

    `whole` is a copy of the site: what is found in going through all of it is large, and goes with the copy.
    """
    ways = {liste.racine for liste in LISTES.values()}
    envs = {racine: environment(templates, site, racine) for racine in ways}
    return {name: partial(_printed, envs[liste.racine], liste, whole) for name, liste in LISTES.items()}


def _printed(env: Environment, liste: Liste, site: Site) -> str:
    return START + env.get_template(f"listes/{liste.gabarit}.html").render(liste.gather(site)) + END
