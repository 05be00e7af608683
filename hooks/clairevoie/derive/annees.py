"""The years that deadlines and dates name, to file things by year: what names no year has none."""

from __future__ import annotations

from collections.abc import Iterable

from clairevoie.model.comites import Comite
from clairevoie.model.phrases import bounds
from clairevoie.model.temps import Echeance


def years(echeances: Iterable[Echeance]) -> tuple[int, ...]:
    """Every year that these deadlines touch, in order."""
    return _touched(lue.edtf for echeance in echeances for lue in echeance.lues if lue.edtf)


def years_of(comite: Comite) -> tuple[int, ...]:
    """The years from the beginning to the end of a comité; when one is unknown, only that of the other."""
    known = [day.edtf for day in (comite.debut, comite.fin) if day and day.edtf]
    touched = _touched(known)
    return tuple(range(touched[0], touched[-1] + 1)) if len(known) > 1 else touched


def _touched(values: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({year for value in values for year in _span(value)}))


def _span(edtf: str) -> range:
    first, last = bounds(edtf)
    return range(first.year, last.year + 1)
