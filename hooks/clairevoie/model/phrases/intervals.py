"""French words that say from when to when: « Janvier à mars 2009 », « du 3 au 5 mai 2010 », « 2008-2011 ».

Goes in: a folded phrase. Comes out: a `Span`, None if the phrase says something else, or a `PhraseError`
if it says something impossible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clairevoie.model.phrases.dates import named
from clairevoie.model.phrases.folding import Folded
from clairevoie.model.phrases.lexicon import ANNEE, JOUR, UN_MOIS, UNE_SAISON
from clairevoie.model.phrases.moments import Moment, Span, span

_END = rf"(?:(?:{JOUR} )?{UN_MOIS}(?: {ANNEE})?|{UNE_SAISON}(?: {ANNEE})?|{ANNEE}|{JOUR})(?![a-z0-9])"
_INTERVAL = re.compile(
    rf"(?P<ouvre>\()?(?:(?P<entre>entre )|de |du |d')?(?:le |l')?(?P<debut>{_END})"
    rf"(?: a | au | a l'|(?P<et> et (?:le |l')?)|(?P<tiret> ?- ?))(?P<fin>{_END})(?(ouvre)\))"
)
_PARTS = re.compile(
    rf"(?:(?P<jour>{JOUR})(?: |$))?(?:(?P<part>{UN_MOIS}|{UNE_SAISON})(?: |$))?(?P<annee>{ANNEE})?"
)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an interval, as written."""

    texte: str
    day: str | None
    part: str | None
    year: str | None


def interval(phrase: Folded) -> Span | None:
    """From when to when, if that is all the phrase says. Raises DAT-01, DAT-03 or DAT-06."""
    found = _INTERVAL.fullmatch(phrase.plain)
    if found is None or (found["et"] and not found["entre"]):
        return None
    end = _end(phrase.cut(*found.span("fin")))
    first, last = _moment(_completed(_end(phrase.cut(*found.span("debut"))), end)), _moment(end)
    if first is None or last is None:
        return None
    # A hyphen joins like with like: « Hiver 2009-2010 » and « mars 2009-2010 » name no interval.
    if found["tiret"] and first.type != last.type:
        return None
    return span(first, last, brut=phrase.texte)


def _end(piece: Folded) -> _End:
    found = _PARTS.fullmatch(piece.plain)
    return _End(piece.texte, *(found.group("jour", "part", "annee") if found else (None, None, None)))


def _completed(first: _End, last: _End) -> _End:
    """The first end, with the year, or the month and year, that it leaves to the last."""
    if first.year or not last.part:
        return first
    if first.part:
        return replace(first, year=last.year)
    return replace(first, part=last.part, year=last.year) if last.day else first


def _moment(end: _End) -> Moment | None:
    if end.year is None or (end.day and not end.part):
        return None
    return named(end.day, end.part, end.year, brut=end.texte)
