"""Walking what was typed in a record, before or beside the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clairevoie.model.parcours import Chemin


def walk(value: Any, place: Chemin = ()) -> Iterator[tuple[Chemin, Any]]:
    """Every value with its path, the outer before the inner, in the order of the file."""
    yield place, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, (*place, key))
    elif isinstance(value, list):
        for rank, inner in enumerate(value):
            yield from walk(inner, (*place, rank))


def names(place: Chemin) -> list[str]:
    """The fields along a path, without the ranks."""
    return [part for part in place if isinstance(part, str)]
