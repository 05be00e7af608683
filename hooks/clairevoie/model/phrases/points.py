"""Moments as phrases name them, maybe without their year, and the calendar that places them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from clairevoie.model.phrases.checked import check_day, ends, moment
from clairevoie.model.phrases.lexicon import JOURS
from clairevoie.model.phrases.moments import Moment, Value, of_day
from clairevoie.model.phrases.questions import MissingYearError, UnreadError, question
from clairevoie.model.phrases.saying import say
from clairevoie.model.phrases.settings import Contexte

# The years of the examples that we give when nothing says which ones are possible.
EXEMPLES = (2026, 2027)


@dataclass(frozen=True, slots=True)
class Point:
    """A moment as named by a phrase, which may lack its year, or its month and year.

    `make` makes its value in a year, when it is more than a day or a part of a year (« temps des fêtes »).
    `brut` are its words; `cut` is where its year stands, or would stand, in the source; `neighbour` tells that
    it is « prochain » or « dernier », so that no context can say its year.
    """

    brut: str
    year: int | None
    part: int | None = None
    day: int | None = None
    weekday: int | None = None
    cut: tuple[int, int] = (0, 0)
    neighbour: bool = False
    vague: bool = False
    make: Callable[[int], Value] | None = None

    def value(self, year: int) -> Value:
        """Its value in that year. Raises DAT-01."""
        return self.make(year) if self.make else moment(year, self.part, self.day, self.brut)


@dataclass(slots=True)
class Calendar:
    """Places points in the calendar; remembers whether a year came from the context, whether all is exact."""

    contexte: Contexte
    source: str
    deduced: bool = False
    vague: bool = False

    def value(self, point: Point) -> Value:
        """The value of a point. Raises MissingYearError, or DAT-05 when its weekday is not the right one."""
        self.vague = self.vague or point.vague
        if point.part is None and point.day is not None:
            raise UnreadError
        year = point.year
        if year is None:
            year = self.year(point)
            self.deduced = True
        value = point.value(year)
        if point.weekday is not None:
            _check_weekday(point, ends(value)[0])
        return value

    def year(self, point: Point) -> int:
        """The only year that the context leaves to the point."""
        if point.part is None and point.make is None and point.day is not None:
            raise UnreadError
        if point.part and point.day is not None:
            check_day(None, point.part, point.day, point.brut)
        possible = [] if point.neighbour else [y for y in self.contexte.annees if self._may_be_in(point, y)]
        if len(possible) == 1:
            return possible[0]
        start, end = point.cut
        years = possible or self.contexte.annees or EXEMPLES
        raise MissingYearError(
            tuple(f"{self.source[:start]} {year}{self.source[end:]}" for year in years[:3])
        )

    def _may_be_in(self, point: Point, year: int) -> bool:
        try:
            value = point.value(year)
        except ValueError:
            return False
        first, last = value.bounds
        if point.weekday is not None and first.weekday() != point.weekday:
            return False
        entre = self.contexte.entre
        return entre is None or (first <= entre[1] and entre[0] <= last)


def completed(first: Point, last: Point) -> Point:
    """The first of two points, with the month and the year that it leaves to the last. Raises UnreadError."""
    if first.year is not None:
        return first
    if first.part is None and first.day is not None:
        if last.day is None:
            raise UnreadError
        return replace(first, part=last.part, year=last.year)
    if last.part is None and last.make is None:
        raise UnreadError
    return replace(first, year=last.year)


def in_order(points: list[Point]) -> Iterator[Point]:
    """Points in a row, each with what it leaves to the next."""
    whole = points[-1:]
    for one in reversed(points[:-1]):
        whole.insert(0, completed(one, whole[0]))
    yield from whole


def _check_weekday(point: Point, day: Moment) -> None:
    """« lundi 4 mai 2027 » is a Tuesday: the right weekday, or the nearest days that are that weekday."""
    place = day.bounds[0]
    if day.type != "date" or place.weekday() == point.weekday or point.weekday is None:
        return
    said = say(day)
    back = (place.weekday() - point.weekday) % 7
    days = [place.toordinal() - back, place.toordinal() - back + 7]
    near = [f"{JOURS[point.weekday]} {say(of_day(date.fromordinal(n)))}" for n in days]
    right = JOURS[place.weekday()]
    raise question(point.brut, f"se contredit : le {said} est un {right}", (f"{right} {said}", *near))
