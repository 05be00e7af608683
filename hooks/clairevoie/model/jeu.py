"""The dataset: every collection of frozen records, complete and linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from clairevoie.model.collections import COLLECTIONS
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
class Jeu:
    """Every record, by collection then by id, in the order of the ids."""

    par_collection: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, fiches: Iterable[Fiche]) -> Jeu:
        """The dataset made of these records, in any order."""
        ordered = sorted(fiches, key=lambda fiche: fiche.id)
        by_name: dict[str, dict[str, Fiche]] = {name: {} for name in COLLECTIONS}
        for fiche in ordered:
            by_name[fiche.collection][fiche.id] = fiche
        return cls(by_name)

    def collection(self, nom: str) -> Mapping[str, Fiche]:
        """The records of one collection, by id."""
        return self.par_collection[nom]

    @property
    def demarches(self) -> Mapping[str, Demarche]:
        """The démarches, by id."""
        return self.par_collection["demarches"]

    @property
    def comites(self) -> Mapping[str, Comite]:
        """The comités, by id."""
        return self.par_collection["comites"]

    @property
    def organismes(self) -> Mapping[str, Organisme]:
        """The organismes, by id."""
        return self.par_collection["organismes"]

    @property
    def projets(self) -> Mapping[str, Projet]:
        """The projects, by id."""
        return self.par_collection["projets"]

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The plans, by id."""
        return self.par_collection["plans"]

    @property
    def evenements(self) -> Mapping[str, Evenement]:
        """The events, by id."""
        return self.par_collection["evenements"]

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents, by id."""
        return self.par_collection["documents"]

    @property
    def territoires(self) -> Mapping[str, Territoire]:
        """The territories, by id."""
        return self.par_collection["territoires"]

    @property
    def enjeux(self) -> Mapping[str, Enjeu]:
        """The issues, by id."""
        return self.par_collection["enjeux"]

    def fiche(self, adresse: str) -> Fiche | None:
        """The record at `collection/id` (an anchor after `#` is ignored), or None."""
        nom, _, rest = adresse.partition("/")
        return self.collection(nom).get(rest.partition("#")[0]) if nom in COLLECTIONS else None

    def __iter__(self) -> Iterator[Fiche]:
        """All the records, collection after collection."""
        return chain.from_iterable(self.par_collection[name].values() for name in COLLECTIONS)

    def publie(self) -> Jeu:
        """The same dataset without the records that may not be published."""
        return Jeu.of(fiche for fiche in self if fiche.est_publiee)
