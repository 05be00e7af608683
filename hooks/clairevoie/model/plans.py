"""One edition of a plan: objectives and actions, each with its address."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.actions import Action, EnjeuCite, Objectif
from clairevoie.model.argent import Budget, Financement
from clairevoie.model.base import (
    Nombre,
    RefDemarche,
    RefOrganisme,
    RefPlan,
    RefTerritoire,
    Texte,
    TexteLong,
    TexteMarkdown,
    many,
    one,
)
from clairevoie.model.decisions import Adoption
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact
from clairevoie.model.listes import GenrePlan, StatutPlan
from clairevoie.model.petites_formes import Definition, PublicCible
from clairevoie.model.temps import Echeance


class Plan(Fiche):
    """One edition of a plan: objectives and actions, each with its address."""

    collection: ClassVar[str] = "plans"

    nom: Texte = one(
        "Nom",
        "Libellé de la source",
        obligatoire=True,
    )
    demarche: RefDemarche | None = one("Démarche", "Démarche du plan")
    genre: GenrePlan = one("Genre de plan", "Genre de plan, au choix dans la liste", "plan_d_action")
    organisme: RefOrganisme | None = one("Qui le porte", "Organisme du plan")
    periode: Echeance | None = one("Période", "« 2009-2010 »")
    statut: StatutPlan = one("État", "État, au choix dans la liste", "non_precise")
    adoption: Adoption | None = one("Adoption", "Par qui, quand")
    remplace: RefPlan | None = one("Remplace", "Édition précédente")
    remplace_par: RefPlan | None = one("Remplacé par", "Édition suivante")
    annexe_de: RefPlan | None = one("Annexe de", "Plan principal")
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires du plan")
    enjeux: tuple[EnjeuCite, ...] = many("Enjeux et priorités", "Enjeux que le plan vise")
    mission: TexteLong | None = one("Mission", "Mot à mot")
    description: TexteMarkdown | None = one("Description", "Résumé dans nos mots")
    niveaux: tuple[Texte, ...] = many(
        "Noms des niveaux", "Mot de la source pour chaque niveau d'objectifs, du plus large au plus fin"
    )
    contexte: TexteMarkdown | None = one("Mise en contexte", "Résumé dans nos mots")
    finalites: tuple[Enonce, ...] = many("Ce qu'on vise", "Vision, buts déclarés")
    principes: tuple[Enonce, ...] = many("Principes", "Valeurs, principes d'action")
    objectifs: tuple[Objectif, ...] = many("Objectifs", "Objectifs, l'un dans l'autre → actions")
    actions_annoncees: Nombre | None = one("Actions annoncées", "Nombre que la source annonce pour le plan")
    actions: tuple[Action, ...] = many("Actions", "Plan sans objectifs")
    publics_cibles: tuple[PublicCible, ...] = many("Publics visés", "Cibles numérotées")
    budgets: tuple[Budget, ...] = many("Budget", "Budgets du plan")
    financements: tuple[Financement, ...] = many("Qui paie", "Financements sans budget détaillé")
    definitions: tuple[Definition, ...] = many("Définitions", "Termes définis par la source")
    contacts: tuple[Contact, ...] = many("Pour nous joindre", "Coordonnées d'une fonction")
