"""A form taken apart, to be kept or sent: its values alone, a third less to hold than pydantic's own way.

Goes in: a frozen pydantic object. Comes out: what `pickle` makes the same one of, not checked again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from sys import intern
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from clairevoie import shortcuts

F = TypeVar("F", bound=BaseModel)
Maker = Callable[[type[Any], set[str], dict[str, Any]], Any]
# One set for all the forms where the same fields were typed; nobody changes it.
_SAME: dict[frozenset[str], set[str]] = {}


def apart(forme: BaseModel) -> tuple[Any, ...]:
    """What `__reduce__` gives of a form."""
    typed = _SAME.setdefault(frozenset(forme.model_fields_set), forme.model_fields_set)
    return _together, (type(forme), typed, tuple([getattr(forme, name) for name in _names(type(forme))]))


def _together(kind: type[F], typed: set[str], values: tuple[Any, ...]) -> F:
    """The form that was taken apart; its words are held once, since many forms say the same."""
    held = (intern(value) if type(value) is str else value for value in values)
    made: F = _maker()(kind, typed, dict(zip(_names(kind), held, strict=True)))
    return made


@cache
def _names(kind: type[BaseModel]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def _plain(kind: type[F], typed: set[str], values: dict[str, Any]) -> F:
    return kind.model_construct(typed, **values)


def _by_its_insides(kind: type[F], typed: set[str], values: dict[str, Any]) -> F:
    """Set name by name, so that forms share their keys."""
    made = kind.__new__(kind)
    held = made.__dict__
    for name, value in values.items():
        held[name] = value
    object.__setattr__(made, "__pydantic_fields_set__", typed)
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


class _Sample(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    nom: str
    note: str | None = None


def _told(make: Maker) -> object:
    """All that one may ask of a form."""
    made: _Sample = make(_Sample, {"nom"}, {"nom": "a", "note": None})
    copied = made.model_copy(update={"note": "b"})
    same = made == _Sample(nom="a"), hash(made) == hash(_Sample(nom="a"))
    return same, repr(made), made.model_fields_set, made.model_extra, made.model_dump(), repr(copied)


@cache
def _maker() -> Maker:
    return shortcuts.take("pydantic", lambda: _by_its_insides, _plain, _told)
