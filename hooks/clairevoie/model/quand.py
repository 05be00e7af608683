"""A moment inside a French sentence: its words, with the article that its precision asks for.

Goes in: a date of the model, or an EDTF value. Comes out: « au 3 mai 2027 » but « en mai 2027 », « à l'automne 2027 »,
« de 2026 à 2028 », « d'ici juin 2027 ». No other file puts « le », « au », « du », « depuis » or « jusqu'au » before
a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from clairevoie.model.phrases import ReadDate, say_date

Moment = ReadDate | str

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Seasons and trimesters are named by words that take an article; months and years take none.
_NAMED = re.compile(r"\d{4}-(?:2[1-4]|3[3-6])")
_VOWELS = ("a", "é", "h", "o")
_ABOUT = "~"
_OPEN = ".."


def day(jour: Moment) -> str:
    """The moment alone: « 3 mai 2027 », « mai 2027 », whatever the way it was typed."""
    return say_date(_edtf(jour))


def moment(edtf: str) -> str:
    """A value that stands alone in a list: « printemps 2009 », « de 2008 à 2011 »."""
    said = say_date(edtf)
    return f"de {said}" if "/" in edtf and said[0].isdigit() else said


def on(jour: Moment) -> str:
    """When something happened: « le 3 mai 2027 », « en mai 2027 », « à l'automne 2027 », « de 2026 à 2028 »."""
    return _placed(_edtf(jour), "le")


def as_of(jour: Moment) -> str:
    """The day that a statement holds for: « au 3 mai 2027 », « en mai 2027 », « à l'automne 2027 »."""
    return _placed(_edtf(jour), "au")


def of(jour: Moment) -> str:
    """After a noun: « du 2 juin 2010 », « d'avril 2010 », « de 2010 », « de l'automne 2010 »."""
    edtf = _edtf(jour)
    if "/" in edtf:
        return moment(edtf)
    return _about(edtf, _of)


def since(jour: Moment) -> str:
    """From a moment on: « depuis le 3 mai 2027 », « depuis mai 2027 », « depuis l'automne 2027 »."""
    first = _edtf(jour).partition("/")[0]
    if first == _OPEN:
        return moment(_edtf(jour))
    return _about(first, lambda edtf: f"depuis {_with_article(edtf)}")


def starting(jour: Moment) -> str:
    """From a moment on, not come yet or long past: « à partir du 3 mai 2027 », « à partir d'août 2027 »."""
    first = _edtf(jour).partition("/")[0]
    return moment(_edtf(jour)) if first == _OPEN else f"à partir {of(first)}"


def until(jour: Moment) -> str:
    """Up to a moment: « jusqu'au 30 juin 2025 », « jusqu'en juin 2025 », « jusqu'à l'automne 2025 »."""
    last = _edtf(jour).rpartition("/")[2]
    if last == _OPEN:
        return moment(_edtf(jour))
    return _about(last, _until)


def opening(jour: Moment) -> str:
    """The value that opens a moment: « depuis 2019 » is read as an interval without an end."""
    return next(part for part in _edtf(jour).split("/") if part != _OPEN)


def closing(jour: Moment) -> str:
    """The value that closes a moment: « jusqu'au 30 juin 2025 » is read as an interval without a start."""
    return next(part for part in reversed(_edtf(jour).split("/")) if part != _OPEN)


def _edtf(jour: Moment) -> str:
    return jour if isinstance(jour, str) else jour.edtf


@lru_cache(maxsize=4096)
def _placed(edtf: str, before_a_day: str) -> str:
    if "/" in edtf or edtf.endswith(_ABOUT):
        return moment(edtf)
    said = say_date(edtf)
    if _DAY.fullmatch(edtf):
        return f"{before_a_day} {said}"
    return _at(said) if _NAMED.fullmatch(edtf) else f"en {said}"


def _about(edtf: str, say: Callable[[str], str]) -> str:
    """The same of a moment that is only near."""
    said = say(edtf.removesuffix(_ABOUT))
    return f"{said} environ" if edtf.endswith(_ABOUT) else said


def _of(edtf: str) -> str:
    said = say_date(edtf)
    if _DAY.fullmatch(edtf):
        return f"du {said}"
    if _NAMED.fullmatch(edtf):
        return f"de l'{said}" if said.startswith(_VOWELS) else f"du {said}"
    return f"d'{said}" if said.startswith(_VOWELS) else f"de {said}"


def _until(edtf: str) -> str:
    said = say_date(edtf)
    if _DAY.fullmatch(edtf):
        return f"jusqu'au {said}"
    return f"jusqu'{_at(said)}" if _NAMED.fullmatch(edtf) else f"jusqu'en {said}"


def _at(said: str) -> str:
    return f"à l'{said}" if said.startswith(_VOWELS) else f"au {said}"


def _with_article(edtf: str) -> str:
    said = say_date(edtf)
    if not (_DAY.fullmatch(edtf) or _NAMED.fullmatch(edtf)):
        return said
    return f"l'{said}" if said.startswith(_VOWELS) else f"le {said}"
