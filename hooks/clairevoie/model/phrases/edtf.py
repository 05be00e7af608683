"""The notation of machines (EDTF, levels 0 and 1 as far as the site uses them), read and said.

Goes in: `2009`, `2009-03`, `2009-03-31`, `2009-21` (a season), `2009-33` (a quarter), « about » with a final `~`, or
two of them around « / », of which one may be `..`. Comes out: a value, its type, its place in time, its French
words; or a `PhraseError`. A season that bounds an open interval (`2026-23/..`) is an extension of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from clairevoie.model.phrases.checked import bound, moment, span
from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.moments import Moment, Span, Value
from clairevoie.model.phrases.saying import say
from clairevoie.model.phrases.tokens import REMEMBERED

_MOMENT = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_PARTS = frozenset((*range(1, 13), *range(21, 25), *range(33, 37)))
_OPEN = ".."


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A machine value typed by a person, and its type, one of those of a dated `ReadDeadline`."""

    type: str
    edtf: str


def read_deadline_value(edtf: str) -> ReadValue:
    """Check a value typed in place of the reading of a phrase.

    `2009-10` is October 2009 here: the notation has one meaning. Raises DAT-01 (no such day), DAT-02
    (not the notation), DAT-03 (ends before it starts), DAT-06 (a closed interval bounded by a season).
    """
    read = read_edtf(edtf)
    return ReadValue(read.type, read.edtf)


@lru_cache(maxsize=REMEMBERED)
def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a value, to sort by; of a season, by the site's convention; of an open interval, those
    of the end that it names. Raises as above."""
    return read_edtf(edtf).bounds


@lru_cache(maxsize=REMEMBERED)
def say_date(edtf: str) -> str:
    """A value in French words: « 1er mars 2009 », « de janvier à mars 2009 ». Raises as above."""
    return say(read_edtf(edtf))


@lru_cache(maxsize=REMEMBERED)
def read_edtf(edtf: str) -> Value:
    """The moments that a value names. Raises as above."""
    typed = edtf.strip()
    first, slash, last = typed.partition("/")
    if not slash:
        one = _moment(first.removesuffix("~"), typed)
        if first.endswith("~") and not one.may_be_about:
            raise PhraseError("DAT-02", brut=typed)
        return replace(one, vers=first.endswith("~"))
    if _OPEN in (first, last) and first != last:
        if first == _OPEN:
            return Span(None, bound(_moment(last, typed), 1))
        return Span(bound(_moment(first, typed), 0), None)
    return span(_moment(first, typed), _moment(last, typed), brut=typed)


def _moment(written: str, brut: str) -> Moment:
    found = _MOMENT.fullmatch(written)
    if found is None:
        raise PhraseError("DAT-02", brut=brut)
    year, part, day = (None if group is None else int(group) for group in found.groups())
    if day is None and part is not None and part not in _PARTS:
        raise PhraseError("DAT-02", brut=brut)
    return moment(year or 0, part, day, brut=written)
