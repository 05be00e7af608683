"""Boxes one above the other, and lines beside them with their words.

Everything is in units of the drawing; a phone held upright shows `PHONE_WIDTH` of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clairevoie.drawing.lanes import Lane, Link, lanes
from clairevoie.drawing.text_width import lines

PHONE_WIDTH = 328
# Three screens of a phone, or of a desk where it is drawn larger: nobody follows a line further. A box, however few
# its words, takes this much of it.
READABLE_HEIGHT, LEAST_HEIGHT = 1760, 40
_BOX_WIDTH = 232
_NAME_SIZE, _SMALL_SIZE = 16, 14
_MARGIN, _GAP, _PORT, _EDGE = 12, 16, 16, 8
# Lanes stand closer to each other rather than make a phone scroll, but never too close to be told apart.
_STEP, _TIGHT_STEP = 13, 9
# Where the stem of the lines goes down from a box, and where their words start.
_STEM, _WORDS_X = 14, 24
_LEADINGS = {_NAME_SIZE: 20, _SMALL_SIZE: 18}


@dataclass(frozen=True, slots=True)
class Box:
    """What a box says. `address` is None where it leads nowhere; `kind` changes its look."""

    key: str
    address: str | None
    name: str
    details: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, and where it stands."""

    text: str
    y: int
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a line, and the height at which it leaves."""

    link: Link
    text_lines: tuple[TextLine, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Floor:
    """A box and the words of the lines that leave it."""

    box: Box
    y: int
    height: int
    text_lines: tuple[TextLine, ...]
    labels: tuple[Label, ...]

    @property
    def bottom(self) -> int:
        """The bottom of the box, or of the last words."""
        return self.labels[-1].y if self.labels else self.y + self.height


@dataclass(frozen=True, slots=True)
class Thread:
    """The lines of one lane: their path, the heights of the arrows, the points where three lines meet."""

    path: str
    x: int
    arrows: tuple[int, ...]
    junctions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StackDrawing:
    """All that is drawn: `unlinked_y` is the height under which boxes are joined to nothing."""

    width: int
    height: int
    box_width: int
    floors: tuple[Floor, ...]
    threads: tuple[Thread, ...]
    unlinked_y: int | None

    @property
    def linked_floors(self) -> tuple[Floor, ...]:
        """The boxes that something joins to another, from the top."""
        return tuple(floor for floor in self.floors if self.unlinked_y is None or floor.y < self.unlinked_y)

    @property
    def unlinked_floors(self) -> tuple[Floor, ...]:
        """The boxes below `unlinked_y`."""
        return self.floors[len(self.linked_floors) :]

    @property
    def overflows(self) -> bool:
        """Whether it is wider than a phone, and has to scroll sideways."""
        return self.width > PHONE_WIDTH


def draw(boxes: Sequence[Box], links: Sequence[Link]) -> StackDrawing:
    """The drawing of these boxes in this order, and of the lines between them."""
    tracks = lanes(links, {box.key: rank for rank, box in enumerate(boxes)})
    width, box_width, step = _widths(max((lane.rank for lane in tracks), default=0))
    joined = {key for link in links for key in (link.source, *link.targets)}
    alone = next((box.key for box in boxes if box.key not in joined), None)
    floors = tuple(_stacked(boxes, links, tracks, box_width, alone))
    ports = _ports(floors, tracks)
    known = {floor.box.key: floor for floor in floors}
    threads = tuple(
        _thread(lane, known, ports, box_width, box_width + _GAP + step * lane.rank) for lane in tracks
    )
    unlinked_y = known[alone].y - 10 if alone else None
    return StackDrawing(width, floors[-1].bottom + _EDGE, box_width, floors, threads, unlinked_y)


def _widths(last: int) -> tuple[int, int, int]:
    """How wide the drawing and its boxes are, and how far apart its lanes, for lanes 0 to `last`."""
    room = PHONE_WIDTH - _BOX_WIDTH - _GAP - _EDGE
    step = max(_TIGHT_STEP, min(_STEP, room // max(1, last)))
    gutter = _GAP + step * last + _EDGE
    width = max(PHONE_WIDTH, _BOX_WIDTH + gutter)
    return width, width - gutter, step


def _stacked(
    boxes: Sequence[Box], links: Sequence[Link], tracks: Sequence[Lane], box_width: int, alone: str | None
) -> Iterator[Floor]:
    own: dict[str, list[Link]] = {box.key: [] for box in boxes}
    arrivals = dict.fromkeys(own, 0)
    for link in links:
        own[link.source].append(link)
    for lane in tracks:
        for key in lane.targets:
            arrivals[key] += 1
    y = 2
    for box in boxes:
        floor = _floor(box, own[box.key], arrivals[box.key], box_width, y + (30 if box.key == alone else 0))
        yield floor
        y = floor.bottom + (26 if floor.labels else 14)


def _floor(box: Box, links: Sequence[Link], arrivals: int, box_width: int, y: int) -> Floor:
    room = box_width - 2 * _MARGIN
    texts = [(line, _NAME_SIZE) for line in lines(box.name, _NAME_SIZE, room, bold=True)]
    texts += [(line, _SMALL_SIZE) for detail in box.details for line in lines(detail, _SMALL_SIZE, room)]
    text_lines, below = [], y + 9
    for text, size in texts:
        below += _LEADINGS[size]
        text_lines.append(TextLine(text, below - 5, size == _NAME_SIZE))
    height = max(below + 9 - y, _PORT * (arrivals + 1))
    labels, below = [], y + height + 2
    for link in links:
        label = _label(link, box_width - _WORDS_X - 4, below)
        labels.append(label)
        below = label.y + 2
    return Floor(box, y, height, tuple(text_lines), tuple(labels))


def _label(link: Link, room: int, y: int) -> Label:
    step = _LEADINGS[_SMALL_SIZE]
    broken = lines(link.words, _SMALL_SIZE, room)
    text_lines = tuple(TextLine(text, y + step * (rank + 1)) for rank, text in enumerate(broken))
    return Label(link, text_lines, y + step * len(broken) + 6)


def _ports(floors: Sequence[Floor], tracks: Sequence[Lane]) -> Mapping[tuple[str, Lane], int]:
    """At what height each lane reaches a box: what comes from above above, so that lines cross the least."""
    rows = {floor.box.key: rank for rank, floor in enumerate(floors)}
    arriving: dict[str, list[tuple[bool, int, Lane]]] = {}
    for lane in tracks:
        for key in lane.targets:
            from_below = min(rows[source] for source in lane.sources) >= rows[key]
            rank = -lane.rank if from_below else lane.rank
            arriving.setdefault(key, []).append((from_below, rank, lane))
    return {
        (key, lane): floors[rows[key]].y + floors[rows[key]].height * (place + 1) // (len(found) + 1)
        for key, found in arriving.items()
        for place, (_, _, lane) in enumerate(sorted(found, key=lambda one: one[:2]))
    }


def _thread(
    lane: Lane,
    floors: Mapping[str, Floor],
    ports: Mapping[tuple[str, Lane], int],
    box_width: int,
    x: int,
) -> Thread:
    leaving = [
        label.y
        for source in lane.sources
        for label in floors[source].labels
        if (label.link.words, label.link.targets) == (lane.words, lane.targets)
    ]
    reaching = [ports[key, lane] for key in lane.targets]
    top, bottom = min(leaving + reaching), max(leaving + reaching)
    paths = [f"M{x} {top}V{bottom}"]
    paths += [f"M{_STEM} {y}H{x}" for y in leaving]
    paths += [f"M{x} {y}H{box_width + 6}" for y in reaching]
    junctions = tuple(y for y in (*leaving, *reaching) if top < y < bottom)
    return Thread("".join(paths), x, tuple(reaching), junctions)
