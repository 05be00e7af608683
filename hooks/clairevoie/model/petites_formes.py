"""Small forms: measures, questions, definitions, announced counts, audiences."""

from __future__ import annotations

from clairevoie.model.base import Booleen, Forme, Jour, Nombre, RefTerritoire, Texte, TexteLong, one


class Mesure(Forme):
    """Something counted."""

    libelle: Texte = one("Mesure", "Ce qui est compté", obligatoire=True)
    valeur: Nombre = one("Valeur", "Nombre", obligatoire=True)
    approximatif: Booleen = one("Environ", "« une quarantaine »", False)
    date: Jour | None = one("Date", "Quand on a compté : « 2021 »")
    texte: Texte | None = one("Selon la source", "Mot à mot")


class Question(Forme):
    """A question of the source and its answer."""

    question: Texte = one("Question", "Question posée par la source", obligatoire=True)
    reponse: TexteLong | None = one("Réponse", "Réponse de la source")


class Definition(Forme):
    """A term defined by the source."""

    terme: Texte = one("Terme", "Mot défini", obligatoire=True)
    texte: TexteLong = one("Définition", "Définition, mot à mot", obligatoire=True)


class CompteDeclare(Forme):
    """A number of things that the source announces."""

    objet: Texte = one("Quoi", "projets, constats…", obligatoire=True)
    valeur: Nombre = one("Combien", "Nombre annoncé par la source", obligatoire=True)
    territoire: RefTerritoire | None = one("Où", "Limite le compte à un territoire")


class PublicCible(Forme):
    """A target audience, by its number."""

    numero: Texte = one("Numéro", "Entre guillemets", obligatoire=True)
    libelle: Texte = one("Public", "Mot à mot", obligatoire=True)
