"""Moments and spans that the calendar and the site's conventions accept; a `PhraseError` for the others."""

from __future__ import annotations

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.lexicon import NOMS
from clairevoie.model.phrases.moments import Moment, Span, Value, days_in
from clairevoie.model.phrases.questions import choice
from clairevoie.model.phrases.saying import say


def moment(year: int, part: int | None, day: int | None, brut: str) -> Moment:
    """That moment; `brut` is how it was written. Raises DAT-01 for a day that is not on the calendar."""
    if day is not None and not (part and 1 <= part <= 12 and 1 <= day <= days_in(year, part)):
        raise _no_such_day(year, part, day, brut)
    return Moment(year, part, day)


def span(first: Moment, last: Moment, brut: str) -> Span:
    """From `first` to `last`. Raises DAT-06 if one is a season, DAT-03 if the last comes before the first."""
    if "saison" in (first.type, last.type):
        raise PhraseError("DAT-06", brut=brut)
    if last.bounds[1] < first.bounds[0]:
        raise PhraseError("DAT-03", debut=say(first), fin=say(last))
    return Span(_month_of(first, 0), _month_of(last, 1))


def ends(value: Value) -> tuple[Moment, Moment]:
    """The first and last moments of a value that has both."""
    if isinstance(value, Moment):
        return value, value
    first, last = value.first or value.last, value.last or value.first
    assert first is not None
    assert last is not None
    return first, last


def _no_such_day(year: int, part: int | None, day: int, brut: str) -> PhraseError:
    if part is None or not 1 <= part <= 12:
        return PhraseError("DAT-01", brut=brut, pourquoi="", reponses="")
    last = days_in(year, part)
    near = (Moment(year, part, last), Moment(year, part, last).moved(1)) if last < day <= 31 else ()
    pourquoi = f"{NOMS[part]} {year} a {last} jours"
    return PhraseError("DAT-01", brut=brut, pourquoi=pourquoi, reponses=choice(map(say, near)))


def _month_of(end: Moment, which: int) -> Moment:
    """A quarter cannot bound a standard interval: its first or last month does."""
    if end.type != "trimestre":
        return end
    day = end.bounds[which]
    return Moment(day.year, day.month)
