"""Walking a record: every reference it makes and every addressable element it holds.

Both walks go by what the model says of its fields, so a new one is followed without being named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from clairevoie.model.base import Forme, Marque
from clairevoie.model.describe import Champ, describe, forms_inside

Chemin = tuple[str | int, ...]


class Renvoi(NamedTuple):
    """One reference typed in a record: where, to what kind of thing, and the value typed."""

    chemin: Chemin
    marque: Marque
    valeur: str


@cache
def _ways(forme: type[Forme], kinds: tuple[type[Forme], ...] | None) -> tuple[str, ...]:
    """The fields of a form that may lead to a form of these kinds, or to one that makes references."""

    def leads(held: type[Forme]) -> bool:
        return any(issubclass(one, kinds) if kinds else _references(one) for one in forms_inside(held))

    return tuple(name for name, champ in describe(forme).items() if champ.forme and leads(champ.forme))


@cache
def _references(forme: type[Forme]) -> tuple[tuple[str, Marque], ...]:
    """The fields of a form that make references, with what they lead to."""
    return tuple((name, champ.marque) for name, champ in describe(forme).items() if champ.marque)


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
        for name, mark in _references(type(inner)):
            typed = getattr(inner, name)
            for place, value in _each(typed, (*chemin, name)) if typed else ():
                yield Renvoi(place, mark, value), inner


class TexteTape(NamedTuple):
    """A long text typed in a record: where, in which field, and its words."""

    chemin: Chemin
    champ: Champ
    texte: str


def textes_longs(forme: Forme) -> Iterator[TexteTape]:
    """Every long text of a record, in Markdown or shown as typed."""
    for chemin, inner in formes(forme, kinds=_with_long_texts(type(forme))):
        for champ in _long_fields(type(inner)):
            typed = getattr(inner, champ.nom)
            for place, texte in _each(typed, (*chemin, champ.nom)) if typed else ():
                yield TexteTape(place, champ, texte)


@cache
def _with_long_texts(forme: type[Forme]) -> tuple[type[Forme], ...]:
    """The forms that may hold such a text, the record itself included."""
    return (forme, *(one for one in forms_inside(forme) if one is not forme and _long_fields(one)))


@cache
def _long_fields(forme: type[Forme]) -> tuple[Champ, ...]:
    return tuple(champ for champ in describe(forme).values() if champ.sorte in ("texte_long", "markdown"))
