"""The arrows of a drawing in columns: each turns at right angles, in the room left between two columns.

Goes in: for each box, its column, its anchor, and the anchors it leads to. Comes out: the paths of SVG. All the
arrows that end at one box share their way, so that lines that meet lead to the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

_STEP = 10
_GAP = 16
_HEAD = 8


class PlacedBox(Protocol):
    """A box in its place, as far as arrows see it."""

    @property
    def x(self) -> int: ...  # noqa: D102
    @property
    def y(self) -> int: ...  # noqa: D102
    @property
    def right(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow: its line, and its head."""

    line: str
    head: str


Ways = dict[int, int]


@dataclass(slots=True)
class ArrowNetwork:
    """Which box leads to which, and the ways kept for that: in each gap, left of its column, and under all."""

    columns: Sequence[int]
    anchors: Sequence[str | None]
    targets: Sequence[Sequence[str]]
    links: list[tuple[int, int]] = field(init=False)
    _ways: dict[int, Ways] = field(init=False, default_factory=dict)
    _below: Ways = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        places = {anchor: rank for rank, anchor in reversed(list(enumerate(self.anchors))) if anchor}
        self.links = [
            (rank, places[target])
            for rank, aimed in enumerate(self.targets)
            for target in aimed
            if target in places
        ]
        for start_rank, end_rank in self.links:
            out, back = self._gaps(start_rank, end_rank)
            for gap in (out, back):
                ways = self._ways.setdefault(gap, {})
                ways.setdefault(end_rank, len(ways))
            if out != back:
                self._below.setdefault(end_rank, len(self._below))

    @property
    def bottom(self) -> int:
        """The room that arrows need under the columns."""
        return _STEP * (len(self._below) + 1) if self._below else 0

    def gap(self, rank: int) -> int:
        """The width of the gap left of that column; past the last column, of what follows it."""
        ways = self._ways.get(rank, {})
        outer = rank in (0, max(self.columns, default=0) + 1)
        return _STEP * len(ways) + _GAP if ways else 0 if outer else _GAP

    def arrows(self, places: Sequence[PlacedBox], column_width: int, bottom: int) -> tuple[Arrow, ...]:
        """The arrows between boxes in their places; columns are `column_width` wide and end at `bottom`."""
        return tuple(self._arrow(places, column_width, bottom, *link) for link in self.links)

    def _gaps(self, start_rank: int, end_rank: int) -> tuple[int, int]:
        """The gaps by which an arrow leaves (to the right) and arrives (from the left, but within a column)."""
        out, back = self.columns[start_rank] + 1, self.columns[end_rank]
        return out, out if self.columns[start_rank] == back else back

    def _arrow(
        self, places: Sequence[PlacedBox], column_width: int, bottom: int, start_rank: int, end_rank: int
    ) -> Arrow:
        out, back = self._gaps(start_rank, end_rank)
        start, end = places[start_rank], places[end_rank]
        x, y = start.right, start.y + 24
        to_left = self.columns[start_rank] == self.columns[end_rank]
        tip, level = (end.right if to_left else end.x), end.y + 12
        line = f"M{x} {y}H{self._x(out, end_rank, column_width)}"
        if out != back:
            line += f"V{bottom + _STEP * (self._below[end_rank] + 1)}H{self._x(back, end_rank, column_width)}"
        back_x = tip + _HEAD if to_left else tip - _HEAD
        return Arrow(f"{line}V{level}H{back_x}", f"M{tip} {level}L{back_x} {level - 5}V{level + 5}Z")

    def _x(self, gap: int, end_rank: int, column_width: int) -> int:
        left = column_width * gap + sum(map(self.gap, range(gap)))
        return left + _STEP * (self._ways[gap][end_rank] + 1)
