"""Time is drawn to scale: marks stand where they fall, none over another, and years keep their distance."""

from __future__ import annotations

from itertools import pairwise

from clairevoie.derive.jalons import Jalon
from clairevoie.drawing.time_scale import Scale, ScaleMark
from clairevoie.model.phrases import read_deadlines
from clairevoie.model.plans import Plan
from clairevoie.pages.temps.reperes import reperes, together


def _jalon(phrase: str) -> Jalon:
    plan = Plan.model_validate({"id": "p", "nom": "P", "publication": "publie"})
    return Jalon("echeance", plan, read_deadlines(phrase))


def _repere(phrase: str, echelle: Scale) -> ScaleMark:
    return reperes(echelle, _jalon(phrase))[0]


def test_marks_stand_to_scale() -> None:
    axis = Scale(2009, 2012)
    assert (_repere("2010", axis).start, _repere("2010", axis).end) == (25, 50)
    july = _repere("Juillet 2009", axis)
    assert july.start == round(181 / 365 * 25, 2)
    assert july.end == round(212 / 365 * 25, 2)
    assert _repere("31 décembre 2012", axis).end == 100
    assert not _repere("2009-2012", axis).after


def test_intervals_that_overlap_stand_on_different_lines_and_the_drawing_stays_low() -> None:
    axis = Scale(2000, 2029)
    some = together(_repere(phrase, axis) for phrase in ("2000-2005", "2003-2008", "2006-2009"))
    assert [one.line for one in some] == [0, 1, 0]
    many = together(_repere(f"{year}-2029", axis) for year in range(2000, 2029))
    assert max(one.line for one in many) <= 5


def test_the_axis_names_years_without_crowding_a_phone() -> None:
    for last in range(2000, 2030):
        labels = Scale(2000, last).labels
        assert labels
        gaps = [b - a for (_, a), (_, b) in pairwise(labels)]
        assert all(gap >= 11 for gap in gaps)
        assert all(place <= 88 for _, place in labels)
