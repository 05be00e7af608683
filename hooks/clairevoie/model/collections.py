"""What a collection is, said once: how people name it, what is asked of its records, how they are shown.

Adding one takes the file of its model, an entry here and its template; whatever lists collections reads this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from clairevoie.model.base import Forme
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.describe import describe, forms_inside
from clairevoie.model.documents import Document
from clairevoie.model.enjeux import Enjeu
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.organismes import Organisme
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.territoires import Territoire

# The list of a collection: one card after another, grouped by something, or a tree.
Liste = Literal["cartes", "par_demarche", "par_lettre", "par_source", "arbre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A collection of records.

    How people name it: `le` and `un` (« le comité », « un comité »), `pluriel`, the `libelle` above its list, the
    `sens` of the word for a person who never heard it, `ailleurs` above what cites one of its records.

    What is asked of its records: each belongs to a démarche (`dans_une_demarche`), is cited by another (`partagee`),
    has a summary, counted when it lacks one (`resumee`), cites a source (`sourcee`). It goes on living once its source
    is written (`vivante`); its name alone does not tell its démarche (`nom_partage`). `exemple` is an id to copy.

    How they are shown: `genre` is the field that says of what kind a record is, `liste` the shape of its list, `rang`
    its place among those that cite, `lettre` the head of its short address, `modules` the scripts of its pages.
    """

    modele: type[Fiche]
    le: str
    un: str
    pluriel: str
    libelle: str
    sens: str
    ailleurs: str = "Ailleurs sur ce site"
    dans_une_demarche: bool = False
    partagee: bool = False
    resumee: bool = False
    sourcee: bool = True
    vivante: bool = False
    nom_partage: bool = False
    exemple: str
    genre: str | None = None
    liste: Liste
    rang: int
    lettre: str | None = None
    modules: tuple[str, ...] = ()

    @property
    def nom(self) -> str:
        """Its folder in `data/`, and the head of its addresses."""
        return self.modele.collection

    @property
    def singulier(self) -> str:
        """« comité »."""
        return self.un.partition(" ")[2]

    @property
    def emboitee(self) -> bool:
        """Whether a record may be part of another one of the collection."""
        parent = describe(self.modele).get("parent")
        return parent is not None and parent.vers == self.nom


_ALL = (
    Collection(
        modele=Demarche,
        le="la démarche",
        un="une démarche",
        pluriel="démarches",
        libelle="Démarches",
        sens=(
            "Une démarche réunit des organismes, des élus ou des citoyens qui travaillent ensemble pour leur "
            "communauté."
        ),
        resumee=True,
        vivante=True,
        exemple="quartier-en-commun",
        liste="cartes",
        rang=0,
    ),
    Collection(
        modele=Comite,
        le="le comité",
        un="un comité",
        pluriel="comités",
        libelle="Comités et tables",
        sens="Un comité ou une table est un groupe qui se réunit pour décider ou pour travailler ensemble.",
        dans_une_demarche=True,
        partagee=True,
        resumee=True,
        vivante=True,
        nom_partage=True,
        exemple="table-de-quartier",
        genre="type",
        liste="par_demarche",
        rang=3,
        modules=("partager",),
    ),
    Collection(
        modele=Organisme,
        le="l'organisme",
        un="un organisme",
        pluriel="organismes",
        libelle="Organismes et partenaires",
        sens=(
            "Un organisme est un groupe, une ville, un ministère, une fondation ou un fonds qui prend part à une "
            "démarche."
        ),
        partagee=True,
        vivante=True,
        exemple="maison-de-quartier",
        genre="type",
        liste="par_lettre",
        rang=5,
    ),
    Collection(
        modele=Projet,
        le="le projet",
        un="un projet",
        pluriel="projets",
        libelle="Projets",
        sens=(
            "Un projet est une chose concrète que des gens font quelque part, comme un journal de quartier, un jardin "
            "ou une étude."
        ),
        dans_une_demarche=True,
        resumee=True,
        vivante=True,
        exemple="cuisine-collective",
        genre="forme",
        liste="par_demarche",
        rang=1,
        modules=("partager",),
    ),
    Collection(
        modele=Plan,
        le="le plan",
        un="un plan",
        pluriel="plans",
        libelle="Plans",
        sens="Un plan dit ce qu'un groupe prévoit faire, action par action, avec qui et pour quand.",
        dans_une_demarche=True,
        resumee=True,
        nom_partage=True,
        exemple="plan-2026",
        genre="genre",
        liste="par_demarche",
        rang=2,
    ),
    Collection(
        modele=Evenement,
        le="l'événement",
        un="un événement",
        pluriel="événements",
        libelle="Rencontres et étapes",
        sens="C'est un moment qui marque une démarche, comme une rencontre, un sondage, un forum ou un bilan.",
        dans_une_demarche=True,
        nom_partage=True,
        exemple="rencontre-2026-01-15",
        genre="type",
        liste="par_demarche",
        rang=4,
        lettre="e",
    ),
    Collection(
        modele=Document,
        le="le document",
        un="un document",
        pluriel="documents",
        libelle="Documents",
        sens="C'est un document d'où viennent des faits de ce site, ou qu'un de ces documents mentionne.",
        ailleurs="Ce qui s'appuie sur ce document",
        partagee=True,
        sourcee=False,
        exemple="compte-rendu-2026-01-15",
        genre="genre",
        liste="par_source",
        rang=6,
    ),
    Collection(
        modele=Territoire,
        le="le territoire",
        un="un territoire",
        pluriel="territoires",
        libelle="Territoires",
        sens="Un territoire est une région, une municipalité régionale de comté (MRC), une ville ou un quartier.",
        partagee=True,
        sourcee=False,
        exemple="quartier-des-erables",
        genre="type",
        liste="arbre",
        rang=7,
        lettre="t",
    ),
    Collection(
        modele=Enjeu,
        le="l'enjeu",
        un="un enjeu",
        pluriel="enjeux",
        libelle="Enjeux et priorités",
        sens=(
            "Un enjeu est une question qui compte pour une communauté, comme le logement ou la participation "
            "citoyenne."
        ),
        ailleurs="Qui y travaille",
        partagee=True,
        sourcee=False,
        exemple="securite-alimentaire",
        liste="cartes",
        rang=8,
    ),
)

COLLECTIONS: Mapping[str, Collection] = {collection.nom: collection for collection in _ALL}


@cache
def holding(*kinds: type[Forme]) -> tuple[str, ...]:
    """The names of the collections whose records may hold a form of one of these kinds, however deep."""
    return tuple(
        name
        for name, collection in COLLECTIONS.items()
        if not forms_inside(collection.modele).isdisjoint(kinds)
    )
