"""Moments and spans of the calendar: a year, a season, a quarter, a month or a day, alone or from one to another.

Goes in: numbers. Comes out: frozen values that know their EDTF notation and their place in time (`checked`
refuses those that the calendar does not have, `saying` says the others in French).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

# Where seasons are sorted, by convention: first and last (month, day). Never shown as dates.
_SEASONS = {24: ((1, 1), (3, 20)), 21: ((3, 21), (6, 20)), 22: ((6, 21), (9, 20)), 23: ((9, 21), (12, 20))}
_IN_ORDER = (24, 21, 22, 23)
FIRST_YEAR, LAST_YEAR = 1000, 2999


@dataclass(frozen=True, slots=True)
class Moment:
    """A year (1000 to 2999); in it maybe a month (1–12), a season (21–24) or a quarter (33–36); maybe a day.

    `vers` tells that it is about then.
    """

    year: int
    part: int | None = None
    day: int | None = None
    vers: bool = False

    @property
    def type(self) -> str:
        """`annee`, `mois`, `saison`, `trimestre` or `date`."""
        if self.part is None:
            return "annee"
        if self.part > 24:
            return "trimestre"
        if self.part > 12:
            return "saison"
        return "mois" if self.day is None else "date"

    @property
    def edtf(self) -> str:
        """EDTF notation: `2009`, `2009-03`, `2009-21`, `2009-03-31`, `2009-03~`."""
        parts = [f"{n:02}" for n in (self.part, self.day) if n is not None]
        return "-".join([f"{self.year}", *parts]) + ("~" if self.vers else "")

    @property
    def may_be_about(self) -> bool:
        """Whether the notation has a way to say « about » that moment: it has none for seasons and quarters."""
        return self.part is None or self.part <= 12

    @property
    def bounds(self) -> tuple[date, date]:
        """First and last day; of a season, by convention."""
        if self.part is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.part > 24:
            last = (self.part - 32) * 3
            return date(self.year, last - 2, 1), date(self.year, last, monthrange(self.year, last)[1])
        if self.part > 12:
            (month, day), (last_month, last_day) = _SEASONS[self.part]
            return date(self.year, month, day), date(self.year, last_month, last_day)
        last = self.day or monthrange(self.year, self.part)[1]
        return date(self.year, self.part, self.day or 1), date(self.year, self.part, last)

    def moved(self, steps: int) -> Moment:
        """As long before or after: the eve, the month before, the season after."""
        if self.day is not None:
            return of_day(self.bounds[0] + timedelta(days=steps))
        if self.part is None:
            return replace(self, year=self.year + steps)
        turn: tuple[int, ...] = (*range(1, 13),)
        if self.part > 12:
            turn = (33, 34, 35, 36) if self.part > 24 else _IN_ORDER
        years, place = divmod(turn.index(self.part) + steps, len(turn))
        return replace(self, year=self.year + years, part=turn[place])


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to another; None where it is open."""

    first: Moment | None
    last: Moment | None

    @property
    def type(self) -> str:
        """`intervalle`."""
        return "intervalle"

    @property
    def edtf(self) -> str:
        """EDTF notation: `2009-01/2009-03`, `../2030`, `2026-23/..`."""
        return "/".join(end.edtf if end else ".." for end in (self.first, self.last))

    @property
    def bounds(self) -> tuple[date, date]:
        """First and last day; of an open span, those of the moment that it names."""
        ends = [end for end in (self.first, self.last) if end]
        return ends[0].bounds[0], ends[-1].bounds[1]


Value = Moment | Span


def of_day(day: date) -> Moment:
    """A day of the calendar."""
    return Moment(day.year, day.month, day.day)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return monthrange(year, month)[1]
