"""Walking what was typed in a record, before or beside the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from clairevoie.model.parcours import Chemin
from clairevoie.problems import Origin
from clairevoie.read import Record


class Typed(NamedTuple):
    """Words typed in a file: the value at `place` of a record, or a comment, which has its own origin.

    `digits` says how many there are in the words.
    """

    text: str
    where: Record | Origin
    place: Chemin = ()
    digits: int = 0

    @property
    def origin(self) -> Origin:
        """Where the words stand; sought for those at fault only, since it takes time."""
        return self.where.origin(*self.place) if isinstance(self.where, Record) else self.where


def walk(data: Mapping[str, Any]) -> Sequence[tuple[Chemin, Any]]:
    """Every value of a record with its path, the outer before the inner, in the order of the file."""
    found: list[tuple[Chemin, Any]] = [((), data)]
    _walk(data, (), found)
    return found


def _walk(block: Mapping[str, Any] | list[Any], place: Chemin, found: list[tuple[Chemin, Any]]) -> None:
    """Add the values inside a block or a list; most are plain, and are not worth a call each."""
    for step, inner in enumerate(block) if isinstance(block, list) else block.items():
        there = (*place, step)
        found.append((there, inner))
        if isinstance(inner, (dict, list)):
            _walk(inner, there, found)


def names(place: Chemin) -> list[str]:
    """The fields along a path, without the ranks."""
    return [part for part in place if isinstance(part, str)]
