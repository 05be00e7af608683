"""Something done somewhere, with its parts, steps and money."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.actions import Action, EnjeuCite, Suivi, Volet
from clairevoie.model.argent import Budget, Financement
from clairevoie.model.base import (
    Booleen,
    Forme,
    RefDemarche,
    RefProjet,
    RefTerritoire,
    Texte,
    TexteMarkdown,
    many,
    one,
)
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact
from clairevoie.model.liens import Identifiant, Lien
from clairevoie.model.listes import FormeProjet, GenreLienProjet, StatutAction
from clairevoie.model.petites_formes import Mesure
from clairevoie.model.responsables import Responsable
from clairevoie.model.temps import Duree, Echeance


class LienProjet(Forme):
    """Another project, and what this one is to it."""

    genre: GenreLienProjet = one("Genre de lien", "suite_de, remplace ou voir_aussi", obligatoire=True)
    projet: RefProjet = one("Projet", "L'autre projet", obligatoire=True)


class Projet(Fiche):
    """Something done somewhere, with its parts, steps and money."""

    collection: ClassVar[str] = "projets"

    nom: Texte = one(
        "Nom",
        "Libellé de la source",
        obligatoire=True,
    )
    demarche: RefDemarche | None = one("Démarche", "Démarche dont il découle")
    forme: FormeProjet = one("Forme", "Forme, au choix dans la liste", "projet")
    collectif: Booleen = one("Fiche groupée", "Plusieurs projets non dénombrés", False)
    statut: StatutAction = one("État", "État, au choix dans la liste", "non_precise")
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires du projet")
    liens_projets: tuple[LienProjet, ...] = many(
        "Avant lui, à côté de lui", "Projet dont il est la suite, qu'il remplace, ou à voir aussi"
    )
    enjeux: tuple[EnjeuCite, ...] = many("Enjeux et priorités", "Enjeux visés")
    responsables: tuple[Responsable, ...] = many("Qui s'en occupe", "Porteurs, comité responsable")
    partenaires: tuple[Responsable, ...] = many("Avec qui", "Partenaires")
    contexte: TexteMarkdown | None = one("Mise en contexte", "Résumé dans nos mots")
    description: TexteMarkdown | None = one("Description", "Résumé dans nos mots")
    objectifs: tuple[Enonce, ...] = many("Objectifs", "Projet sans volets")
    volets: tuple[Volet, ...] = many("Volets", "Constats, objectifs, activités")
    etapes: tuple[Action, ...] = many("Étapes", "Échéancier du projet (genre: etape)")
    periode: Echeance | None = one("Période", "Début et fin")
    duree: Duree | None = one("Durée", "« Échéancier sur 24 mois »")
    budgets: tuple[Budget, ...] = many("Budget", "Coûts et total")
    financements: tuple[Financement, ...] = many("Qui paie", "Financements sans budget détaillé")
    moyens: tuple[Enonce, ...] = many("Moyens", "Moyens prévus")
    productions: tuple[Enonce, ...] = many("Ce qui est produit", "Outils, publications")
    impacts_observes: tuple[Enonce, ...] = many("Ce que ça a changé", "Impacts observés")
    mesures: tuple[Mesure, ...] = many("En chiffres", "« 120 personnes ont participé »")
    suivi: tuple[Suivi, ...] = many("Suivi", "Journal : on ajoute sans effacer")
    liens: tuple[Lien, ...] = many("Liens", "Site du projet, carte, enregistrement…")
    identifiants: tuple[Identifiant, ...] = many(
        "Identifiants", "Numéros donnés par des registres; jamais devinés"
    )
    contacts: tuple[Contact, ...] = many("Pour nous joindre", "Coordonnées d'une fonction")
