"""French words that name one moment, or several in a row; and the fields that hold one plain date.

Goes in: a phrase. Comes out: moments, None if the phrase says something else, or a `PhraseError` if it
says something impossible.
"""

from __future__ import annotations

import re
from functools import lru_cache

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.folding import REMEMBERED, Folded
from clairevoie.model.phrases.lexicon import ANNEE, JOUR, NOMS, UN_MOIS, UNE_SAISON, part
from clairevoie.model.phrases.moments import Moment, moment
from clairevoie.model.phrases.readings import ReadDate
from clairevoie.model.phrases.settings import SANS_CONTEXTE, Contexte

_DAY = re.compile(rf"(?:(?:(?P<jour>{JOUR}) )?(?P<part>{UN_MOIS}) )?(?P<annee>{ANNEE})")
_MOMENT = re.compile(
    rf"(?:le (?={JOUR} )|en (?!{JOUR} )|(?:a l'|l'|au )(?={UNE_SAISON}))?"
    rf"(?P<dit>(?:(?:(?P<jour>{JOUR}) )?(?P<mois>{UN_MOIS}) |(?P<saison>{UNE_SAISON}) )?(?P<annee>{ANNEE}))"
)
# A bare year after a mere space might belong to the date before it.
_BETWEEN = re.compile(rf" ?[,;] ?(?:et )?| et | (?!{ANNEE})")
_ISO = re.compile(r"([12][0-9]{3})-([0-9]{2})(?:-([0-9]{2}))?")
_YEAR_AND_NUMBER = re.compile(r"([12][0-9]{3}) ?- ?([0-9]{2})")
_PRECISIONS = {"date": "jour", "mois": "mois", "annee": "annee"}


@lru_cache(maxsize=REMEMBERED)
def read_date(text: str, *, contexte: Contexte = SANS_CONTEXTE) -> ReadDate:  # noqa: ARG001
    """Read the one date of a `date` field: « 31 mars 2009 », « mars 2009 », « 2009 », or the same in ISO.

    `2009-03` is March 2009. `2009-10` is refused here as it is in a deadline: some write it for
    2009-2010, and a month that nobody meant would be published.
    Raises DAT-01 (no such day), DAT-02 (not a date), DAT-05 (`2009-10`).
    """
    phrase = Folded.of(text)
    notation = iso_date(phrase)
    if notation is not None:
        return ReadDate(notation.words, notation.edtf, _PRECISIONS[notation.type])
    found = _DAY.fullmatch(phrase.plain)
    if found is None:
        raise PhraseError("DAT-02", brut=phrase.source)
    read = named(found["jour"], found["part"], found["annee"], brut=phrase.texte)
    return ReadDate(phrase.texte, read.edtf, _PRECISIONS[read.type])


def iso_date(phrase: Folded) -> Moment | None:
    """The day or month that an ISO date names. Raises DAT-01, or DAT-05 for `2009-10`."""
    pair = _YEAR_AND_NUMBER.fullmatch(phrase.plain)
    if pair:
        _refuse_ambiguous(int(pair[1]), int(pair[2]), phrase.texte)
    found = _ISO.fullmatch(phrase.plain)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    if found[3] is None and not 1 <= month <= 12:
        return None
    return moment(year, month, int(found[3]) if found[3] else None, brut=phrase.texte)


def moments(phrase: Folded) -> list[tuple[Folded, Moment]] | None:
    """The dates that make up the whole phrase, each with its piece of it. Raises DAT-01."""
    read: list[tuple[Folded, Moment]] = []
    place = 0
    while found := _MOMENT.match(phrase.plain, place):
        brut = phrase.cut(*found.span("dit")).texte
        one = named(found["jour"], found["mois"] or found["saison"], found["annee"], brut)
        read.append((phrase.cut(*found.span()), one))
        if found.end() == len(phrase.plain):
            return read
        between = _BETWEEN.match(phrase.plain, found.end())
        if between is None:
            return None
        place = between.end()
    return None


def named(day: str | None, month: str | None, year: str, brut: str) -> Moment:
    """The moment of these words. Raises DAT-01, telling `brut`."""
    number = int(day.removesuffix("er")) if day else None
    return moment(int(year), part(month) if month else None, number, brut)


def _refuse_ambiguous(year: int, number: int, brut: str) -> None:
    if year % 100 < number <= 12:
        period = f"{year}-{year - year % 100 + number}"
        raise PhraseError("DAT-05", brut=brut, mois=f"{NOMS[number]} {year}", periode=period)
