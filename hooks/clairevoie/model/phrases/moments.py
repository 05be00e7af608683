"""Moments and spans of the calendar: a year, a season, a month or a day, alone or from one to another.

Goes in: numbers. Comes out: frozen values that know their EDTF notation, their place in time and their
French words; or a `PhraseError` for what the calendar or the site's conventions refuse.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.lexicon import NOMS

_VOWELS = ("a", "o")  # the first letters of months that elide « de »

# Where seasons are sorted, by convention: first and last (month, day). Never shown as dates.
_SEASONS = {24: ((1, 1), (3, 20)), 21: ((3, 21), (6, 20)), 22: ((6, 21), (9, 20)), 23: ((9, 21), (12, 20))}


@dataclass(frozen=True, slots=True)
class Moment:
    """A year (1000 to 2999); in it maybe a month (1–12) or a season (21–24); in the month maybe a day."""

    year: int
    part: int | None = None
    day: int | None = None

    @property
    def type(self) -> str:
        """`annee`, `mois`, `saison` or `date`."""
        if self.part is None:
            return "annee"
        if self.part > 12:
            return "saison"
        return "mois" if self.day is None else "date"

    @property
    def edtf(self) -> str:
        """EDTF notation: `2009`, `2009-03`, `2009-21`, `2009-03-31`."""
        parts = [f"{n:02}" for n in (self.part, self.day) if n is not None]
        return "-".join([f"{self.year}", *parts])

    @property
    def bounds(self) -> tuple[date, date]:
        """First and last day; of a season, by convention."""
        if self.part is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.part > 12:
            (month, day), (last_month, last_day) = _SEASONS[self.part]
            return date(self.year, month, day), date(self.year, last_month, last_day)
        last = self.day or monthrange(self.year, self.part)[1]
        return date(self.year, self.part, self.day or 1), date(self.year, self.part, last)

    @property
    def words(self) -> str:
        """French words: « 1er mars 2009 », « printemps 2009 »."""
        return f"{self.short_words} {self.year}".lstrip()

    @property
    def short_words(self) -> str:
        """The same without the year; empty for a year."""
        if self.part is None:
            return ""
        day = {None: "", 1: "1er "}.get(self.day, f"{self.day} ")
        return day + NOMS[self.part]


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to another, or one moment alone (`last` is None)."""

    first: Moment
    last: Moment | None = None

    @property
    def type(self) -> str:
        """The type of the moment, or `intervalle`."""
        return self.first.type if self.last is None else "intervalle"

    @property
    def edtf(self) -> str:
        """EDTF notation, `2009-01/2009-03` for an interval."""
        return self.first.edtf if self.last is None else f"{self.first.edtf}/{self.last.edtf}"

    @property
    def bounds(self) -> tuple[date, date]:
        """First and last day."""
        return self.first.bounds[0], (self.last or self.first).bounds[1]

    @property
    def words(self) -> str:
        """French words: « de janvier à mars 2009 », « du 3 au 5 mai 2010 », « 2008 à 2011 »."""
        if self.last is None:
            return self.first.words
        if self.first.type == self.last.type == "annee":
            return f"{self.first.words} à {self.last.words}"
        to = "au" if self.last.day else "à"
        return f"{_from(_said_before(self.first, self.last), self.first)} {to} {self.last.words}"


def moment(year: int, part: int | None, day: int | None, brut: str) -> Moment:
    """That moment; `brut` is how it was written. Raises DAT-01 for a day that is not on the calendar."""
    if day is not None and not (part and 1 <= part <= 12 and 1 <= day <= monthrange(year, part)[1]):
        raise PhraseError("DAT-01", brut=brut)
    return Moment(year, part, day)


def span(first: Moment, last: Moment, brut: str) -> Span:
    """From `first` to `last`. Raises DAT-06 if one is a season, DAT-03 if the last comes before the first."""
    if "saison" in (first.type, last.type):
        raise PhraseError("DAT-06", brut=brut)
    if last.bounds[1] < first.bounds[0]:
        raise PhraseError("DAT-03", debut=first.words, fin=last.words)
    return Span(first, last)


def _said_before(first: Moment, last: Moment) -> str:
    """The words of `first`, without what `last` is going to say."""
    if first.type != last.type or first.year != last.year:
        return first.words
    if first.day is None or first.part != last.part:
        return first.short_words
    return "1er" if first.day == 1 else f"{first.day}"


def _from(words: str, first: Moment) -> str:
    if first.day:
        return f"du {words}"
    return f"d'{words}" if words.startswith(_VOWELS) else f"de {words}"
