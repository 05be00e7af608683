"""How many meetings of a comité are recorded, and how many its frequency foresees in the same year.

Goes in: a comité and the events where it meets. Comes out: counts; nothing says whether a meeting took place, and
where the frequency gives no number for a year, none is worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clairevoie.derive.recurrence import occurrences, rule_of
from clairevoie.model.comites import Comite
from clairevoie.model.days import extent
from clairevoie.model.evenements import Evenement
from clairevoie.model.folding import fold
from clairevoie.model.phrases import ReadFrequency
from clairevoie.model.rencontres import limits, spans

# The events that are meetings of a comité; what else brings people together is not what its frequency counts.
_MEETINGS = frozenset({"rencontre", "assemblee"})
# How many units there are in a year.
_IN_A_YEAR = {"annee": 1, "trimestre": 4, "mois": 12}


@dataclass(frozen=True, slots=True)
class RencontresInscrites:
    """`nombre` in all; of them, `dans_l_annee` in `annee`, for which from `min` to `max` are foreseen.

    `annee` is None where no year is known; `min` and `max` are None where the frequency gives no number for it.
    """

    nombre: int
    annee: int | None = None
    dans_l_annee: int = 0
    min: int | None = None
    max: int | None = None

    @property
    def prevues(self) -> bool:
        """Whether the frequency says how many are foreseen that year."""
        return (self.min, self.max) != (None, None)


def recorded(
    comite: Comite, evenements: Iterable[Evenement], annee: int, *, stale: bool
) -> RencontresInscrites | None:
    """The meetings recorded for a comité; None when none is.

    The year told is the latest up to `annee`, that of today, or else the first. `stale` is whether the day that
    the record of the comité speaks of is unknown or long past.
    """
    found = [one for one in evenements if _is_recorded(one)]
    if not found:
        return None
    years: Counter[int] = Counter()
    for one in found:
        for year in _years(one):
            years[year] += int(one.nombre or 1)
    total = sum(int(one.nombre or max(1, len(_days(one)))) for one in found)
    if not years:
        return RencontresInscrites(total)
    year = max((one for one in years if one <= annee), default=min(years))
    low, high = _foreseen(comite, year, stale) or (None, None)
    return RencontresInscrites(total, year, years[year], low, high)


def _is_recorded(evenement: Evenement) -> bool:
    is_one = evenement.recurrence is None and evenement.statut != "annulee"
    return is_one and evenement.type in _MEETINGS


def _days(evenement: Evenement) -> tuple[tuple[date, date], ...]:
    """The dates of a meeting; one for a choice between several."""
    lues = evenement.date.lues if evenement.date else ()
    return (
        spans(evenement)[:1] if evenement.nombre or any(lue.alternative for lue in lues) else spans(evenement)
    )


def _years(evenement: Evenement) -> Iterator[int]:
    """The year of each date of a meeting, when it stands in one year."""
    for first, last in _days(evenement):
        if first.year == last.year:
            yield first.year


def _foreseen(comite: Comite, year: int, stale: bool) -> tuple[int | None, int | None] | None:
    """How many meetings the frequency of a comité gives for a whole year; None when it gives no number for it."""
    told = [one.lue for one in comite.frequence if fold(one.objet or "rencontres") == "rencontres"]
    if len(told) != 1 or not _holds(comite, told[0], year, stale):
        return None
    return _on_days(comite, told[0], year) or _by_unit(told[0])


def _holds(comite: Comite, lue: ReadFrequency, year: int, stale: bool) -> bool:
    """Whether what is said of how often a comité meets is said of that year."""
    first, last = limits(comite, lue)
    if (first and first > date(year, 1, 1)) or (last and last < date(year, 12, 31)):
        return False
    told = comite.etat_au.edtf if comite.etat_au else None
    return not (told and stale and year > extent(told)[1].year)


def _on_days(comite: Comite, lue: ReadFrequency, year: int) -> tuple[int, int] | None:
    """How many days of that year a rule falls on: « chaque premier mardi du mois, sauf juillet »."""
    regle = rule_of(lue)
    if regle is None:
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    debut, _ = limits(comite, lue)
    days = sum(1 for _ in occurrences(regle, first, debut=debut, fin=last))
    return (days, days) if days else None


def _by_unit(lue: ReadFrequency) -> tuple[int | None, int | None] | None:
    """« 4 à 6 fois par année » as it is, « 1 fois par mois » twelve times, less the months left out."""
    whole = lue.type == "frequence" and lue.par in _IN_A_YEAR and not lue.approximatif
    if not whole or lue.portee or lue.limite or lue.saison or lue.periode or lue.sauf_feries:
        return None
    units, rest = divmod(_IN_A_YEAR[lue.par or ""], lue.pas)
    if rest or not units:
        return None
    if lue.mois or lue.sauf:
        if lue.par != "mois" or lue.pas != 1:
            return None
        units = len(lue.mois) or units - len(lue.sauf)
    low, high = (None if n is None else n * units for n in (lue.min, lue.max))
    return (low, high) if (low, high) != (None, None) else None
