"""Walking a record: every reference it makes and every addressable element it holds.

Both walks go by the model's own annotations, so a new field is followed without being named here.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from clairevoie.model.base import Forme, Vers, VersAdresse, VersAncre

Chemin = tuple[str | int, ...]
Marque = Vers | VersAdresse | VersAncre


class Renvoi(NamedTuple):
    """One reference typed in a record: where, to what kind of thing, and the value typed."""

    chemin: Chemin
    marque: Marque
    valeur: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to look at in one class of forms: its references, and the forms inside it."""

    renvois: tuple[tuple[str, Marque], ...]
    formes: Mapping[str, frozenset[type[Forme]]]


def _marks(annotation: Any) -> Iterator[Marque | type[Forme]]:
    """The marks and forms anywhere inside an annotation."""
    for part in (*getattr(annotation, "__metadata__", ()), *typing.get_args(annotation)):
        yield from _marks(part)
    if isinstance(annotation, (Vers, VersAdresse, VersAncre)):
        yield annotation
    if isinstance(annotation, type) and issubclass(annotation, Forme):
        yield annotation


@cache
def _plan(forme: type[Forme]) -> _Plan:
    renvois: list[tuple[str, Marque]] = []
    formes: dict[str, set[type[Forme]]] = {}
    for name, field in forme.model_fields.items():
        for mark in (*field.metadata, *_marks(field.annotation)):
            if isinstance(mark, (Vers, VersAdresse, VersAncre)):
                renvois.append((name, mark))
            elif isinstance(mark, type) and issubclass(mark, Forme):
                formes.setdefault(name, set()).add(mark)
    return _Plan(tuple(dict.fromkeys(renvois)), {name: frozenset(held) for name, held in formes.items()})


@cache
def forms_inside(forme: type[Forme]) -> frozenset[type[Forme]]:
    """A kind of form and all those that it may hold, at any depth."""
    found: set[type[Forme]] = set()
    todo = [forme]
    while todo:
        here = todo.pop()
        if here not in found:
            found.add(here)
            todo += (inner for held in _plan(here).formes.values() for inner in held)
    return frozenset(found)


@cache
def _ways(forme: type[Forme], kinds: tuple[type[Forme], ...] | None) -> tuple[str, ...]:
    """The fields of a form that may lead to a form of these kinds, or to one that makes references."""

    def leads(held: frozenset[type[Forme]]) -> bool:
        inside = {inner for one in held for inner in forms_inside(one)}
        return any(issubclass(one, kinds) if kinds else _plan(one).renvois for one in inside)

    return tuple(name for name, held in _plan(forme).formes.items() if leads(held))


def _each(value: Any, chemin: Chemin) -> Iterator[tuple[Chemin, Any]]:
    """The values of a field: itself, or each of its list with its rank."""
    if isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield (*chemin, rank), item
    else:
        yield chemin, value


def formes(
    forme: Forme, chemin: Chemin = (), kinds: tuple[type[Forme], ...] | None = (Forme,)
) -> Sequence[tuple[Chemin, Forme]]:
    """The form itself and the forms inside it, depth first, in the order of the model.

    Only what may lead to a form of these `kinds` is walked; None stands for the forms that make references.
    """
    found: list[tuple[Chemin, Forme]] = []
    _walk(forme, chemin, kinds, found)
    return found


def _walk(
    forme: Forme, chemin: Chemin, kinds: tuple[type[Forme], ...] | None, found: list[tuple[Chemin, Forme]]
) -> None:
    found.append((chemin, forme))
    for name in _ways(type(forme), kinds):
        value = getattr(forme, name)
        if not value:
            continue
        if isinstance(value, tuple):
            for rank, inner in enumerate(value):
                _walk(inner, (*chemin, name, rank), kinds, found)
        else:
            _walk(value, (*chemin, name), kinds, found)


def renvois(forme: Forme) -> Iterator[Renvoi]:
    """Every reference typed anywhere in a record."""
    return (renvoi for renvoi, _ in held_renvois(forme))


def held_renvois(forme: Forme) -> Iterator[tuple[Renvoi, Forme]]:
    """The same, each with the innermost form that holds it."""
    for chemin, inner in formes(forme, kinds=None):
        for name, mark in _plan(type(inner)).renvois:
            typed = getattr(inner, name)
            for place, value in _each(typed, (*chemin, name)) if typed else ():
                yield Renvoi(place, mark, value), inner
