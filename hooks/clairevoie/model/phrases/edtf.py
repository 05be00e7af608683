"""The notation of machines (EDTF, levels 0 and 1 as far as the site uses them), read and said.

Goes in: `2009`, `2009-03`, `2009-03-31`, `2009-21` (a season) or two of them around « / ».
Comes out: a `Span`, its type, its place in time, its French words; or a `PhraseError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.folding import REMEMBERED
from clairevoie.model.phrases.moments import Moment, Span, moment, span

_MOMENT = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A machine value typed by a person: its type (`date`, `mois`, `saison`, `annee`, `intervalle`)."""

    type: str
    edtf: str


def read_deadline_value(edtf: str) -> ReadValue:
    """Check a value typed in place of the reading of a phrase.

    `2009-10` is October 2009 here: the notation has one meaning. Raises DAT-01 (no such day), DAT-02
    (not the notation), DAT-03 (ends before it starts), DAT-06 (an interval bounded by a season).
    """
    read = read_edtf(edtf)
    return ReadValue(read.type, read.edtf)


@lru_cache(maxsize=REMEMBERED)
def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a value, to sort by; of a season, by the site's convention. Raises as above."""
    return read_edtf(edtf).bounds


@lru_cache(maxsize=REMEMBERED)
def say_date(edtf: str) -> str:
    """A value in French words: « 1er mars 2009 », « de janvier à mars 2009 ». Raises as above."""
    return read_edtf(edtf).words


@lru_cache(maxsize=REMEMBERED)
def read_edtf(edtf: str) -> Span:
    """The moments that a value names. Raises as above."""
    first, slash, last = edtf.strip().partition("/")
    if not slash:
        return Span(_moment(first, first))
    return span(_moment(first, edtf), _moment(last, edtf), brut=edtf.strip())


def _moment(written: str, brut: str) -> Moment:
    found = _MOMENT.fullmatch(written)
    if found is None:
        raise PhraseError("DAT-02", brut=brut)
    year, part, day = (None if group is None else int(group) for group in found.groups())
    if day is None and part is not None and not (1 <= part <= 12 or 21 <= part <= 24):
        raise PhraseError("DAT-02", brut=brut)
    return moment(year or 0, part, day, brut=written)
