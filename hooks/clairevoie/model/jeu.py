"""The dataset: nine collections of frozen records, complete and linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.documents import Document
from clairevoie.model.enjeux import Enjeu
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.organismes import Organisme
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.territoires import Territoire


@dataclass(frozen=True, slots=True)
class Genre:
    """How people name a collection: « Comités et tables », « le comité », « un comité »."""

    modele: type[Fiche]
    libelle: str
    le: str
    un: str


COLLECTIONS: dict[str, Genre] = {
    "demarches": Genre(Demarche, "Démarches", "la démarche", "une démarche"),
    "comites": Genre(Comite, "Comités et tables", "le comité", "un comité"),
    "organismes": Genre(Organisme, "Organismes et partenaires", "l'organisme", "un organisme"),
    "projets": Genre(Projet, "Projets", "le projet", "un projet"),
    "plans": Genre(Plan, "Plans", "le plan", "un plan"),
    "evenements": Genre(Evenement, "Rencontres et étapes", "l'événement", "un événement"),
    "documents": Genre(Document, "Documents", "le document", "un document"),
    "territoires": Genre(Territoire, "Territoires", "le territoire", "un territoire"),
    "enjeux": Genre(Enjeu, "Enjeux et priorités", "l'enjeu", "un enjeu"),
}


@dataclass(frozen=True, slots=True)
class Jeu:
    """Every record, by collection then by id, in the order of the ids."""

    demarches: Mapping[str, Demarche]
    comites: Mapping[str, Comite]
    organismes: Mapping[str, Organisme]
    projets: Mapping[str, Projet]
    plans: Mapping[str, Plan]
    evenements: Mapping[str, Evenement]
    documents: Mapping[str, Document]
    territoires: Mapping[str, Territoire]
    enjeux: Mapping[str, Enjeu]

    @classmethod
    def of(cls, fiches: Iterable[Fiche]) -> Jeu:
        """The dataset made of these records, in any order."""
        ordered = sorted(fiches, key=lambda fiche: fiche.id)
        by_name: dict[str, Any] = {name: {} for name in COLLECTIONS}
        for fiche in ordered:
            by_name[fiche.collection][fiche.id] = fiche
        return cls(**by_name)

    def collection(self, nom: str) -> Mapping[str, Fiche]:
        """The records of one collection, by id."""
        found: Mapping[str, Fiche] = getattr(self, nom)
        return found

    def fiche(self, adresse: str) -> Fiche | None:
        """The record at `collection/id` (an anchor after `#` is ignored), or None."""
        nom, _, rest = adresse.partition("/")
        return self.collection(nom).get(rest.partition("#")[0]) if nom in COLLECTIONS else None

    def __iter__(self) -> Iterator[Fiche]:
        """All the records, collection after collection."""
        return chain.from_iterable(getattr(self, name).values() for name in COLLECTIONS)

    def publie(self) -> Jeu:
        """The same dataset without the records that may not be published."""
        return Jeu.of(fiche for fiche in self if fiche.est_publiee)
