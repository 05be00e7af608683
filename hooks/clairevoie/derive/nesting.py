"""Things under things: a flat list, where each may say what it stands under, becomes a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
N = TypeVar("N")


def nest(
    things: Iterable[T],
    key: Callable[[T], str | None],
    parent: Callable[[T], str | None],
    node: Callable[[T, tuple[N, ...]], N],
) -> tuple[N, ...]:
    """The things in the same order, each under the one that its parent names; at the top when none here has that key.

    `node` makes the node of a thing from those below it; what stands in a circle is left out.
    """
    found = tuple(things)
    known = {key(thing) for thing in found} - {None}
    below: dict[str | None, list[T]] = {}
    for thing in found:
        above = parent(thing)
        below.setdefault(above if above in known else None, []).append(thing)

    def nodes(above: str | None) -> tuple[N, ...]:
        return tuple(node(thing, under(key(thing))) for thing in below.get(above, ()))

    def under(here: str | None) -> tuple[N, ...]:
        return nodes(here) if here is not None else ()

    return nodes(None)
