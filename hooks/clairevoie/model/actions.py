"""Objectives, actions and their follow-up."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.archives import Archives
from clairevoie.model.argent import Budget, Financement
from clairevoie.model.base import (
    Adresse,
    Ancre,
    Booleen,
    Forme,
    FormeCourte,
    Jour,
    Nombre,
    Phrases,
    RefEnjeu,
    RefProjet,
    RefTerritoire,
    Texte,
    TexteLong,
    many,
    one,
)
from clairevoie.model.enonces import Enonce, Indicateur
from clairevoie.model.listes import GenreAction, ObjectifCommunication, StatutAction, StatutSuivi
from clairevoie.model.responsables import Responsable
from clairevoie.model.sources import Source
from clairevoie.model.temps import Echeance, Frequence


class EnjeuCite(FormeCourte):
    """An issue, with the wording of the source where it differs."""

    champ_court: ClassVar[str] = "enjeu"

    enjeu: RefEnjeu = one("Enjeu", "Enjeu de la taxonomie partagée", obligatoire=True)
    libelle: Texte | None = one("Selon la source", "Quand le libellé diffère")


class Suivi(Forme):
    """One entry of a follow-up journal."""

    date: Jour = one("Date", "Date du constat", obligatoire=True)
    statut: StatutSuivi | None = one(
        "État", "Mêmes valeurs que l'état d'une action; ou en_retard, avec la source qui le constate"
    )
    texte: Texte | None = one("Ce qui s'est passé", "Une ou deux phrases")
    nouvelle_echeance: Echeance | None = one(
        "Nouvelle échéance",
        "Remplace l'échéancier affiché; l'ancien reste visible",
    )
    decision: Adresse | None = one("Décision", "evenements/<id>#decision-1")
    source: Source | None = one("D'où ça vient", "Compte rendu, rapport")


class SousAction(Enonce):
    """A part of an action: a sentence, or what somebody does of it, when, and how far it is."""

    responsables: tuple[Responsable, ...] = many("Qui s'en occupe", "Comité, organisme ou rôle")
    ressources: Texte | None = one("Ressources", "Cellule telle qu'écrite")
    echeances: Phrases[Echeance] = many("Échéancier", "Une phrase, ou une liste de phrases")
    statut: StatutAction = one("État", "Inutile dès qu'il y a un suivi", "non_precise")
    suivi: tuple[Suivi, ...] = many("Suivi", "Journal : on ajoute sans effacer")

    @property
    def est_conduite(self) -> bool:
        """Whether it is more than words: somebody does it, by some time, or says how far it is."""
        known = self.responsables or self.echeances or self.suivi or self.ressources
        return bool(known) or self.statut != "non_precise"


class Action(Forme):
    """Something to do: action, communication action, envisaged action, activity or step."""

    numero: Texte | None = one("Numéro", "Entre guillemets")
    id: Texte | None = one("Ancre", "Court, si non numérotée")
    genre: GenreAction = one("Genre", "Genre, au choix dans la liste", "action")
    texte: Texte | None = one("Action", "Mot à mot")
    description: TexteLong | None = one("Description", "Résumé dans nos mots")
    priorite: Texte | None = one("Priorité", "Comme la source le dit : « haute », « 1 »")
    sous_actions: tuple[SousAction, ...] = many(
        "Précisions", "Points d'une action, au besoin avec qui, quand et l'état"
    )
    responsables: tuple[Responsable, ...] = many("Qui s'en occupe", "Comité, organisme ou rôle")
    partenaires: tuple[Responsable, ...] = many("Avec qui", "Comité, organisme ou rôle associé")
    ressources: Texte | None = one("Ressources", "Cellule telle qu'écrite")
    echeances: Phrases[Echeance] = many(
        "Échéancier", "Une phrase, ou une liste de phrases : « Automne 2009 »"
    )
    frequence: Phrases[Frequence] = many("Fréquence", "« 4 rencontres par année »")
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires de l'action")
    enjeux: tuple[EnjeuCite, ...] = many("Enjeux et priorités", "Enjeux que l'action vise")
    resultat_attendu: Texte | None = one("Résultat attendu", "Ce que l'action doit produire")
    indicateurs: tuple[Indicateur, ...] = many("Comment on le saura", "Mesures de l'action")
    budgets: tuple[Budget, ...] = many("Budget", "Coûts de l'action, si la source les donne à part")
    financements: tuple[Financement, ...] = many("Qui paie", "Financements de l'action sans budget détaillé")
    projet: RefProjet | None = one("Projet", "Projet qui réalise l'action")
    objectif_communication: ObjectifCommunication | None = one(
        "Objectif de communication",
        "Objectif de communication, au choix dans la liste",
    )
    publics_cibles: tuple[Texte, ...] = many(
        "Publics visés",
        "Numéros définis par le plan, entre guillemets",
    )
    statut: StatutAction = one("État", "Inutile dès qu'il y a un suivi", "non_precise")
    suivi: tuple[Suivi, ...] = many(
        "Suivi",
        "Journal : on ajoute sans effacer; la dernière entrée donne l'état",
    )
    reprend: tuple[Adresse, ...] = many(
        "Reprend", "Ce que l'action continue dans l'édition d'avant : plans/<id>#action-1-2"
    )
    voir_aussi: tuple[Ancre, ...] = many("Voir aussi", "Ancre de la fiche, ou adresse")
    archives: Archives | None = one("Détails du document d'origine", "Cellule d'origine, coupure possible…")


class ObjectifSpecifique(Forme):
    """What an objective of any level holds; as a form of its own, one that has no level under it."""

    numero: Texte | None = one("Numéro", 'Entre guillemets : "1.10" n\'est pas 1.1')
    id: Texte | None = one("Ancre", "Court, si non numéroté")
    texte: Texte = one("Objectif", "Mot à mot (libellé du tableau)", obligatoire=True)
    description: TexteLong | None = one("Description", "Ce que la source en dit de plus")
    responsables: tuple[Responsable, ...] = many("Qui s'en occupe", "Qui porte l'objectif")
    indicateurs: tuple[Indicateur, ...] = many(
        "Comment on le saura", "Mesures de l'objectif, avec leur cible"
    )
    enjeux: tuple[EnjeuCite, ...] = many("Enjeux et priorités", "Enjeux que l'objectif vise")
    actions_annoncees: Nombre | None = one(
        "Actions annoncées", "Nombre que la source annonce pour l'objectif"
    )
    actions: tuple[Action, ...] = many("Actions", "Actions de l'objectif")
    reprend: tuple[Adresse, ...] = many(
        "Reprend", "Ce que l'objectif continue dans l'édition d'avant : plans/<id>#objectif-1"
    )
    voir_aussi: tuple[Ancre, ...] = many("Voir aussi", "Ancre de la fiche, ou adresse")
    archives: Archives | None = one("Détails du document d'origine", "Variantes, numéro de la liste…")

    @property
    def dessous(self) -> tuple[ObjectifSpecifique, ...]:
        """The objectives of the next level."""
        return ()


class Objectif(ObjectifSpecifique):
    """An objective, whatever the source calls it; it may hold the next level, four in all."""

    objectifs: tuple[Objectif, ...] = many(
        "Objectifs", "Niveau suivant de la source, mêmes champs : quatre niveaux au plus"
    )
    objectifs_specifiques: tuple[ObjectifSpecifique, ...] = many("Objectifs spécifiques", "Dernier niveau")

    @property
    def dessous(self) -> tuple[ObjectifSpecifique, ...]:
        """The objectives of the next level, in the order of the model."""
        return (*self.objectifs, *self.objectifs_specifiques)


class Volet(Forme):
    """A part of a project: findings, objectives, activities."""

    numero: Texte = one("Volet", "Entre guillemets", obligatoire=True)
    titre: Texte | None = one("Titre", "Titre du volet, s'il en a un")
    constats: tuple[Enonce, ...] = many("Constats", "Constats qui justifient le volet")
    objectifs: tuple[Objectif, ...] = many("Objectifs", "id court; actions de genre activite")


class ChaineResultats(Forme):
    """What should lead to what, as far as the source says it."""

    titre: Texte | None = one("Titre", "Titre de la stratégie, selon la source")
    actions_envisagees: tuple[Action, ...] = many("Actions envisagées", "De genre action_envisagee")
    effets: tuple[Enonce, ...] = many("Effets visés", "Chacun avec son id et sa zone de contrôle")
    legende: tuple[Texte, ...] = many("Légende", "Légende du schéma d'origine")
    schema_disponible: Booleen | None = one("Schéma disponible", "false : encadré « Schéma non reproduit »")
