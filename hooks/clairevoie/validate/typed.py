"""Walking what was typed in a record, before or beside the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from clairevoie.model.parcours import Chemin
from clairevoie.problems import Origin, Problem
from clairevoie.problems.catalogue import located, problem
from clairevoie.read import Record


class Typed(NamedTuple):
    """Words typed in a record: the value at a path, or a comment, which has a line and a column.

    `digits` says how many there are in the words.
    """

    text: str
    record: Record
    where: Chemin | Origin
    digits: int = 0

    @property
    def place(self) -> Chemin:
        """The path of the value; empty for a comment."""
        return () if isinstance(self.where, Origin) else self.where

    def problem(self, code: str, **facts: object) -> Problem:
        """The problem that these words are."""
        if isinstance(self.where, Origin):
            return located(code, self.record.path, self.where, self.record.adresse, **facts)
        return problem(code, self.record.adresse, self.where, **facts)


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


def value_at(data: Any, place: Chemin) -> Any:
    """The value at a path that was typed."""
    for step in place:
        data = data[step]
    return data


def names(place: Chemin) -> list[str]:
    """The fields along a path, without the ranks."""
    return [part for part in place if isinstance(part, str)]
