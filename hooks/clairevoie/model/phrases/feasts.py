"""The days that have a name: on the same date each year, on a weekday of a month, or counted from Easter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from clairevoie.model.phrases.lexicon import FETES
from clairevoie.model.phrases.moments import Moment, of_day
from clairevoie.model.phrases.trees import PhraseNode

_MONDAY, _SUNDAY = 0, 6


def feast(node: PhraseNode) -> Callable[[int], Moment]:
    """The day of each year that a node names."""
    name = node.get("FETE")
    day_of = _on(*FETES[name.plain]) if name else _FEASTS[node.only(*_FEASTS).rule]
    return lambda year: of_day(day_of(year))


def holidays(year: int) -> frozenset[date]:
    """The days when most of Québec is closed; around Easter, an employer chooses between two, and both are here."""
    fixed = (date(year, month, day) for month, day in ((1, 1), (6, 24), (7, 1), (12, 25)))
    moved = ("vendredi_saint", "lundi_de_paques", "patriotes", "fete_du_travail", "action_de_grace")
    return frozenset((*fixed, *(_FEASTS[name](year) for name in moved)))


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the anonymous algorithm."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, drift = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * drift + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days)


def _weekday(weekday: int, month: int, day: int) -> Callable[[int], date]:
    """That weekday, from a day of the month on."""

    def day_of(year: int) -> date:
        first = date(year, month, day)
        return first + timedelta((weekday - first.weekday()) % 7)

    return day_of


_FEASTS: dict[str, Callable[[int], date]] = {
    "saint_jean": _on(6, 24),
    "saint_valentin": _on(2, 14),
    "jour_de_l_an": _on(1, 1),
    "fete_du_canada": _on(7, 1),
    "jour_des_femmes": _on(3, 8),
    "paques": _from_easter(0),
    "lundi_de_paques": _from_easter(1),
    "vendredi_saint": _from_easter(-2),
    "patriotes": _weekday(_MONDAY, 5, 18),
    "fete_des_meres": _weekday(_SUNDAY, 5, 8),
    "fete_des_peres": _weekday(_SUNDAY, 6, 15),
    "fete_du_travail": _weekday(_MONDAY, 9, 1),
    "action_de_grace": _weekday(_MONDAY, 10, 8),
}
