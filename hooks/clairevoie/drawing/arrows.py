"""The arrows of a drawing in columns: each turns at right angles, in the room left between two columns.

Goes in: for each box, its column, its anchor, and the anchors it leads to. Comes out: the paths of SVG. All the
arrows that end at one box share their way, so that lines that meet lead to the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

_PAS = 10
_ECART = 16
_POINTE = 8


class PlacedBox(Protocol):
    """A box in its place, as far as arrows see it."""

    @property
    def x(self) -> int: ...  # noqa: D102
    @property
    def y(self) -> int: ...  # noqa: D102
    @property
    def droite(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow: its line, and its head."""

    trait: str
    pointe: str


Voies = dict[int, int]


@dataclass(slots=True)
class ArrowNetwork:
    """Which box leads to which, and the ways kept for that: in each gap, left of its column, and under all."""

    colonnes: Sequence[int]
    ancres: Sequence[str | None]
    vers: Sequence[Sequence[str]]
    liens: list[tuple[int, int]] = field(init=False)
    _voies: dict[int, Voies] = field(init=False, default_factory=dict)
    _dessous: Voies = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        places = {ancre: rang for rang, ancre in reversed(list(enumerate(self.ancres))) if ancre}
        self.liens = [
            (rang, places[cible])
            for rang, cibles in enumerate(self.vers)
            for cible in cibles
            if cible in places
        ]
        for depart, arrivee in self.liens:
            out, back = self._couloirs(depart, arrivee)
            for couloir in (out, back):
                voies = self._voies.setdefault(couloir, {})
                voies.setdefault(arrivee, len(voies))
            if out != back:
                self._dessous.setdefault(arrivee, len(self._dessous))

    @property
    def bas(self) -> int:
        """The room that arrows need under the columns."""
        return _PAS * (len(self._dessous) + 1) if self._dessous else 0

    def couloir(self, rang: int) -> int:
        """The width of the gap left of that column; past the last column, of what follows it."""
        voies = self._voies.get(rang, {})
        outer = rang in (0, max(self.colonnes, default=0) + 1)
        return _PAS * len(voies) + _ECART if voies else 0 if outer else _ECART

    def fleches(self, places: Sequence[PlacedBox], colonne: int, bas: int) -> tuple[Arrow, ...]:
        """The arrows between boxes in their places; columns are `colonne` wide and end at `bas`."""
        return tuple(self._fleche(places, colonne, bas, *lien) for lien in self.liens)

    def _couloirs(self, depart: int, arrivee: int) -> tuple[int, int]:
        """The gaps by which an arrow leaves (to the right) and arrives (from the left, but within a column)."""
        out, back = self.colonnes[depart] + 1, self.colonnes[arrivee]
        return out, out if self.colonnes[depart] == back else back

    def _fleche(
        self, places: Sequence[PlacedBox], colonne: int, bas: int, depart: int, arrivee: int
    ) -> Arrow:
        out, back = self._couloirs(depart, arrivee)
        start, end = places[depart], places[arrivee]
        x, y = start.droite, start.y + 24
        to_left = self.colonnes[depart] == self.colonnes[arrivee]
        tip, level = (end.droite if to_left else end.x), end.y + 12
        trait = f"M{x} {y}H{self._x(out, arrivee, colonne)}"
        if out != back:
            trait += f"V{bas + _PAS * (self._dessous[arrivee] + 1)}H{self._x(back, arrivee, colonne)}"
        back_x = tip + _POINTE if to_left else tip - _POINTE
        return Arrow(f"{trait}V{level}H{back_x}", f"M{tip} {level}L{back_x} {level - 5}V{level + 5}Z")

    def _x(self, couloir: int, arrivee: int, colonne: int) -> int:
        left = colonne * couloir + sum(map(self.couloir, range(couloir)))
        return left + _PAS * (self._voies[couloir][arrivee] + 1)
