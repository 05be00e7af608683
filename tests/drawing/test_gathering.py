"""However many there are to draw, what is drawn can be read, and says how many it does not draw one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from clairevoie.drawing.gathering import Groups, Member, readable
from clairevoie.drawing.lanes import Link
from clairevoie.drawing.stack import READABLE_HEIGHT, Box, StackDrawing

SIZES = [5, 50, 500, 5000]


def _flat(n: int) -> Iterator[Member]:
    """One above all the others."""
    yield Member("m0", "table", "table")
    for rank in range(1, n):
        yield Member(f"m{rank}", "local", "local", "m0")


def _levels(n: int) -> Iterator[Member]:
    """Fourteen under each one, of two kinds in turn."""
    yield Member("m0", "table", "table")
    for rank in range(1, n):
        kind = "quartier" if rank % 3 else "commission"
        yield Member(f"m{rank}", kind, kind, f"m{(rank - 1) // 14}")


def _chain(n: int) -> Iterator[Member]:
    """Each under the one before."""
    for rank in range(n):
        yield Member(f"m{rank}", "comite", "comite", f"m{rank - 1}" if rank else None)


def _kinds(n: int) -> Iterator[Member]:
    """Each of a kind of its own, of a wide kind that all share."""
    yield Member("m0", "table", "table")
    for rank in range(1, n):
        yield Member(f"m{rank}", f"sorte {rank}", "comite", "m0")


SHAPES = {"flat": _flat, "levels": _levels, "chain": _chain, "kinds": _kinds}


def _drawn(members: list[Member]) -> tuple[Groups, StackDrawing] | None:
    links = [Link(one.key, "relève de", (one.above,)) for one in members if one.above]

    def make(groups: Groups) -> tuple[list[Box], list[Link]]:
        head = {key: group[0] for group in groups for key in group}
        boxes = [Box(group[0], "#", f"{len(group)} comités de quartier", (), "") for group in groups]
        ends = dict.fromkeys((head[link.source], head[link.targets[0]]) for link in links)
        return boxes, [Link(start, "relève de", (end,)) for start, end in ends if start != end]

    return readable(members, links, make)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("n", SIZES)
def test_a_drawing_holds_everyone_once_in_three_screens_and_nothing_overlaps(shape: str, n: int) -> None:
    members = list(SHAPES[shape](n))
    found = _drawn(members)
    assert found is not None
    groups, drawing = found
    assert sorted(key for group in groups for key in group) == sorted(one.key for one in members)
    assert drawing.height <= READABLE_HEIGHT
    assert all(one.bottom < other.y for one, other in pairwise(drawing.floors))
    assert len(groups) == n if n <= 5 else len(groups) > 1


def test_what_fits_is_drawn_one_by_one() -> None:
    found = _drawn(list(_flat(12)))
    assert found is not None
    assert [len(group) for group in found[0]] == [1] * 12


def test_those_that_the_same_link_joins_to_the_same_one_share_a_box() -> None:
    members = [
        *_flat(40),
        Member("seul", "chantier", "chantier", "m0"),
        *(Member(f"sous-{n}", "local", "local", "seul") for n in range(20)),
    ]
    found = _drawn(members)
    assert found is not None
    assert [len(group) for group in found[0]] == [1, 39, 1, 20]


def test_one_more_of_a_group_changes_nothing_but_its_number() -> None:
    before, after = (
        _drawn(list(_levels(500))),
        _drawn([*_levels(500), Member("m500", "quartier", "quartier", "m3")]),
    )
    assert before is not None
    assert after is not None
    assert [group[0] for group in before[0]] == [group[0] for group in after[0]]
    assert after[1].height == before[1].height


def test_two_alike_are_drawn_one_by_one_and_only_one_kind_shares_a_box() -> None:
    members = [*_flat(60), Member("a", "assemblee", "x", "m0"), Member("b", "assemblee", "x", "m0")]
    found = _drawn(members)
    assert found is not None
    assert [len(group) for group in found[0]] == [1, 59, 1, 1]
