"""Days that readings stand for: to sort them, and to know what is over.

`bounds` says where a value stands: « d'ici juin 2027 » at its limit, « à partir de mars 2027 » at its beginning.
"""

from __future__ import annotations

from datetime import date

from clairevoie.model.phrases import ReadDeadline, bounds

_OPEN = ".."


def first_day(jour: ReadDeadline) -> date:
    """The first day of a reading; what has no value comes before everything."""
    return bounds(jour.edtf)[0] if jour.edtf else date.min


def last_day(jour: ReadDeadline) -> date:
    """Its last day; what has no value is long over."""
    return bounds(jour.edtf)[1] if jour.edtf else date.min


def extent(edtf: str) -> tuple[date, date]:
    """The first and last day that a value covers: an open end goes on for ever."""
    start, _, end = edtf.partition("/")
    first, last = bounds(edtf)
    return date.min if start == _OPEN else first, date.max if end == _OPEN else last
