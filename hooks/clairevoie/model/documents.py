"""A source, or a document that a source mentions."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.base import (
    AdresseWeb,
    Booleen,
    Fichier,
    Jour,
    JourExact,
    Phrases,
    RefComite,
    RefDemarche,
    RefOrganisme,
    RefProjet,
    Texte,
    TexteMarkdown,
    many,
    one,
)
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.liens import Identifiant, Lien
from clairevoie.model.listes import GenreDocument
from clairevoie.model.temps import Echeance, Frequence

# What says that a meeting was held: a document of such a kind, or a link to one.
MINUTES = frozenset({"compte_rendu", "proces_verbal"})


class Document(Fiche):
    """A source, or a document that a source mentions."""

    collection: ClassVar[str] = "documents"

    titre: Texte = one("Titre", "Tient lieu de nom", obligatoire=True)
    sous_titre: Texte | None = one("Sous-titre", "Second titre de la source")
    genre: GenreDocument = one("Genre de document", "Genre de document, au choix dans la liste", "autre")
    demarches: tuple[RefDemarche, ...] = many("Démarche", "Démarches concernées")
    comites: tuple[RefComite, ...] = many("Comités", "Comités concernés : ses règles, son rapport")
    projets: tuple[RefProjet, ...] = many("Projets", "Projets concernés")
    auteurs: tuple[Texte, ...] = many("Auteurs", "Tels que cités (auteurs d'ouvrages ou d'outils)")
    organismes: tuple[RefOrganisme, ...] = many("Organismes", "Éditeur, producteur")
    date_document: Jour | None = one("Date du document", "Absente si inconnue")
    periode: Echeance | None = one(
        "Période", "Temps dont parle le document : « 2024-2025 » pour un rapport annuel"
    )
    date_consultation: JourExact | None = one("Consulté le", "Date à laquelle on l'a lu")
    adresse_web: AdresseWeb | None = one("Adresse Web", "Où lire le document lui-même")
    liens: tuple[Lien, ...] = many(
        "Liens", "Autres adresses utiles : annexe, enregistrement, jeu de données…"
    )
    identifiants: tuple[Identifiant, ...] = many(
        "Identifiants", "ISBN, ISSN, DOI, numéro de dossier…; jamais devinés"
    )
    licence: Texte | None = one("Licence", "Facultative")
    fichier: Fichier | None = one("Fichier", "Fichier publié par le site lui-même (compte rendu, affiche)")
    disponible: Booleen | None = one("Disponible", "false : mentionné, non fourni")
    partiel: Booleen = one("Extrait", "Morceau d'un document plus grand", False)
    reference_incomplete: Booleen = one("Référence incomplète", "Titre ou page manquants", False)
    description: TexteMarkdown | None = one("Description", "Ce que c'est, ce qui y manque")
    frequence: Phrases[Frequence] = many("Parution", "Bulletin : « 3 à 4 fois par année »")
    objectif_principal: Texte | None = one("Objectif principal", "But d'une étude, mot à mot")
    recommandations: tuple[Enonce, ...] = many("Recommandations", "Ce qu'une étude recommande")
