"""However many boxes a map has, what is drawn of it can be read, and says how many it leaves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from clairevoie.drawing.fitting import REST, BoxWords, FittedDrawing, fit
from clairevoie.drawing.nested_boxes import NARROW, WIDE, Band, NestedBox, Sheet, SheetBox, draw
from clairevoie.drawing.stack import READABLE_HEIGHT

WORDS = BoxWords(
    lambda text, letters: text if len(text) <= letters else f"{text[: letters - 1]}…",
    lambda n: f"{n} de plus",
)
TEXT = "Les gens du quartier se parlent et décident ensemble. "


def _bands(n: int, times: int = 1, under: int = 0) -> list[Band]:
    """So many boxes in four bands; each holds `under` others."""
    return [
        Band(
            f"Bande {band}",
            None,
            tuple(
                NestedBox(
                    TEXT * times,
                    "souhaite",
                    anchor=f"boite-{rank}",
                    targets=(f"boite-{rank + 1}",),
                    inside=tuple(NestedBox(TEXT, "souhaite") for _ in range(under)),
                )
                for rank in range(band, n, 4)
            ),
        )
        for band in range(4)
    ]


def _boxes(bands: list[Band]) -> int:
    return sum(1 for band in bands for one in band.boxes for _ in one.walk())


def _told(fitted: FittedDrawing) -> int:
    """The sum of what the boxes that stand for others say."""
    rests = [box for box in fitted.drawing.placed_boxes if box.kind == REST]
    return sum(int(box.text_lines[0].text.split()[0]) for box in rests)


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=lambda one: one.name)
@pytest.mark.parametrize("n", [5, 50, 500, 5000])
@pytest.mark.parametrize(("times", "under"), [(1, 0), (6, 0), (2, 3)])
def test_a_map_holds_in_three_screens_and_counts_what_it_leaves(
    n: int, times: int, under: int, sheet: Sheet
) -> None:
    bands = _bands(n, times, under)
    fitted = fit(bands, sheet, WORDS)
    assert fitted.drawing.height <= READABLE_HEIGHT
    drawn = sum(box.kind != REST for box in fitted.drawing.placed_boxes)
    assert drawn + fitted.boxes_left == _boxes(bands)
    assert _told(fitted) == fitted.boxes_left
    placed = fitted.drawing.placed_boxes
    outer = [box for box in placed if not any(_holds(one, box) for one in placed)]
    for x in {box.x for box in outer}:
        column = [box for box in outer if box.x == x]
        assert all(one.bottom < other.y for one, other in pairwise(column))


def _holds(one: SheetBox, other: SheetBox) -> bool:
    return one.x < other.x and one.y < other.y and other.right < one.right and other.bottom < one.bottom


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=lambda one: one.name)
def test_a_map_that_fits_is_drawn_whole(sheet: Sheet) -> None:
    bands = _bands(8)
    assert fit(bands, sheet, WORDS) == FittedDrawing(draw(bands, sheet), 0, 0, shortened=False)


def test_texts_are_shortened_before_any_box_is_left_out() -> None:
    fitted = fit(_bands(12, times=8), NARROW, WORDS)
    assert fitted.shortened
    assert fitted.boxes_left == 0


def test_the_first_boxes_of_each_band_are_drawn_and_the_arrows_of_the_others_counted() -> None:
    fitted = fit(_bands(400), NARROW, WORDS)
    assert len(fitted.drawing.headings) == 4
    assert len(fitted.drawing.arrows) > 4
    assert fitted.arrows_left + len(fitted.drawing.arrows) == 399
