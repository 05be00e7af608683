"""Walking a record: every reference it makes and every addressable element it holds.

Both walks go by the model's own annotations, so a new field is followed without being named here.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from clairevoie.model.base import Forme, Vers, VersAdresse, VersAncre

Chemin = tuple[str | int, ...]
Marque = Vers | VersAdresse | VersAncre


@dataclass(frozen=True, slots=True)
class Renvoi:
    """One reference typed in a record: where, to what kind of thing, and the value typed."""

    chemin: Chemin
    marque: Marque
    valeur: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to look at in one class of forms: its references, and the forms inside it."""

    renvois: tuple[tuple[str, Marque], ...]
    formes: tuple[str, ...]


def _marks(annotation: Any) -> Iterator[Marque | type[Forme]]:
    """The marks and forms anywhere inside an annotation."""
    for part in (*getattr(annotation, "__metadata__", ()), *typing.get_args(annotation)):
        yield from _marks(part)
    if isinstance(annotation, (Vers, VersAdresse, VersAncre)):
        yield annotation
    if isinstance(annotation, type) and issubclass(annotation, Forme):
        yield annotation


@cache
def _plan(forme: type[BaseModel]) -> _Plan:
    renvois, formes = [], []
    for name, field in forme.model_fields.items():
        for mark in (*field.metadata, *_marks(field.annotation)):
            if isinstance(mark, (Vers, VersAdresse, VersAncre)):
                renvois.append((name, mark))
            elif isinstance(mark, type):
                formes.append(name)
    return _Plan(tuple(dict.fromkeys(renvois)), tuple(dict.fromkeys(formes)))


def _each(value: Any, chemin: Chemin) -> Iterator[tuple[Chemin, Any]]:
    """The values of a field: itself, or each of its list with its rank."""
    if isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield (*chemin, rank), item
    else:
        yield chemin, value


def formes(forme: Forme, chemin: Chemin = ()) -> Iterator[tuple[Chemin, Forme]]:
    """The form itself and every form inside it, depth first, in the order of the model."""
    yield chemin, forme
    for name in _plan(type(forme)).formes:
        value = getattr(forme, name)
        for place, inner in _each(value, (*chemin, name)) if value else ():
            yield from formes(inner, place)


def renvois(forme: Forme) -> Iterator[Renvoi]:
    """Every reference typed anywhere in a record."""
    for chemin, inner in formes(forme):
        for name, mark in _plan(type(inner)).renvois:
            typed = getattr(inner, name)
            for place, value in _each(typed, (*chemin, name)) if typed else ():
                yield Renvoi(place, mark, value)
