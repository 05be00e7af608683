"""Bands of boxes on a sheet that can be read: whole when they fit, else with shorter texts, then with fewer boxes.

Goes in: bands, a sheet, and how to say what is left. Comes out: the drawing, and how many boxes and arrows it leaves to
the list beside it. The first boxes of each band are the ones drawn, in the order of the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from clairevoie.drawing.nested_boxes import Band, NestedBox, NestedDrawing, Sheet, draw
from clairevoie.drawing.stack import READABLE_HEIGHT

# The kind of the box that stands for several others.
REST = "reste"
# What a box takes at least, inside another and with one line of text.
_LEAST = 29
_ANY = 10**6


class _Way(NamedTuple):
    """How many letters of a text, how many boxes under one heading or in one box, and how deep."""

    letters: int
    boxes: int
    depth: int


_WAYS = (
    _Way(_ANY, _ANY, _ANY),
    _Way(160, _ANY, _ANY),
    _Way(100, _ANY, _ANY),
    *(_Way(100, boxes, 3) for boxes in (12, 8, 5, 3)),
    *(_Way(100, boxes, 2) for boxes in (5, 3, 2)),
    *(_Way(100, boxes, 1) for boxes in (5, 3, 2, 1)),
)


@dataclass(frozen=True, slots=True)
class BoxWords:
    """How to shorten a text to so many letters, and what the box says that stands for so many others."""

    shorten: Callable[[str, int], str]
    others: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class FittedDrawing:
    """A drawing that can be read; how many boxes and arrows are not in it; whether texts are cut short in it."""

    drawing: NestedDrawing
    boxes_left: int
    arrows_left: int
    shortened: bool


def fit(bands: Sequence[Band], sheet: Sheet, words: BoxWords) -> FittedDrawing:
    """The finest drawing of these bands that is no taller than what can be read; the coarsest when none is."""
    whole = [box for band in bands for one in band.boxes for box in one.walk()]
    anchors = {box.anchor for box in whole if box.anchor}
    arrows = sum(target in anchors for box in whole for target in box.targets)
    for way in _WAYS:
        kept = [replace(band, boxes=_kept(band.boxes, way, words, 1)) for band in bands]
        tallest = max(sum(1 for one in band.boxes for _ in one.walk()) for band in kept)
        if tallest * _LEAST > READABLE_HEIGHT:
            continue
        drawing = draw(kept, sheet)
        if drawing.height <= READABLE_HEIGHT or way == _WAYS[-1]:
            drawn = [box for band in kept for one in band.boxes for box in one.walk() if box.kind != REST]
            cut = {box.text for box in drawn} - {box.text for box in whole}
            return FittedDrawing(drawing, len(whole) - len(drawn), arrows - len(drawing.arrows), bool(cut))
    raise AssertionError


def _kept(boxes: Sequence[NestedBox], way: _Way, words: BoxWords, depth: int) -> tuple[NestedBox, ...]:
    """The first of these boxes, then one that stands for the others and for all that they hold."""
    room = way.boxes if depth <= way.depth else 0
    # A box that stands for one other would take its place.
    end = room if len(boxes) > room + 1 or not room else len(boxes)
    return (*_shorter(boxes[:end], way, words, depth), *_rest(boxes[end:], words))


def _shorter(boxes: Sequence[NestedBox], way: _Way, words: BoxWords, depth: int) -> Iterator[NestedBox]:
    for box in boxes:
        yield replace(
            box,
            text=words.shorten(box.text, way.letters),
            mentions=tuple(words.shorten(one, way.letters) for one in box.mentions),
            inside=_kept(box.inside, way, words, depth + 1),
        )


def _rest(boxes: Sequence[NestedBox], words: BoxWords) -> Iterator[NestedBox]:
    several = sum(1 for one in boxes for _ in one.walk())
    if several:
        yield NestedBox(words.others(several), REST)
