"""A form taken apart, to be kept or sent: its values alone, a third less to hold than pydantic's own way.

Goes in: a frozen pydantic object. Comes out: what `pickle` makes the same one of, not checked again.
"""

from __future__ import annotations

from functools import cache
from sys import intern
from typing import Any, TypeVar

from pydantic import BaseModel

F = TypeVar("F", bound=BaseModel)
# One set for all the forms where the same fields were typed; nobody changes it.
_SAME: dict[frozenset[str], set[str]] = {}


def apart(forme: BaseModel) -> tuple[Any, ...]:
    """What `__reduce__` gives of a form."""
    typed = _SAME.setdefault(frozenset(forme.model_fields_set), forme.model_fields_set)
    return _together, (type(forme), typed, tuple([getattr(forme, name) for name in _names(type(forme))]))


def _together(kind: type[F], typed: set[str], values: tuple[Any, ...]) -> F:
    """The form that was taken apart: set name by name, so that forms share their keys, and many their words."""
    made = kind.__new__(kind)
    held = made.__dict__
    for name, value in zip(_names(kind), values, strict=True):
        held[name] = intern(value) if type(value) is str else value
    object.__setattr__(made, "__pydantic_fields_set__", typed)
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@cache
def _names(kind: type[BaseModel]) -> tuple[str, ...]:
    return tuple(kind.model_fields)
