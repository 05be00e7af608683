"""What the map of effects is made of: what is written in its boxes, and those boxes in their places.

A box inside a box says that the source places one under the other; an arrow, that the source draws it.
Places are whole numbers, in units of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clairevoie.drawing.arrows import Arrow


@dataclass(frozen=True, slots=True)
class NestedBox:
    """What one box says. `vers` are the anchors of the boxes that it contributes to, `dessous` what it holds."""

    texte: str
    sorte: str
    mentions: tuple[str, ...] = ()
    ancre: str | None = None
    vers: tuple[str, ...] = ()
    dessous: tuple[NestedBox, ...] = ()

    def toutes(self) -> Iterator[NestedBox]:
        """The box, then every box inside it, in the order in which they are placed."""
        yield self
        for case in self.dessous:
            yield from case.toutes()

    @property
    def profondeur(self) -> int:
        """How many boxes stand one inside the other, at most."""
        return 1 + max((case.profondeur for case in self.dessous), default=0)


@dataclass(frozen=True, slots=True)
class Band:
    """One zone: its heading, and the boxes that stand in it."""

    titre: str
    precision: str | None
    cases: tuple[NestedBox, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its width, the size of its type, and how many zones stand side by side (the others go below the last).

    A column is never narrower than `etroite` nor wider than `large`, whatever that makes of the sheet.
    """

    nom: str
    largeur: int
    corps: int
    colonnes: int
    etroite: int
    large: int
    interligne: int = 20
    marge: int = 9


WIDE = Sheet("large", 880, 15, colonnes=4, etroite=176, large=440)
NARROW = Sheet("etroit", 320, 16, colonnes=1, etroite=250, large=320)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of text: where it starts, on its baseline; `genre` is `titre`, `precision`, `mention` or `texte`.

    `largeur` holds it in its box, whatever the font that a browser puts in the place of ours.
    """

    x: int
    y: int
    largeur: int
    texte: str
    genre: str


@dataclass(frozen=True, slots=True)
class SheetBox:
    """One box in its place."""

    sorte: str
    x: int
    y: int
    largeur: int
    hauteur: int
    lignes: tuple[SheetLine, ...]

    @property
    def bas(self) -> int:
        """Where it ends."""
        return self.y + self.hauteur

    @property
    def droite(self) -> int:
        """Its right edge."""
        return self.x + self.largeur


@dataclass(frozen=True, slots=True)
class BandHeading:
    """The heading of a zone, under its rule."""

    x: int
    y: int
    largeur: int
    lignes: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class NestedDrawing:
    """The whole sheet; `defile` when it is wider than its format, `haut` when no page of paper could hold it."""

    nom: str
    largeur: int
    hauteur: int
    defile: bool
    haut: bool
    entetes: tuple[BandHeading, ...]
    boites: tuple[SheetBox, ...]
    fleches: tuple[Arrow, ...]
