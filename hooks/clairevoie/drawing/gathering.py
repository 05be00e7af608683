"""Boxes gathered in groups when there are too many to draw: by what joins them, then by how deep they stand.

Goes in: members, each with its kinds and what stands above it, and the links between them. Comes out: ways to group
them, from each one alone to one group for each kind; the first that can be read is the one to draw. The same members
always give the same groups, and one more member of a group changes nothing but its number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clairevoie.drawing.lanes import Link
from clairevoie.drawing.stack import LEAST_HEIGHT, READABLE_HEIGHT, Box, StackDrawing, draw

Groups = tuple[tuple[str, ...], ...]
# The boxes of these groups, in their order, and the lines between them.
Make = Callable[[Groups], tuple[Sequence[Box], Sequence[Link]]]
# Fewer than this are drawn one by one.
_FEW = 3
# Below this depth, all that stands under the same one is as deep: a drawing has no room for so many floors.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Member:
    """One thing to draw. `above` is the key of what stands right above it, and comes before it.

    Only members of one `kind` are gathered, but for those that stand as deep and, as a last resort, those of one
    `wide_kind`; one that is `apart` never is.
    """

    key: str
    kind: Hashable
    wide_kind: Hashable
    above: str | None = None
    apart: bool = False


def readable(
    members: Sequence[Member], links: Sequence[Link], make: Make
) -> tuple[Groups, StackDrawing] | None:
    """The finest groups whose drawing can be read, and that drawing; None when no drawing joins anything."""
    for groups in partitions(members, links):
        if len(groups) * LEAST_HEIGHT > READABLE_HEIGHT:
            continue
        boxes, lines = make(groups)
        if not any(line.targets for line in lines):
            return None
        drawing = draw(boxes, lines)
        if drawing.height <= READABLE_HEIGHT:
            return groups, drawing
    return None


def partitions(members: Sequence[Member], links: Sequence[Link]) -> Iterator[Groups]:
    """Ways to group these members, from the finest: those alike in all, then those deep under the same one, then
    those that stand as deep, then those of one kind."""
    yield tuple((one.key,) for one in members)
    trails = _trails(members)
    for depth in range(min(_DEEPEST, max(map(len, trails.values()), default=0)), 1, -1):
        yield _alike(_gathered(members, _below(trails, depth)), members, links)
    yield _gathered(members, _levels(members, trails))
    yield _gathered(members, lambda one: one.kind)
    yield _gathered(members, lambda one: one.wide_kind)


def _trails(members: Iterable[Member]) -> Mapping[str, tuple[str, ...]]:
    """For each member, the keys from the top down to its own; as many as make a difference."""
    trails: dict[str, tuple[str, ...]] = {}
    for one in members:
        trails[one.key] = (*trails.get(one.above or "", ()), one.key)[: _DEEPEST + 1]
    return trails


def _below(trails: Mapping[str, tuple[str, ...]], depth: int) -> Callable[[Member], Hashable]:
    def place(one: Member) -> Hashable:
        trail = trails[one.key]
        return (trail[:depth], one.kind) if len(trail) > depth else one.key

    return place


def _levels(members: Iterable[Member], trails: Mapping[str, tuple[str, ...]]) -> Callable[[Member], Hashable]:
    """How deep each stands; at the top, those of one kind, that have others below them or not."""
    holders = {one.above for one in members}

    def place(one: Member) -> Hashable:
        depth = len(trails[one.key])
        return depth if depth > 1 else (one.kind, one.key in holders)

    return place


def _gathered(members: Sequence[Member], place: Callable[[Member], Hashable]) -> Groups:
    """The members of one place together, in the order of the first of each; too few of them stay alone."""
    found: dict[Hashable, list[str]] = {}
    for one in members:
        found.setdefault(one.key if one.apart else place(one), []).append(one.key)
    apart = {key: None for keys in found.values() if len(keys) < _FEW for key in keys}
    heads = {keys[0]: tuple(keys) for keys in found.values() if len(keys) >= _FEW}
    return tuple(heads.get(one.key, (one.key,)) for one in members if one.key in heads or one.key in apart)


def _alike(groups: Groups, members: Sequence[Member], links: Iterable[Link]) -> Groups:
    """Groups of one kind that the same links join to the same groups become one."""
    head = {key: group[0] for group in groups for key in group}
    leaving: dict[str, set[Hashable]] = {}
    reaching: dict[str, set[Hashable]] = {}
    for link in links:
        targets = frozenset(head[key] for key in link.targets)
        leaving.setdefault(head[link.source], set()).add((link.words, targets))
        for key in targets:
            reaching.setdefault(key, set()).add((link.words, head[link.source]))

    def place(one: Member) -> Hashable:
        here = head[one.key]
        return one.kind, frozenset(leaving.get(here, ())), frozenset(reaching.get(here, ()))

    places = {one.key: place(one) for one in members}
    heads = tuple(one for one in members if head[one.key] == one.key)
    merged = _gathered(heads, lambda one: places[one.key])
    whole = {group[0]: group for group in groups}
    return tuple(tuple(key for one in group for key in whole[one]) for group in merged)
