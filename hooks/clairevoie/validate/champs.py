"""What the model says of one field: the form that holds it, the form or the closed list it expects."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from clairevoie.model.base import Forme
from clairevoie.model.parcours import Chemin
from clairevoie.validate.lieux import names


def _inside(annotation: Any) -> Iterator[Any]:
    """An annotation and everything it is made of."""
    yield annotation
    for part in typing.get_args(annotation):
        yield from _inside(part)


def parts(field: FieldInfo) -> Iterator[Any]:
    """Types and marks of a field, however deep its annotation hides them."""
    yield from field.metadata
    yield from _inside(field.annotation)


@cache
def inner_form(forme: type[BaseModel], champ: str) -> type[Forme] | None:
    """The form that a field holds, alone or in a list; None for a plain value or an unknown field."""
    field = forme.model_fields.get(champ)
    found = parts(field) if field else ()
    return next((part for part in found if isinstance(part, type) and issubclass(part, Forme)), None)


@cache
def closed_list(forme: type[BaseModel], champ: str) -> tuple[str, ...]:
    """The values that a field allows, in the order of the model; empty when any text will do."""
    field = forme.model_fields.get(champ)
    found = parts(field) if field else ()
    return next((typing.get_args(part) for part in found if typing.get_origin(part) is typing.Literal), ())


def form_at(modele: type[Forme], loc: Chemin) -> type[Forme]:
    """The form that holds the last name of a place such as `("objectifs", 0, "texte")`."""
    forme = modele
    for part in names(loc)[:-1]:
        forme = inner_form(forme, part) or forme
    return forme


def field_names(forme: type[BaseModel]) -> list[str]:
    """The fields that an editor may type in a form: all, but the id of a record."""
    return [name for name, field in forme.model_fields.items() if not field.exclude]


def nearest(typed: str, known: Sequence[str]) -> str:
    """The known word that looks most like the one typed, or nothing."""
    return next(iter(get_close_matches(typed, known, n=1, cutoff=0.6)), "")
