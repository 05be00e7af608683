"""One sentence and what hangs on it: indicators, effects, the chain of results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clairevoie.model.archives import Archives
from clairevoie.model.base import Ancre, Forme, FormeCourte, Jour, Texte, TexteOuNombre, many, one
from clairevoie.model.listes import Horizon, NatureEnonce, ZoneControle
from clairevoie.model.responsables import Responsable
from clairevoie.model.sources import Source


class ValeurDatee(Forme):
    """What was measured, and when."""

    date: Jour = one("Date", "Date de la valeur", obligatoire=True)
    valeur: TexteOuNombre = one("Valeur", "Ce qu’on a mesuré", obligatoire=True)


class Indicateur(Forme):
    """How one will know."""

    libelle: Texte = one("Indicateur", "Ce qu'on mesure", obligatoire=True)
    depart: ValeurDatee | None = one("Valeur de départ", "Ce qu'on mesurait avant d'agir")
    cible: TexteOuNombre | None = one("Cible", "Ce qu’on veut atteindre")
    valeur: TexteOuNombre | None = one("Valeur", "Ce qu’on a mesuré")
    date: Jour | None = one("Date", "Date de la valeur")
    valeurs: tuple[ValeurDatee, ...] = many("Valeurs d'avant", "Une par date : on ajoute sans effacer")


class Enonce(FormeCourte):
    """One sentence: finding, effect, impact, principle, mandate, means, task…"""

    texte: Texte = one("Texte", "Mot à mot", obligatoire=True)
    id: Texte | None = one("Ancre", "Court, unique dans la fiche")
    numero: Texte | None = one("Numéro", "Entre guillemets")
    parent: Ancre | None = one("Sous", "Imbrication de la source, lien neutre")
    mandat: Ancre | None = one("Mandat", "Objectif de comité → mandat")
    nature: NatureEnonce | None = one("Nature", "Par défaut, dans les effets visés : effet souhaité")
    zone_controle: ZoneControle | None = one("Zone de contrôle", "Zone de contrôle, au choix dans la liste")
    horizon: Horizon | None = one("Horizon", "Quand on s'y attend, au choix dans la liste")
    contribue_a: tuple[Ancre, ...] = many("Contribue à", "Lien de cause; vide si la source ne le dit pas")
    date: Jour | None = one("Date", "Jour où c'est observé, ou dit")
    selon: Responsable | None = one("Selon", "Qui le dit : comité, organisme ou rôle; jamais une personne")
    sources: tuple[Source, ...] = many("D'où ça vient", "Ce qui appuie cet énoncé, et non toute la fiche")
    indicateurs: tuple[Indicateur, ...] = many("Comment on le saura", "Mesures de l'effet ou de l'impact")
    archives: Archives | None = one("Détails du document d'origine", "Imbrication incertaine, répétitions…")


@dataclass(frozen=True, slots=True)
class Appellation:
    """What a sentence is called, by the list it stands in: `constat-2`, « le constat », « constat ».

    `prefixe` begins its anchor; `avant` is the prefix of its anchors of other days, which go on leading to it.
    """

    prefixe: str
    le: str
    nom: str
    avant: str | None = None


# Every list of sentences of the model.
ENONCES: Mapping[str, Appellation] = {
    "cibles_prioritaires": Appellation("cible", "la cible", "cible", avant="enonce"),
    "constats": Appellation("constat", "le constat", "constat"),
    "effets": Appellation("effet", "l'effet", "effet"),
    "fiertes": Appellation("fierte", "la fierté", "fierté"),
    "finalites": Appellation("finalite", "la finalité", "but"),
    "impacts_observes": Appellation("impact", "l'impact", "impact"),
    "mandats": Appellation("mandat", "le mandat", "mandat"),
    "moyens": Appellation("moyen", "le moyen", "moyen"),
    "objectifs": Appellation("objectif", "l'objectif", "objectif"),
    "principes": Appellation("principe", "le principe", "principe"),
    "productions": Appellation("production", "la production", "production"),
    "questions_ouvertes": Appellation("question", "la question", "question"),
    "recommandations": Appellation("recommandation", "la recommandation", "recommandation"),
    "sous_actions": Appellation("precision", "la précision", "précision"),
    "soutiens_convenus": Appellation("soutien", "le soutien", "soutien", avant="enonce"),
    "taches": Appellation("tache", "la tâche", "tâche"),
}
