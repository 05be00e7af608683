"""Which blocks are open at a line of a refused text, and whether the next line may open a deeper one.

In: the columns (from 0) of the dashes and keys of a text, line after line. Out: for one that stands where
nothing is open, the level it was probably meant for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DASH, KEY = "-", ":"


@dataclass(slots=True)
class Level:
    """A list (`-`) or a set of fields (`:`) open at a column; `name` is its last key."""

    column: int
    kind: str
    name: str = "-"


@dataclass(slots=True)
class Levels:
    """The open levels, outermost first; `pending` is the column of a key or dash still without a value."""

    open: list[Level] = field(default_factory=list)
    pending: int = -1
    pending_is_key: bool = False

    def take(self, column: int, kind: str) -> bool:
        """Put a dash or key at its level, closing or opening what must be; False where it cannot stand."""
        if not self.open or self._opens(column, kind):
            self.open = [*self._kept(column, kind), Level(column, kind)]
        else:
            kept = self._kept(column, kind)
            if not kept or (kept[-1].column, kept[-1].kind) != (column, kind):
                return False
            self.open = kept
        self.pending = -1
        return True

    def await_value(self, column: int, *, is_key: bool, name: str) -> None:
        """A key or a dash was read at that column; its value may be a deeper block."""
        self.pending, self.pending_is_key = column, is_key
        self.open[-1].name = name

    def meant(self, column: int, kind: str) -> Level | None:
        """The level of that kind nearest to a column where nothing is open; the deeper one if in doubt."""
        same = [level for level in reversed(self.open) if level.kind == kind]
        return min(same, key=lambda level: abs(level.column - column), default=None)

    def _opens(self, column: int, kind: str) -> bool:
        if self.pending < 0:
            return False
        return column > self.pending or (kind == DASH and column == self.pending and self.pending_is_key)

    def _kept(self, column: int, kind: str) -> list[Level]:
        """The levels that stay open when something of that kind comes at that column."""
        kept = [level for level in self.open if level.column <= column]
        while kept and kind == KEY and kept[-1].column == column and kept[-1].kind == DASH:
            kept.pop()
        return kept
