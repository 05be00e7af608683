"""What the templates see: the publishable dataset, what follows from it, and how the site is set up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from markupsafe import Markup, escape

from clairevoie.cache.dependencies import Tracked, Tracker
from clairevoie.derive.appels import state_of_call
from clairevoie.derive.consentements import without_hidden_names
from clairevoie.derive.fins import is_outdated, is_past
from clairevoie.derive.fraicheur import may_have_changed
from clairevoie.derive.journal.chapters import Etape, Histoire, Journal
from clairevoie.derive.journal.followers import latest_by_follower
from clairevoie.derive.lieux import contents
from clairevoie.derive.rencontres import state_on
from clairevoie.derive.renvois import Mention, Renvois, backlinks
from clairevoie.derive.suivi import state_of
from clairevoie.exports.provenance import Publication
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.ancres import Element, elements
from clairevoie.model.appels import Appel
from clairevoie.model.comptes import Count, counter, demarches_of
from clairevoie.model.demarches import Demarche
from clairevoie.model.documents import MINUTES
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Membre, Tenue, tenue
from clairevoie.model.listes import EtatAppel
from clairevoie.pages.parties import Parties, parties
from clairevoie.problems import Located
from clairevoie.wording.names import element_name, public_name
from clairevoie.wording.typography import headline, spaced

T = TypeVar("T")
# How many of the latest changes are told to those who follow a record or the site.
DERNIERES = 50


@dataclass(frozen=True, slots=True)
class Reglages:
    """What mkdocs.yml says: address and name of the site, where to report an error, the repository, what it is for.

    `inventee` is whether everything that the site tells is made up, which it then says on each page.
    """

    adresse: str
    nom: str
    signaler: str = ""
    depot: str = ""
    description: str = ""
    inventee: bool = False


@dataclass(frozen=True)
class Site:
    """Everything a page may speak of, and a `tracker` of what it looked at.

    `retirees` are the withdrawn records, which keep a page but are no longer cited; `fichiers` the file of
    each record (address → path from the root of the project); `ajouts` the day each record first appeared
    (by address), and `histoires` what it went through since, when the history of the repository tells it.
    """

    jeu: Jeu
    retirees: tuple[Fiche, ...]
    liens: Renvois
    reglages: Reglages
    fichiers: Mapping[str, str]
    ajouts: Mapping[str, date]
    tracker: Tracker
    histoires: Mapping[str, Histoire]
    _on: date
    _problemes: tuple[Located, ...]
    _journal: Journal
    _public: Jeu
    _publication: Publication | None

    @classmethod
    def of(
        cls,
        jeu: Jeu,
        reglages: Reglages,
        on: date,
        fichiers: Mapping[str, str] | None = None,
        ajouts: Mapping[str, date] | None = None,
        problemes: tuple[Located, ...] = (),
        journal: Journal | None = None,
        publication: Publication | None = None,
    ) -> Site:
        """The site of a checked dataset; neither drafts nor names that may not be shown today ever enter it."""
        public = without_hidden_names(jeu.publie(), on)
        withdrawn = tuple(fiche for fiche in jeu if fiche.publication == "retire")
        tracker = Tracker()
        watched = Jeu({name: Tracked(public.collection(name), f"{name}/", tracker) for name in COLLECTIONS})
        liens = backlinks(public)
        added = Tracked(ajouts or {}, "ajouts:", tracker)
        told = journal or Journal()
        past = Tracked(told.par_fiche, "journal:", tracker)
        return cls(
            watched,
            withdrawn,
            liens,
            reglages,
            fichiers or {},
            added,
            tracker,
            past,
            on,
            problemes,
            told,
            public,
            publication,
        )

    @property
    def on(self) -> date:
        """The day that stands for today."""
        self.tracker.seen.add("on")
        return self._on

    @property
    def annee(self) -> int:
        """The year of that day: asked this way, it does not make a page of each day."""
        self.tracker.seen.add("annee")
        return self._on.year

    def tenue(self, membre: Membre) -> Tenue:
        """Whether a seat is held today: asked this way, a seat without dates does not make a page of each day."""
        return tenue(membre, self.on if membre.debut or membre.fin else self._on)

    def may_have_changed(self, fiche: Fiche) -> bool:
        """Whether a record is old, or of no known day: asked this way, it does not make a page of each day."""
        self.tracker.seen.add(f"age:{fiche.adresse}")
        return may_have_changed(fiche, self._on)

    def state(self, fiche: Fiche) -> str | None:
        """The state of a record today, None for what has none; asked this way, it does not make a page of each day."""
        if not isinstance(fiche, Evenement):
            found = state_of(fiche)
            return "non_precise" if self.is_outdated(fiche, found) else found
        self.tracker.seen.add(f"etat:{fiche.adresse}")
        documents = (self.jeu.documents.get(id) for id in fiche.documents)
        has_minutes = any(document and document.genre in MINUTES for document in documents)
        has_minutes = has_minutes or any(lien.genre in MINUTES for lien in fiche.liens)
        return state_on(fiche, self._on, has_minutes=has_minutes)

    def call_state(self, fiche: Fiche, appel: Appel) -> EtatAppel:
        """Whether a call of a record is open today; asked this way, it does not make a page of each day."""
        self.tracker.seen.add(f"appels:{fiche.adresse}")
        return state_of_call(appel, self._on)

    def is_past(self, fiche: Fiche) -> bool:
        """Whether the end of a record is known and past; asked this way, it does not make a page of each day."""
        self.tracker.seen.add(f"passee:{fiche.adresse}")
        return is_past(fiche, self._on)

    def is_outdated(self, fiche: Fiche, state: str | None) -> bool:
        """Whether a state only held until an end that is past."""
        self.tracker.seen.add(f"passee:{fiche.adresse}")
        return is_outdated(fiche, state, self._on)

    @property
    def problemes(self) -> tuple[Located, ...]:
        """What the checker says, for the page on the quality of the data."""
        self.tracker.seen.add("problemes")
        return self._problemes

    @property
    def publication(self) -> Publication | None:
        """The state of the data that is published, and the one before it, when they are told."""
        self.tracker.seen.add("publication")
        return self._publication

    @property
    def journal(self) -> Journal:
        """What changed on the whole site."""
        self.tracker.seen.add("journal:*")
        return self._journal

    @property
    def etat_du_journal(self) -> tuple[bool, date | None]:
        """Whether any history was found, and the first day known of one that is not whole."""
        self.tracker.seen.add("connu")
        return self._journal.connu, self._journal.coupe

    def dernieres(self, adresse: str) -> tuple[Etape, ...]:
        """The latest changes that those who follow a record hear of, or the site."""
        self.tracker.seen.add(f"flux:{adresse}")
        return self._dernieres.get(adresse, ())

    def mentions(self, fiche: Fiche) -> tuple[Mention, ...]:
        """Who cites this record."""
        self.tracker.seen.add(f"@{fiche.adresse}")
        return self.liens.get(fiche.adresse, ())

    def cited_by(self, fiche: Fiche) -> Sequence[Fiche]:
        """The records that cite this one, each once: faster than to ask where they do."""
        self.tracker.seen.add(f"@{fiche.adresse}")
        return self.liens.citing(fiche.adresse)

    def citing(self, fiche: Fiche, collection: str, *champs: str) -> tuple[Fiche, ...]:
        """The records of one collection that cite this one in one of these fields, each once."""
        found = (one for one, said in self.fields(fiche) if said in champs and one.collection == collection)
        return tuple({one.id: one for one in found}.values())

    def fields(self, fiche: Fiche) -> Iterable[tuple[Fiche, str]]:
        """Who cites this record, and in which field: faster than to ask from which element."""
        self.tracker.seen.add(f"@{fiche.adresse}")
        return self.liens.fields(fiche.adresse)

    def demarches(self, fiche: Fiche) -> tuple[Demarche, ...]:
        """The démarches that a record belongs to; a démarche belongs to itself."""
        if isinstance(fiche, Demarche):
            return (fiche,)
        return tuple(self.jeu.demarches[id] for id in demarches_of(fiche) if id in self.jeu.demarches)

    def elements(self, fiche: Fiche) -> Mapping[str, Element]:
        """The addressable elements of a record by their anchors, found once."""
        known = self._elements.get(fiche.adresse)
        if known is None:
            known = {element.ancre: element for element in elements(fiche) if element.ancre}
            self._elements[fiche.adresse] = known
        return known

    def element(self, fiche: Fiche, ancre: str) -> Element | None:
        """The element of a record to which an anchor leads, be it one of other days."""
        found = self.elements(fiche)
        return found.get(ancre) or next((one for one in found.values() if ancre in one.aliases), None)

    def parties(self, fiche: Fiche) -> Parties | None:
        """The parts of a record that have a page of their own, found once; None for one that fits on its page."""
        if fiche.adresse not in self._parties:
            self._parties[fiche.adresse] = parties(fiche, self.elements(fiche))
        return self._parties[fiche.adresse]

    def place(self, adresse: str) -> str:
        """Where what is at an address stands whole: there, or on the page of a part of its record."""
        path, diese, ancre = adresse.partition("#")
        fiche = self.jeu.fiche(path) if path and ancre else None
        cut = self.parties(fiche) if fiche else None
        home = cut.places.get(ancre, "") if cut else ""
        return f"{path}/{home.rstrip('/')}{diese}{ancre}" if home else adresse

    def comite_of_words(self, fiche: Fiche, portee: str | None) -> str | None:
        """The id of the comité that the words of a deadline name, None when they name none."""
        if not portee:
            return None
        self.tracker.seen.add("comites/*")
        return self.liens.portees.comite(fiche, portee)

    def name(self, adresse: str) -> Markup:
        """The public name of what is at an address, as HTML: a record, or an element and its record."""
        self.tracker.seen.add(adresse.partition("#")[0])
        known = self._names.get(adresse)
        if known is None:
            known = self._names[adresse] = escape(self.plain_name(adresse))
        return known

    def plain_name(self, adresse: str) -> str:
        """The same as a plain text."""
        self.tracker.seen.add(adresse.partition("#")[0])
        known = self._plain_names.get(adresse)
        if known is None:
            known = self._plain_names[adresse] = spaced(headline(self._said(adresse)))
        return known

    def _said(self, adresse: str) -> str:
        fiche = self.jeu.fiche(adresse)
        if fiche is None:
            return adresse
        element = self.element(fiche, adresse.partition("#")[2])
        return f"{public_name(fiche)}, {element_name(element)}" if element else public_name(fiche)

    @property
    def contenu(self) -> Mapping[str, tuple[str, ...]]:
        """For each territory, its id and those of all that it contains."""
        self.tracker.seen.add("territoires/*")
        return self._contenu

    @property
    def compter(self) -> Count:
        """How many things that a démarche announces are there."""
        self.tracker.seen.update(f"{name}/*" for name in COLLECTIONS)
        return self._compter

    def once(self, make: Callable[[Site], T]) -> T:
        """What `make` finds in the whole dataset, worked out once for all who ask."""
        self.tracker.seen.update(f"{name}/*" for name in COLLECTIONS)
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Site], Any], Any]:
        return {}

    @cached_property
    def _dernieres(self) -> Mapping[str, tuple[Etape, ...]]:
        return latest_by_follower(self._public, self._journal.etapes, DERNIERES)

    @cached_property
    def _contenu(self) -> Mapping[str, tuple[str, ...]]:
        return contents(self.jeu)

    @cached_property
    def _compter(self) -> Count:
        return counter(self.jeu)

    @cached_property
    def _elements(self) -> dict[str, Mapping[str, Element]]:
        return {}

    @cached_property
    def _parties(self) -> dict[str, Parties | None]:
        return {}

    @cached_property
    def _names(self) -> dict[str, Markup]:
        return {}

    @cached_property
    def _plain_names(self) -> dict[str, str]:
        return {}
