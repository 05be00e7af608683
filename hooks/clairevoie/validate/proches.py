"""Phrases that the site reads, close to one that it does not: what an editor may copy instead.

Goes in: what was typed. Comes out: two phrases of the same kind, with the day, the month, the year or the number that
were recognised in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from clairevoie.model.folding import fold
from clairevoie.model.mots import mot
from clairevoie.model.phrases import PhraseError, read_deadlines, read_duration, read_frequency
from clairevoie.model.phrases.lexicon import NOMS
from clairevoie.model.quand import is_unread

_NAMES = {fold(name): name for name in NOMS.values()}
_UNITS = ("semaine", "mois", "trimestre", "annee")
_YEAR = re.compile(r"[12]\d{3}")
_SMALL = re.compile(r"\d{1,2}")
# The year of an example where none was typed.
_ANY_YEAR = "2027"

Pair = tuple[str, str]


def near_date(typed: str) -> Pair:
    """« 31 mars 2027 », « mars 2027 » for « le 31 de marz 2027 »."""
    return _two(_dates(typed), lambda phrase: not any(map(is_unread, read_deadlines(phrase))))


def near_frequency(typed: str) -> Pair:
    """« 4 rencontres par année », « chaque année » for « environ 4 par an, mettons »."""
    return _two(_frequencies(typed), lambda phrase: read_frequency(phrase).type != "texte")


def near_duration(typed: str) -> Pair:
    """« 18 mois », « un horizon de 18 mois » for « 18 mois à peu près »."""
    return _two(_durations(typed), lambda phrase: read_duration(phrase).type != "texte")


def _two(phrases: Iterable[str], is_read: Callable[[str], bool]) -> Pair:
    first, second, *_ = dict.fromkeys(phrase for phrase in phrases if _holds(is_read, phrase))
    return first, second


def _holds(is_read: Callable[[str], bool], phrase: str) -> bool:
    try:
        return is_read(phrase)
    except PhraseError:
        return False


def _dates(typed: str) -> Iterator[str]:
    words = fold(typed).split()
    year = next((word for word in words if _YEAR.fullmatch(word)), None)
    name = _close(words, _NAMES)
    when = year or _ANY_YEAR
    if name:
        yield from (f"{day} {_NAMES[name]} {when}" for day in words if _SMALL.fullmatch(day))
        yield from (f"{_NAMES[name]} {when}", f"fin {_NAMES[name]} {when}", f"d'ici {_NAMES[name]} {when}")
    if year:
        yield from (f"d'ici la fin de {year}", year)
    yield from (f"automne {when}", "à déterminer", "en continu")


def _frequencies(typed: str) -> Iterator[str]:
    words = fold(typed).split()
    unit = mot(_close(words, _UNITS) or ("annee" if "an" in words or "ans" in words else "mois"))
    count = next((word for word in words if _SMALL.fullmatch(word) and int(word) > 1), "4")
    yield from (f"{count} rencontres par {unit}", f"une fois par {unit}", "chaque mois")


def _durations(typed: str) -> Iterator[str]:
    words = fold(typed).split()
    count = next((word for word in words if _SMALL.fullmatch(word) and int(word) > 1), "3")
    unit = "mois" if "mois" in words else "ans"
    yield from (f"{count} {unit}", f"sur {count} {unit}", "18 mois", "3 ans")


def _close(words: Iterable[str], names: Iterable[str]) -> str | None:
    """The name that one of the words is, or nearly is; « être » is not « été »."""
    known = list(names)
    long = [name for name in known if len(name) > len("ete")]
    found = ([word] if word in known else get_close_matches(word, long, 1, 0.75) for word in words)
    return next((near[0] for near in found if near), None)
