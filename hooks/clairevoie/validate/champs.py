"""What the model says of a field that was typed, known or not: the form that holds it, what it expects."""

from __future__ import annotations

from pydantic import BaseModel

from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.parcours import Chemin
from clairevoie.validate.typed import names


def inner_form(forme: type[BaseModel], champ: str) -> type[Forme] | None:
    """The form that a field holds, alone or in a list; None for a plain value or an unknown field."""
    found = describe(forme).get(champ)
    return found.forme if found else None


def closed_list(forme: type[BaseModel], champ: str) -> tuple[str, ...]:
    """The values that a field allows, in the order of the model; empty when any text will do."""
    found = describe(forme).get(champ)
    return tuple(value for value, _ in found.valeurs) if found else ()


def form_at(modele: type[Forme], loc: Chemin) -> type[Forme]:
    """The form that holds the last name of a place such as `("objectifs", 0, "texte")`."""
    forme = modele
    for part in names(loc)[:-1]:
        forme = inner_form(forme, part) or forme
    return forme


def field_names(forme: type[BaseModel]) -> list[str]:
    """The fields that an editor may type in a form: all, but the id of a record."""
    return [champ.nom for champ in describe(forme).values() if champ.saisi]
