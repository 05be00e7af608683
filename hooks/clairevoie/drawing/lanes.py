"""Lines beside a column of boxes: which lane each takes, so that two never run on top of each other.

Places are ranks from the top: `2 * n` is the box of rank n, `2 * n + 1` the words written under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Link:
    """A line from the box `source` to those of `targets` (none when not known), and the words written on it."""

    source: str
    words: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Lines that say the same and end at the same boxes: they share one lane, 0 being the nearest."""

    sources: tuple[str, ...]
    words: str
    targets: tuple[str, ...]
    rank: int


def lanes(links: Iterable[Link], rows: Mapping[str, int]) -> tuple[Lane, ...]:
    """The lanes of all the lines that lead somewhere; the shortest stay nearest to the boxes."""
    shared: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    for link in links:
        if link.targets:
            shared.setdefault((link.words, link.targets), {})[link.source] = None
    spans = {key: _span(tuple(sources), key[1], rows) for key, sources in shared.items()}
    taken: list[list[tuple[int, int]]] = []
    found = []
    for key in sorted(shared, key=lambda key: (spans[key][1] - spans[key][0], spans[key])):
        found.append(Lane(tuple(shared[key]), *key, _first_free(taken, spans[key])))
    return tuple(found)


def _span(sources: Sequence[str], targets: Sequence[str], rows: Mapping[str, int]) -> tuple[int, int]:
    places = [2 * rows[key] + 1 for key in sources] + [2 * rows[key] for key in targets]
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
