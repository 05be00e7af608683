"""Walking what was typed in a record, before or beside the model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clairevoie.model.parcours import Chemin


def walk(value: Any) -> Sequence[tuple[Chemin, Any]]:
    """Every value with its path, the outer before the inner, in the order of the file."""
    found: list[tuple[Chemin, Any]] = []
    _walk(value, (), found)
    return found


def _walk(value: Any, place: Chemin, found: list[tuple[Chemin, Any]]) -> None:
    found.append((place, value))
    if isinstance(value, dict):
        for key, inner in value.items():
            _walk(inner, (*place, key), found)
    elif isinstance(value, list):
        for rank, inner in enumerate(value):
            _walk(inner, (*place, rank), found)


def names(place: Chemin) -> list[str]:
    """The fields along a path, without the ranks."""
    return [part for part in place if isinstance(part, str)]
