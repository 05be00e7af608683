"""A moment inside a French sentence: its words, with the article that its precision asks for.

Goes in: a date of the model, or an EDTF value. Comes out: « au 3 mai 2027 » but « en mai 2027 », « à la fin de juin
2027 », « de 2026 à 2028 ». No other file puts « le », « au », « du », « depuis » or « jusqu'au » before a date. What
has no value is said as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from clairevoie.model.phrases import ReadDeadline, say_date

Moment = ReadDeadline | str

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Seasons and trimesters are named by words that take an article; months and years take none.
_NAMED = re.compile(r"\d{4}-(?:2[1-4]|3[3-6])")
_VOWELS = ("a", "é", "h", "o")
_ABOUT = "~"
_OPEN = ".."
# A part of a moment: alone, and with its article.
_PARTS = {"debut": ("début", "le début"), "milieu": ("mi-", "la mi-"), "fin": ("fin", "la fin")}


def is_unread(lue: ReadDeadline) -> bool:
    """Whether the words may say when, without the site knowing."""
    return lue.type == "texte" or lue.question is not None


def day(jour: Moment) -> str:
    """The moment alone: « 3 mai 2027 », « mai 2027 », « fin juin 2027 », whatever the way it was typed."""
    if isinstance(jour, ReadDeadline) and jour.edtf and jour.edtf.endswith(_ABOUT) and not jour.precision:
        return moment(jour.edtf)
    return _said(jour, moment, lambda part, edtf: _joined(_PARTS[part][0], say_date(edtf)))


def moment(edtf: str) -> str:
    """A value that stands alone in a list: « printemps 2009 », « de 2008 à 2011 »."""
    said = say_date(edtf)
    return f"de {said}" if "/" in edtf and said[0].isdigit() else said


def hour(heure: str) -> str:
    """19:00 → « 19 h », 19:30 → « 19 h 30 »."""
    hours, _, minutes = heure.partition(":")
    return f"{int(hours)}\u00a0h" if minutes == "00" else f"{int(hours)}\u00a0h\u00a0{minutes}"


def between(heure: str, heure_fin: str | None = None) -> str:
    """« à 19 h », « de 16 h à 20 h »."""
    return f"de {hour(heure)} à {hour(heure_fin)}" if heure_fin else f"à {hour(heure)}"


def on(jour: Moment) -> str:
    """When something happened: « le 3 mai 2027 », « en mai 2027 », « à l'automne 2027 », « de 2026 à 2028 »."""
    return _said(jour, lambda edtf: _placed(edtf, "le"), lambda part, edtf: _at(_part_of(part, edtf)))


def as_of(jour: Moment) -> str:
    """The day that a statement holds for: « au 3 mai 2027 », « en mai 2027 », « à l'automne 2027 »."""
    return _said(jour, lambda edtf: _placed(edtf, "au"), lambda part, edtf: _at(_part_of(part, edtf)))


def of(jour: Moment) -> str:
    """After a noun: « du 2 juin 2010 », « d'avril 2010 », « de 2010 », « de l'automne 2010 »."""
    return _said(jour, _of, lambda part, edtf: _from(_part_of(part, edtf)))


def since(jour: Moment) -> str:
    """From a moment on: « depuis le 3 mai 2027 », « depuis mai 2027 », « depuis l'automne 2027 »."""
    return _said(jour, _since, lambda part, edtf: f"depuis {_part_of(part, edtf)}")


def starting(jour: Moment) -> str:
    """From a moment on, not come yet or long past: « à partir du 3 mai 2027 », « à partir d'août 2027 »."""
    return _said(jour, _starting, lambda part, edtf: f"à partir {_from(_part_of(part, edtf))}")


def until(jour: Moment) -> str:
    """Up to a moment: « jusqu'au 30 juin 2025 », « jusqu'en juin 2025 », « jusqu'à l'automne 2025 »."""
    return _said(jour, _until, lambda part, edtf: f"jusqu'{_at(_part_of(part, edtf))}")


def opening(edtf: str) -> str:
    """The value that opens a moment: « depuis 2019 » is read as an interval without an end."""
    return next(part for part in edtf.split("/") if part != _OPEN)


def closing(edtf: str) -> str:
    """The value that closes a moment: « jusqu'au 30 juin 2025 » is read as an interval without a start."""
    return next(part for part in reversed(edtf.split("/")) if part != _OPEN)


def _said(jour: Moment, say: Callable[[str], str], say_part: Callable[[str, str], str]) -> str:
    """What `say` makes of the value, with its part and « environ » where the reading has them."""
    if isinstance(jour, str):
        return say(jour)
    if jour.edtf is None:
        return jour.texte
    edtf = jour.edtf.removesuffix(_ABOUT)
    said = say_part(jour.precision, edtf) if jour.precision and "/" not in edtf else say(edtf)
    return f"{said} environ" if jour.approximatif or edtf != jour.edtf else said


def _placed(edtf: str, before_a_day: str) -> str:
    if "/" in edtf or edtf.endswith(_ABOUT):
        return moment(edtf)
    said = _with_article(edtf)
    if _DAY.fullmatch(edtf):
        return f"{before_a_day} {say_date(edtf)}"
    return _at(said) if _NAMED.fullmatch(edtf) else f"en {said}"


def _of(edtf: str) -> str:
    return moment(edtf) if "/" in edtf else _from(_with_article(edtf))


def _since(edtf: str) -> str:
    first = edtf.partition("/")[0]
    return moment(edtf) if first == _OPEN else f"depuis {_with_article(first)}"


def _starting(edtf: str) -> str:
    first = edtf.partition("/")[0]
    return moment(edtf) if first == _OPEN else f"à partir {_from(_with_article(first))}"


def _until(edtf: str) -> str:
    last = edtf.rpartition("/")[2]
    if last == _OPEN:
        return moment(edtf)
    said = _with_article(last)
    return f"jusqu'{_at(said)}" if _DAY.fullmatch(last) or _NAMED.fullmatch(last) else f"jusqu'en {said}"


def _with_article(edtf: str) -> str:
    """« le 3 mai 2027 », « l'automne 2027 », « mai 2027 »."""
    said = say_date(edtf)
    if not (_DAY.fullmatch(edtf) or _NAMED.fullmatch(edtf)):
        return said
    return f"l'{said}" if _NAMED.fullmatch(edtf) and said.startswith(_VOWELS) else f"le {said}"


def _part_of(part: str, edtf: str) -> str:
    """« la fin de juin 2027 », « la mi-mai 2027 », « le début de l'automne 2027 »."""
    named = _PARTS[part][1]
    return f"{named}{say_date(edtf)}" if named.endswith("-") else f"{named} {_of(edtf)}"


def _joined(part: str, said: str) -> str:
    return f"{part}{said}" if part.endswith("-") else f"{part} {said}"


def _at(said: str) -> str:
    """« le printemps » → « au printemps », « la fin » → « à la fin »."""
    return f"au {said.removeprefix('le ')}" if said.startswith("le ") else f"à {said}"


def _from(said: str) -> str:
    """« le printemps » → « du printemps », « août » → « d'août »."""
    if said.startswith("le "):
        return f"du {said.removeprefix('le ')}"
    return f"d'{said}" if said.startswith(_VOWELS) else f"de {said}"
