"""How the tables of a package are named, and what their rows are: one line for each form that stands in a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clairevoie.model.describe import form_key


@dataclass(frozen=True, slots=True)
class TableName:
    """The name of a table, which is that of its file too; its title, and what one of its rows is."""

    nom: str
    titre: str
    ligne: str


_FORMES: Mapping[str, TableName] = {
    "action": TableName("actions", "Actions", "une action, une activité ou une étape"),
    "ancien_nom": TableName("anciens_noms", "Anciens noms", "un nom que la chose a porté avant"),
    "ancre_deplacee": TableName(
        "anciennes_ancres", "Anciennes ancres", "une ancre d'avant, et celle où elle mène"
    ),
    "appel": TableName("appels", "Appels à projets", "un appel à projets ou à candidatures"),
    "budget": TableName("budgets", "Budgets", "un budget"),
    "compte_declare": TableName("comptes_declares", "Comptes déclarés", "un nombre que la source annonce"),
    "contact": TableName("contacts", "Pour nous joindre", "les coordonnées d'une fonction"),
    "decision": TableName("decisions", "Décisions", "une décision d'une rencontre"),
    "definition": TableName("definitions", "Définitions", "un terme défini par la source"),
    "echeance": TableName("echeances", "Échéances", "une échéance d'une action ou d'une précision"),
    "element_retire": TableName(
        "elements_retires", "Ce qui a été retiré", "un élément d'une fiche qui n'y est plus"
    ),
    "enjeu_cite": TableName(
        "enjeux_cites", "Enjeux visés", "un enjeu que vise une fiche, un objectif ou une action"
    ),
    "enonce": TableName(
        "enonces", "Énoncés", "une phrase de la source : constat, effet, impact, mandat, principe…"
    ),
    "financement": TableName("financements", "Financements", "l'argent d'un bailleur, dans un état"),
    "frequence": TableName("frequences", "Fréquences", "ce qui revient, et combien de fois"),
    "identifiant": TableName("identifiants", "Numéros de registres", "un numéro donné par un registre"),
    "image": TableName("images", "Images", "une image d'une fiche"),
    "indicateur": TableName("indicateurs", "Indicateurs", "une mesure, avec sa cible et sa valeur"),
    "lien": TableName("liens", "Liens", "une adresse du Web"),
    "lien_projet": TableName(
        "liens_projets", "Liens entre projets", "un projet dont un autre est la suite, ou proche"
    ),
    "ligne": TableName("lignes_de_budget", "Postes de budget", "un poste d'un budget"),
    "membre": TableName("membres", "Sièges", "un siège, par organisme, comité, territoire ou fonction"),
    "mesure": TableName("mesures", "En chiffres", "une chose comptée"),
    "note": TableName(
        "notes", "Notes d'édition", "un écart, une lacune ou une interprétation, dit au public"
    ),
    "objectif": TableName("objectifs", "Objectifs", "un objectif d'un plan ou d'un volet"),
    "objectif_specifique": TableName(
        "objectifs_specifiques", "Objectifs spécifiques", "un objectif du dernier niveau"
    ),
    "participation": TableName(
        "participations", "Participations", "ce qu'un organisme fait dans une démarche"
    ),
    "point_ordre_du_jour": TableName(
        "points_de_l_ordre_du_jour", "Ordres du jour", "un point de l'ordre du jour"
    ),
    "presence": TableName(
        "presences", "Présences", "un organisme, un comité ou une fonction à une rencontre"
    ),
    "public_cible": TableName("publics_cibles", "Publics visés", "un public qu'un plan vise"),
    "question": TableName("questions", "Questions", "une question de la source, et sa réponse"),
    "relation": TableName("relations", "Liens entre comités", "un lien d'un comité avec d'autres"),
    "responsable": TableName("responsables", "Qui s'en occupe", "qui s'occupe d'une chose, ou y est associé"),
    "sieges_reserves": TableName("sieges_reserves", "Sièges réservés", "des sièges réservés à un groupe"),
    "source": TableName("sources", "D'où ça vient", "un document qui appuie une fiche ou un énoncé"),
    "sous_action": TableName("sous_actions", "Précisions des actions", "une partie d'une action"),
    "suivi": TableName("suivis", "Suivi", "une entrée d'un journal de suivi"),
    "valeur_datee": TableName("valeurs_datees", "Valeurs d'avant", "ce qu'on a mesuré, à une date"),
    "variante": TableName("variantes", "Autres libellés", "la même chose écrite autrement dans la source"),
    "volet": TableName("volets", "Volets", "un volet d'un projet"),
}


def is_named(key: str) -> bool:
    """Whether the forms of that key have a title of their own."""
    return key in _FORMES


def name_of(forme: type) -> TableName:
    """The name of the table of a form; that of its key where nobody gave it one."""
    key = form_key(forme)
    return _FORMES.get(key) or TableName(key, key, key)
