"""Columns of bands, boxes inside boxes, lines of text, arrows: each takes its place on a sheet.

Goes in: bands of boxes and the format of the sheet. Comes out: a `NestedDrawing`, in whole units of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clairevoie.drawing.arrows import Arrow, ArrowNetwork
from clairevoie.drawing.text_width import expected, lines

# Room for a few letters, however deep the boxes stand one inside the other.
_READABLE = 110
# Between two boxes, between two bands; above and below the words of a heading.
_GAP, _BETWEEN_BANDS, _BELOW_RULE, _BELOW_TITLE = 10, 24, 8, 12
# Between the words of a box and the first box that it holds.
_BEFORE_INSIDE = 4
# What a bar takes of its box.
_BAR = 5
# A sheet higher than this, for its width, fits no page of paper.
_PAPER = 1.25


@dataclass(frozen=True, slots=True)
class NestedBox:
    """What one box says. `targets` are the anchors of the boxes it leads to, `inside` the boxes that it holds.

    `bar`: a bar stands at its left.
    """

    text: str
    kind: str
    mentions: tuple[str, ...] = ()
    anchor: str | None = None
    targets: tuple[str, ...] = ()
    inside: tuple[NestedBox, ...] = ()
    bar: bool = False

    def walk(self) -> Iterator[NestedBox]:
        """The box, then every box inside it, in the order in which they are placed."""
        yield self
        for box in self.inside:
            yield from box.walk()

    @property
    def depth(self) -> int:
        """How many boxes stand one inside the other, at most."""
        return 1 + max((box.depth for box in self.inside), default=0)


@dataclass(frozen=True, slots=True)
class Band:
    """One band: its heading, and the boxes that stand in it."""

    title: str
    detail: str | None
    boxes: tuple[NestedBox, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its width, the size of its type, and how many bands stand side by side (the others go below the last).

    A column is never narrower than `narrowest` nor wider than `widest`, whatever that makes of the sheet.
    """

    name: str
    width: int
    font_size: int
    columns: int
    narrowest: int
    widest: int
    leading: int = 20
    margin: int = 9


WIDE = Sheet("large", 880, 15, columns=4, narrowest=176, widest=440)
NARROW = Sheet("etroit", 320, 16, columns=1, narrowest=250, widest=320)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of text: where it starts, on its baseline; `role` is `titre`, `precision`, `mention` or `texte`.

    `width` holds it in its box, whatever the font that a browser puts in the place of ours.
    """

    x: int
    y: int
    width: int
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class SheetBox:
    """One box in its place."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    text_lines: tuple[SheetLine, ...]

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.y + self.height

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class BandHeading:
    """The heading of a band, under its rule."""

    x: int
    y: int
    width: int
    text_lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class NestedDrawing:
    """The whole sheet; `scrolls` when it is wider than its sheet, `tall` when no page of paper could hold it."""

    name: str
    width: int
    height: int
    scrolls: bool
    tall: bool
    headings: tuple[BandHeading, ...]
    placed_boxes: tuple[SheetBox, ...]
    arrows: tuple[Arrow, ...]


Columns = Sequence[Sequence[Band]]


def draw(bands: Sequence[Band], sheet: Sheet) -> NestedDrawing:
    """The bands on a sheet of this format."""
    last = sheet.columns - 1
    columns = [found for found in (*([band] for band in bands[:last]), bands[last:]) if found]
    network = _network(columns)
    gaps = [network.gap(rank) for rank in range(len(columns) + 1)]
    step = _column_width(columns, sum(gaps), sheet)
    common = max((_heading(column[0], 0, 2, step, sheet)[1] for column in columns), default=0)
    placed = [
        _column(column, step * rank + sum(gaps[: rank + 1]), step, common, sheet)
        for rank, column in enumerate(columns)
    ]
    placed_boxes = [placed_box for _, column in placed for placed_box in column]
    bottom = max((placed_box.bottom for placed_box in placed_boxes), default=0)
    width, height = step * len(columns) + sum(gaps), bottom + network.bottom + 2
    return NestedDrawing(
        name=sheet.name,
        width=width,
        height=height,
        scrolls=width > sheet.width,
        tall=height > width * _PAPER,
        headings=tuple(heading for heads, _ in placed for heading in heads),
        placed_boxes=tuple(placed_boxes),
        arrows=network.arrows(placed_boxes, step, bottom),
    )


