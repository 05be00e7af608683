"""However many dates there are, their drawing stays small, and nothing of it is where nothing happens."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from clairevoie.drawing.time_scale import Scale, ScaleMark, stack

KINDS = ("intervalle", "annee", "saison", "mois", "jour")
YEARS = Scale(2000, 2029)


def _days(n: int, step: int = 2) -> list[ScaleMark]:
    return [YEARS.mark("jour", (day, day), 100) for day in _dates(n, step)]


def _spans(n: int) -> list[ScaleMark]:
    return [YEARS.mark("intervalle", (day, day + timedelta(days=400))) for day in _dates(n, 2)]


def _dates(n: int, step: int) -> list[date]:
    return [date(2001, 1, 1) + timedelta(days=step * rank) for rank in range(n)]


@pytest.mark.parametrize("n", [5, 50, 150])
def test_few_marks_are_each_in_their_place(n: int) -> None:
    marks = [*_days(n), *_spans(n)][:200]
    drawn = list(stack(marks, KINDS))
    assert sorted((one.kind, one.start, one.end) for one in drawn) == sorted(
        (one.kind, one.start, one.end) for one in marks
    )


@pytest.mark.parametrize("n", [500, 5000])
def test_many_marks_make_a_small_drawing_within_a_hundredth_of_their_place(n: int) -> None:
    marks = [*_days(n), *_spans(n)]
    drawn = list(stack(marks, KINDS))
    assert len(drawn) < 700
    assert max(one.line for one in drawn) < 7
    for kind in ("jour", "intervalle"):
        seen = [(one.start, one.end) for one in drawn if one.kind == kind]
        for mark in (one for one in marks if one.kind == kind):
            assert any(start - 1 <= mark.start and mark.end <= end + 1 for start, end in seen)


def test_what_lasts_never_overlaps_on_its_line_when_there_are_many() -> None:
    drawn = list(stack(_spans(2000), KINDS))
    for line in {one.line for one in drawn}:
        held = sorted((one for one in drawn if one.line == line), key=lambda one: one.start)
        assert all(one.end <= other.start for one, other in pairwise(held))
