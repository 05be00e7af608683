"""Lines beside a column of boxes: which lane each takes, so that two never run on top of each other.

Places are ranks from the top: `2 * n` is the box of rank n, `2 * n + 1` the words written under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Link:
    """A line from the box `de` to those of `vers` (none when nobody is named), and the words written on it."""

    de: str
    mots: str
    vers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Lines that say the same and end at the same boxes: they share one lane, 0 being the nearest."""

    sources: tuple[str, ...]
    mots: str
    vers: tuple[str, ...]
    rang: int


def lanes(traits: Iterable[Link], rows: Mapping[str, int]) -> tuple[Lane, ...]:
    """The lanes of all the lines that lead somewhere; the shortest stay nearest to the boxes."""
    shared: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    for trait in traits:
        if trait.vers:
            shared.setdefault((trait.mots, trait.vers), {})[trait.de] = None
    spans = {key: _span(tuple(sources), key[1], rows) for key, sources in shared.items()}
    taken: list[list[tuple[int, int]]] = []
    found = []
    for key in sorted(shared, key=lambda key: (spans[key][1] - spans[key][0], spans[key])):
        found.append(Lane(tuple(shared[key]), *key, _first_free(taken, spans[key])))
    return tuple(found)


def _span(sources: Sequence[str], vers: Sequence[str], rows: Mapping[str, int]) -> tuple[int, int]:
    places = [2 * rows[id] + 1 for id in sources] + [2 * rows[id] for id in vers]
    return min(places), max(places)


def _first_free(taken: list[list[tuple[int, int]]], span: tuple[int, int]) -> int:
    """The nearest lane where nothing stands in the way, which is taken from now on."""
    for lane in count():
        if lane == len(taken):
            taken.append([])
        if all(span[1] < start or end < span[0] for start, end in taken[lane]):
            taken[lane].append(span)
            return lane
    raise AssertionError
