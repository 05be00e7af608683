"""Moments and spans that the calendar and the site's conventions accept; a `PhraseError` for the others."""

from __future__ import annotations

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.lexicon import NOMS
from clairevoie.model.phrases.moments import Moment, Span, Value, days_in
from clairevoie.model.phrases.questions import choice
from clairevoie.model.phrases.saying import say, say_day

_LEAP = 2024


def moment(year: int, part: int | None, day: int | None, brut: str) -> Moment:
    """That moment; `brut` is how it was written. Raises DAT-01 for a day that is not on the calendar."""
    if day is not None:
        check_day(year, part, day, brut)
    return Moment(year, part, day)


def check_day(year: int | None, part: int | None, day: int, brut: str) -> None:
    """Raises DAT-01 for a day that its month does not have that year, or never has if the year is not said."""
    if part is None or not 1 <= part <= 12:
        raise PhraseError("DAT-01", brut=brut, pourquoi="", reponses="")
    last = days_in(year or _LEAP, part)
    if 1 <= day <= last:
        return
    near = (here := Moment(year or _LEAP, part, last), here.moved(1)) if last < day <= 31 else ()
    tail = f" {year}" if year else ""
    reponses = choice(say_day(one) + tail for one in near)
    raise PhraseError("DAT-01", brut=brut, pourquoi=f"{NOMS[part]}{tail} a {last} jours", reponses=reponses)


def span(first: Moment, last: Moment, brut: str) -> Span:
    """From `first` to `last`. Raises DAT-06 if one is a season, DAT-03 if the last comes before the first."""
    if "saison" in (first.type, last.type):
        raise PhraseError("DAT-06", brut=brut, debut=say(first), fin=say(last))
    if last.bounds[1] < first.bounds[0]:
        raise PhraseError("DAT-03", debut=say(first), fin=say(last), reponses="")
    return Span(bound(first, 0), bound(last, 1))


def ends(value: Value) -> tuple[Moment, Moment]:
    """The first and last moments of a value that has both."""
    if isinstance(value, Moment):
        return value, value
    first, last = value.first or value.last, value.last or value.first
    assert first is not None
    assert last is not None
    return first, last


def bound(end: Moment, which: int) -> Moment:
    """The moment as the first (0) or last (1) of an interval: a quarter bounds none, its first or last month does."""
    if end.type != "trimestre":
        return end
    day = end.bounds[which]
    return Moment(day.year, day.month)
