"""The days on which what comes back falls: « chaque premier mardi du mois, sauf juillet et août ».

Goes in: a rule and the day from which to look. Comes out: days in their order, worked out and never recorded. A rule
that does not say enough gives none: no day is guessed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, takewhile

from clairevoie.model.folding import fold
from clairevoie.model.phrases import ReadFrequency
from clairevoie.model.phrases.feasts import holidays
from clairevoie.model.phrases.lexicon import JOURS, rank

# How far ahead a day is looked for, a rule that leaves out every month would never end; and the day past which none is,
# since Python counts no year after 9999.
_AHEAD = timedelta(days=5 * 366)
_LAST = date(9990, 1, 1)
# How many times in its unit what falls on a known day comes back: once, said or not.
_ONCE = ((1, 1), (None, None))

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """When something comes back.

    Once in each `unite` (`jour`, `semaine`, `mois`, `trimestre`, `annee`), or in one of `pas`; on a day of the week
    (`semaine`, 0 for Monday) of which `rang` is the place in the unit, -1 for the last; or on the `quantieme` of the
    month. Only in `mois` when it names any, never in `sauf`, nor on a holiday
    with `sauf_feries`.
    """

    unite: str
    pas: int = 1
    semaine: int | None = None
    rang: int | None = None
    quantieme: int | None = None
    mois: tuple[int, ...] = ()
    sauf: tuple[int, ...] = ()
    sauf_feries: bool = False

    @property
    def compte_depuis(self) -> bool:
        """Whether it takes a first day to know which units count: « aux deux semaines »."""
        return self.pas > 1


def rule_of(lue: ReadFrequency) -> Recurrence | None:
    """The rule that a frequency gives; None when it says how often and not on what day."""
    if lue.type != "frequence" or lue.par is None or lue.par not in _UNITES:
        return None
    if (lue.min, lue.max) not in _ONCE or lue.approximatif or lue.saison or lue.limite:
        return None
    regle = Recurrence(lue.par, lue.pas, mois=lue.mois, sauf=lue.sauf, sauf_feries=lue.sauf_feries)
    told = fold(lue.jour or "")
    if told.isdigit():
        return replace(regle, quantieme=int(told))
    place, _, weekday = told.rpartition(" ")
    if weekday not in JOURS:
        return regle if not told and lue.par in ("jour", "semaine") else None
    try:
        return replace(regle, semaine=JOURS.index(weekday), rang=rank(place) if place else None)
    except KeyError:
        return None


def occurrences(
    regle: Recurrence, du: date, *, debut: date | None = None, fin: date | None = None
) -> Iterator[date]:
    """The days of a rule from `du` on, that day included; from its first day `debut` to its last day `fin`."""
    start = max(du, debut or du)
    if start > _LAST or (regle.compte_depuis and debut is None):
        return iter(())
    last = min(fin or _LAST, start + _AHEAD)
    found = (_day(regle, span, debut) for span in _spans(regle, start, debut, last))
    return (day for day in found if day and start <= day <= last and _is_in(regle, day))


def period(regle: Recurrence, day: date) -> Span:
    """The days among which a time of a rule may be moved and stay the same one: its week, its month, its quarter."""
    number_of, span_of = _UNITES["mois" if regle.unite == "annee" else regle.unite]
    return span_of(number_of(day))


def _spans(regle: Recurrence, start: date, debut: date | None, last: date) -> Iterator[Span]:
    """The units that count, from the one that holds `start`; of a year, the months that the rule names."""
    number_of, span_of = _UNITES[regle.unite]
    first = number_of(start)
    if debut is not None:
        first += (number_of(debut) - first) % regle.pas
    spans = takewhile(lambda span: span[0] <= last, map(span_of, count(first, regle.pas)))
    if regle.unite != "annee":
        return spans
    return (_month((year.year * 12) + month - 1) for year, _ in spans for month in sorted(regle.mois))


def _day(regle: Recurrence, span: Span, debut: date | None) -> date | None:
    """The day of a rule within one of its units, None when it has none or does not say which."""
    first, last = span
    if regle.quantieme is not None:
        day = first + timedelta(regle.quantieme - 1)
        return day if day <= last and regle.unite in ("mois", "annee") else None
    if regle.unite == "jour":
        return first
    if regle.unite == "semaine":
        weekday = debut.weekday() if regle.semaine is None and debut else regle.semaine
        return None if weekday is None else first + timedelta(weekday)
    if regle.semaine is None or not regle.rang:
        return None
    if regle.rang < 0:
        return last - timedelta((last.weekday() - regle.semaine) % 7)
    day = first + timedelta((regle.semaine - first.weekday()) % 7 + 7 * (regle.rang - 1))
    return day if day <= last else None


def _is_in(regle: Recurrence, day: date) -> bool:
    if regle.sauf_feries and day in holidays(day.year):
        return False
    return day.month not in regle.sauf and (not regle.mois or day.month in regle.mois)


def _month(number: int) -> Span:
    year, month = divmod(number, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _quarter(number: int) -> Span:
    return _month(number * 3)[0], _month(number * 3 + 2)[1]


def _week(number: int) -> Span:
    monday = date.fromordinal(number * 7 + 1)
    return monday, monday + timedelta(6)


# For each unit: the number of the one that holds a day, and the first and last day of a number.
_UNITES: Mapping[str, tuple[Callable[[date], int], Callable[[int], Span]]] = {
    "jour": (date.toordinal, lambda number: (date.fromordinal(number), date.fromordinal(number))),
    "semaine": (lambda day: (day.toordinal() - 1) // 7, _week),
    "mois": (lambda day: day.year * 12 + day.month - 1, _month),
    "trimestre": (lambda day: day.year * 4 + (day.month - 1) // 3, _quarter),
    "annee": (lambda day: day.year, lambda year: (date(year, 1, 1), date(year, 12, 31))),
}
