"""What a meeting is to speak of, or spoke of: the points of its agenda."""

from __future__ import annotations

from clairevoie.model.base import Ancre, FormeCourte, Phrases, RefDocument, Texte, TexteLong, many, one
from clairevoie.model.temps import Duree


class PointOrdreDuJour(FormeCourte):
    """One point of an agenda, as its source numbers and times it."""

    numero: Texte | None = one("Numéro", "Entre guillemets")
    id: Texte | None = one("Ancre", "Court, unique dans la fiche")
    texte: Texte = one("Point", "Mot à mot, sans nom de personne", obligatoire=True)
    heure: Texte | None = one("Heure", "« 19 h 10 »")
    duree: Duree | None = one("Durée", "« 15 minutes »")
    description: TexteLong | None = one(
        "Ce qui s'y est dit", "Mot à mot du compte rendu, sans nom de personne"
    )
    decision: Phrases[Ancre] = many("Décision", "Ce qui y a été décidé : decision-1, ou une liste")
    documents: tuple[RefDocument, ...] = many("Documents", "Ce qui y est présenté ou déposé")
