"""Two versions of a list, matched: what is the same whatever the order, what is the same one but changed, the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any, TypeVar

from clairevoie.derive.journal.publishable import same_words
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe

T = TypeVar("T")


def meaning(value: Any) -> Hashable:
    """What a value says, however its lines were broken."""
    if isinstance(value, str):
        return same_words(value)
    if isinstance(value, tuple):
        return tuple(map(meaning, value))
    if isinstance(value, Forme):
        return (type(value), *(meaning(getattr(value, champ)) for champ in describe(type(value))))
    return value  # type: ignore[no-any-return]


def different(old: Sequence[T], new: Sequence[T]) -> tuple[list[T], list[T]]:
    """What is in one list and not in the other, as many times as it is."""
    return _less(old, new), _less(new, old)


def _less(here: Sequence[T], there: Sequence[T]) -> list[T]:
    found = Counter(map(meaning, there))
    left = []
    for item in here:
        said = meaning(item)
        if found[said]:
            found[said] -= 1
        else:
            left.append(item)
    return left


def paired(old: Sequence[T], new: Sequence[T], memes: tuple[str, ...]) -> list[tuple[T | None, T | None]]:
    """Items that have the same values in the fields `memes`, one to one in their order; the others beside None."""
    waiting: dict[Hashable, list[T]] = {}
    for item in old:
        waiting.setdefault(_key(item, memes), []).append(item)
    pairs: list[tuple[T | None, T | None]] = []
    for item in new:
        same = waiting.get(_key(item, memes))
        pairs.append((same.pop(0) if same else None, item))
    gone = {id(item) for left in waiting.values() for item in left}
    return [*((item, None) for item in old if id(item) in gone), *pairs]


def _key(item: object, memes: tuple[str, ...]) -> Hashable:
    return tuple(meaning(getattr(item, champ)) for champ in memes)