def _network(columns: Columns) -> ArrowNetwork:
    """Which box leads to which, in the order in which boxes are placed."""
    boxes = [
        (rank, box)
        for rank, column in enumerate(columns)
        for band in column
        for one in band.boxes
        for box in one.walk()
    ]
    return ArrowNetwork(
        [rank for rank, _ in boxes], [box.anchor for _, box in boxes], [box.targets for _, box in boxes]
    )


def _column_width(columns: Columns, gaps: int, sheet: Sheet) -> int:
    bands = [band for column in columns for band in column]
    deepest = max((box.depth for band in bands for box in band.boxes), default=1)
    share = (sheet.width - gaps) // max(1, len(columns))
    return max(min(share, sheet.widest), sheet.narrowest, _READABLE + 2 * sheet.margin * deepest)


def _column(
    column: Sequence[Band], x: int, width: int, common: int, sheet: Sheet
) -> tuple[list[BandHeading], list[SheetBox]]:
    """The bands of one column, one below the other; the first boxes of all the columns start at the same height."""
    headings: list[BandHeading] = []
    placed_boxes: list[SheetBox] = []
    y = 2
    for band in column:
        heading, below = _heading(band, x, y, width, sheet)
        y = below if headings else max(below, common)
        headings.append(heading)
        for box in band.boxes:
            placed = _place(box, x, y, width, sheet)
            placed_boxes += placed
            y = placed[0].bottom + _GAP
        y += _BETWEEN_BANDS - _GAP
    return headings, placed_boxes


def _heading(band: Band, x: int, y: int, width: int, sheet: Sheet) -> tuple[BandHeading, int]:
    """The heading of a band, and where its boxes may start."""
    texts = [("titre", line) for line in lines(band.title, sheet.font_size + 1, width, bold=True)]
    texts += [("precision", line) for line in lines(band.detail or "", sheet.font_size, width)]
    text_lines = _lines(texts, x, y + _BELOW_RULE, sheet)
    return (
        BandHeading(x, y, width, text_lines),
        y + _BELOW_RULE + sheet.leading * len(text_lines) + _BELOW_TITLE,
    )


def _place(box: NestedBox, x: int, y: int, width: int, sheet: Sheet) -> list[SheetBox]:
    """A box and, inside it under its words, the boxes that it holds; the outer one first."""
    bar = _BAR if box.bar else 0
    room = width - 2 * sheet.margin
    texts = [("mention", line) for one in box.mentions for line in lines(one, sheet.font_size, room - bar)]
    texts += [("texte", line) for line in lines(box.text, sheet.font_size, room - bar)]
    text_lines = _lines(texts, x + sheet.margin + bar, y + sheet.margin - 3, sheet)
    bottom = y + sheet.margin + sheet.leading * len(text_lines) + (_BEFORE_INSIDE if box.inside else 0)
    inner: list[SheetBox] = []
    for held in box.inside:
        placed = _place(held, x + sheet.margin, bottom, room, sheet)
        inner += placed
        bottom = placed[0].bottom + sheet.margin
    bottom += 0 if inner else sheet.margin
    return [SheetBox(box.kind, x, y, width, bottom - y, text_lines), *inner]


def _lines(texts: Sequence[tuple[str, str]], x: int, y: int, sheet: Sheet) -> tuple[SheetLine, ...]:
    """Lines of text under one another, the first one just below `y`."""
    found = []
    for rank, (role, text) in enumerate(texts):
        title = role == "titre"
        width = expected(text, sheet.font_size + title, bold=title)
        found.append(SheetLine(x, y + sheet.leading * (rank + 1) - 2, width, text, role))
    return tuple(found)
