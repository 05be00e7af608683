"""Where facts come from, what the site says of them, and how a record leaves."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from clairevoie.model.base import (
    Adresse,
    Ancre,
    Booleen,
    Fichier,
    Forme,
    Interne,
    Jour,
    JourExact,
    RefDocument,
    Texte,
    many,
    one,
)
from clairevoie.model.listes import NatureNote


class Source(Forme):
    """Where a fact comes from."""

    document: RefDocument = one("Document", "Document cité", obligatoire=True)
    repere: Texte | None = one("Endroit", "Qu'une personne peut trouver : « Annexe D, Coûts estimés »")
    extrait: Texte | None = one("Extrait", "Courte citation")


class Note(Forme):
    """An editorial note, shown to the public."""

    champ: Texte | None = one(
        "Touche",
        "echeances, action-4-3-2, action-4-3-2.texte; absent : toute la fiche",
    )
    nature: NatureNote = one("Nature", "Nature, au choix dans la liste", obligatoire=True)
    texte: Texte = one("Note", "Une phrase, montrée au public", obligatoire=True)
    repere: Annotated[Texte | None, Interne()] = one("Repère interne", "INC-001; jamais affiché")
    couvre: Annotated[tuple[Texte, ...], Interne()] = many(
        "Règles couvertes",
        "Codes des avertissements que la note fait passer de A à I, au même endroit",
    )


class Image(Forme):
    """A picture, with its description."""

    fichier: Fichier = one("Fichier", "Chemin de l'image", obligatoire=True)
    texte_alternatif: Texte = one(
        "Description de l'image",
        "Ce qu'on voit, pour qui ne la voit pas",
        obligatoire=True,
    )
    credit: Texte | None = one("Crédit", "Auteur de l'image")
    personne_reconnaissable: Annotated[Booleen | None, Interne()] = one(
        "Personne reconnaissable",
        "false si personne ne peut être reconnu; jamais affiché",
    )
    consentement: Annotated[Texte | None, Interne()] = one(
        "Consentement",
        "Comment et quand les gens reconnaissables ont dit oui; jamais affiché",
    )


class AncienNom(Forme):
    """A name held before."""

    nom: Texte = one("Ancien nom", "Nom porté avant", obligatoire=True)
    jusqu_a: Jour | None = one("Jusqu'à", "Fin de ce nom")


class Retrait(Forme):
    """When and why a record was withdrawn, who decided it, and what takes its place."""

    date: JourExact = one("Retirée le", "Date du retrait", obligatoire=True)
    motif: Texte = one("Motif", "Jamais un fait sur une personne", obligatoire=True)
    decision: Adresse | None = one("Décision", "evenements/<id>#decision-1")
    remplace_par: Adresse | None = one("Remplacé par", "Ce qui en tient lieu maintenant : comites/<id>")


class ElementRetire(Forme):
    """An element that left a record: its anchor stays on the page, and leads to when and why."""

    ancienne_ancre: Texte = one("Ancienne ancre", "Celle qu'il avait : action-1-2-1", obligatoire=True)
    texte: Texte | None = one("Ce que c'était", "Mot à mot; absent : rien n'en est redit")
    date: JourExact = one("Retiré le", "Date du retrait", obligatoire=True)
    motif: Texte = one("Motif", "Jamais un fait sur une personne", obligatoire=True)
    decision: Adresse | None = one("Décision", "evenements/<id>#decision-1")
    remplace_par: Ancre | None = one(
        "Remplacé par", "Ce qui en tient lieu maintenant : action-1-3, ou une adresse"
    )


class AncreDeplacee(Forme):
    """An anchor of other days, and where what it led to stands now."""

    ancienne: Texte = one("Ancienne ancre", "Celle d'avant : action-1-2-1", obligatoire=True)
    nouvelle: Ancre = one(
        "Nouvelle ancre", "Celle d'aujourd'hui : action-1-3, ou une adresse", obligatoire=True
    )


class ParAncre:
    """Marks a list of `AncreDeplacee` that is typed, and published, as `{ancienne: nouvelle}`."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "object", "additionalProperties": {"type": "string", "pattern": r"\S"}}


def _by_anchor(typed: Any) -> Any:
    if not isinstance(typed, dict):
        return typed
    return [{"ancienne": old, "nouvelle": new} for old, new in typed.items()]


AncresDeplacees = Annotated[tuple[AncreDeplacee, ...], BeforeValidator(_by_anchor), ParAncre]
