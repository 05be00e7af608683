"""A démarche: what is shared by its comités, projects and plans."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.actions import ChaineResultats, EnjeuCite
from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget, Financement
from clairevoie.model.base import RefTerritoire, Texte, TexteLong, TexteMarkdown, many, one
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact, Participation
from clairevoie.model.listes import Portee, StatutDemarche
from clairevoie.model.petites_formes import CompteDeclare, Definition, Question
from clairevoie.model.temps import Duree, Echeance


class Demarche(Fiche):
    """A démarche: what is shared by its comités, projects and plans."""

    collection: ClassVar[str] = "demarches"

    nom: Texte = one(
        "Nom",
        "Libellé de la source",
        obligatoire=True,
    )
    portee: Portee | None = one("Portée", "Portée, au choix dans la liste")
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires de la démarche")
    enjeux: tuple[EnjeuCite, ...] = many("Enjeux et priorités", "Dans l'ordre de la source")
    periode: Echeance | None = one("Période", "Durée de vie déclarée")
    duree: Duree | None = one("Horizon", "« un horizon de trois ans »")
    statut: StatutDemarche = one("État", "État, au choix dans la liste", "non_precise")
    mission: TexteLong | None = one("Mission", "Mot à mot")
    description: TexteMarkdown | None = one("Description", "Résumé dans nos mots")
    contexte: TexteMarkdown | None = one("Mise en contexte", "Résumé dans nos mots")
    mode_gouvernance: Texte | None = one("Façon de travailler ensemble", "Dans les mots de la source")
    organismes: tuple[Participation, ...] = many(
        "Qui fait quoi",
        "Promoteur, coordination, partenaires, avec leurs tâches",
    )
    populations_visees: tuple[Texte, ...] = many("Pour qui", "Populations visées")
    finalites: tuple[Enonce, ...] = many("Ce qu'on vise", "Buts déclarés")
    principes: tuple[Enonce, ...] = many("Principes", "Principes d'action")
    fiertes: tuple[Enonce, ...] = many("Fiertés", "Ce dont la démarche est fière")
    constats: tuple[Enonce, ...] = many("Constats", "Constats de la démarche")
    impacts_observes: tuple[Enonce, ...] = many("Ce que ça a changé", "Impacts observés")
    chaine_resultats: ChaineResultats | None = one(
        "Ce qu'on veut changer",
        "Actions envisagées et effets visés",
    )
    appels: tuple[Appel, ...] = many(
        "Appels à projets", "Qui peut demander de l'argent, combien, jusqu'à quand"
    )
    budgets: tuple[Budget, ...] = many("Budget", "Budgets de la démarche")
    financements: tuple[Financement, ...] = many("Qui paie", "Financements sans budget détaillé")
    contacts: tuple[Contact, ...] = many("Pour nous joindre", "Coordonnées d'une fonction")
    definitions: tuple[Definition, ...] = many("Définitions", "Termes définis par la source")
    questions: tuple[Question, ...] = many(
        "Questions et réponses", "Questions que la source pose, avec ses réponses"
    )
    questions_ouvertes: tuple[Enonce, ...] = many(
        "Questions ouvertes",
        "Questions que la source laisse sans réponse",
    )
    comptes_declares: tuple[CompteDeclare, ...] = many(
        "Nombres annoncés",
        "« 4 projets », « 3 constats »",
    )
