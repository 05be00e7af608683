"""Who was at a meeting: counts, and organismes, comités or functions; never a person.

What the source says is kept as it says it: a list that does not add up to its counts is told by the checker, and
nothing is worked out in its place.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from clairevoie.model.base import (
    Booleen,
    Forme,
    FormeCourte,
    Nombre,
    RefComite,
    RefOrganisme,
    Texte,
    many,
    one,
    refuse,
)
from clairevoie.model.listes import EtatPresence

# What people write for yes and no, which YAML reads as words.
_YES_OR_NO = frozenset({"oui", "non", "vrai", "faux", "yes", "no"})


class Quorum(FormeCourte):
    """How many it takes to decide, and whether they were there: « 8 », « true », or the words of the source."""

    nombre: Nombre | None = one("Combien il faut être", "« 8 »")
    atteint: Booleen | None = one("Atteint", "« true » quand la source dit qu'il y avait quorum")
    texte: Texte | None = one("Selon la source", "« la moitié des membres plus un »")

    @model_validator(mode="before")
    @classmethod
    def _number_or_flag(cls, data: Any) -> Any:
        if isinstance(data, str) and data.strip().lower() in _YES_OR_NO:
            raise refuse("TYP-01", valeur=data, champ="quorum")
        if isinstance(data, bool):
            return {"atteint": data}
        return {"nombre": data} if isinstance(data, (int, Decimal)) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = super().__get_pydantic_json_schema__(core_schema, handler)
        short = {
            "type": ["integer", "boolean", "string"],
            "description": "Forme courte : un nombre, true ou false, ou les mots de la source.",
        }
        return {**schema, "anyOf": [short, *schema["anyOf"][1:]]}


class Presence(Forme):
    """Some of those who were expected: those of an organisme or of a comité, or those who hold a function."""

    organisme: RefOrganisme | None = one("Organisme", "Qui était représenté")
    comite: RefComite | None = one("Comité", "Idem, quand c'est un comité")
    fonction: Texte | None = one(
        "Fonction", "« citoyennes et citoyens », « coordination »; jamais une personne"
    )
    etat: EtatPresence = one("État", "État, au choix dans la liste", "present")
    nombre: Nombre | None = one("Combien", "Nombre de personnes; absent si la source ne le dit pas")


class Presences(Forme):
    """Who was at a meeting, as its minutes say it."""

    presents: Nombre | None = one("Présents", "Nombre de personnes présentes")
    representes: Nombre | None = one("Représentés", "Nombre de membres représentés par d'autres")
    excuses: Nombre | None = one("Excusés", "Nombre de personnes qui ont prévenu de leur absence")
    absents: Nombre | None = one("Absents", "Nombre de personnes absentes")
    invites: Nombre | None = one(
        "Invités", "Nombre de personnes invitées, qui ne comptent pas pour le quorum"
    )
    en_ligne: Nombre | None = one("En ligne", "Combien, des personnes présentes, l'étaient à distance")
    quorum: Quorum | None = one("Quorum", "« 8 », « true » ou « la moitié des membres plus un »")
    liste: tuple[Presence, ...] = many(
        "Qui était là", "Par organisme, comité ou fonction; jamais par personne"
    )


def assembled(presences: Presences) -> Decimal | None:
    """How many were there or were represented, as the source counts them; None when it does not count those present."""
    if presences.presents is None:
        return None
    return presences.presents + (presences.representes or listed(presences, "represente"))


def listed(presences: Presences, etat: EtatPresence) -> Decimal:
    """How many the list names in that state, at least: one where it does not say."""
    return sum((one.nombre or Decimal(1) for one in presences.liste if one.etat == etat), Decimal(0))
