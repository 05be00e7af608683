"""Moments and spans in French words, which the grammar reads back as the same value."""

from __future__ import annotations

from clairevoie.model.phrases.lexicon import NOMS
from clairevoie.model.phrases.moments import Moment, Span, Value

_VOWELS = ("a", "o")  # the first letters of months that elide « de »


def say(value: Value) -> str:
    """« 1er mars 2009 », « de janvier à mars 2009 », « jusqu'en 2030 », « à partir de l'automne 2026 »."""
    if isinstance(value, Moment):
        return f"vers {_the(value)}" if value.vers else _whole(value)
    if value.first and value.last:
        return _from_to(value.first, value.last)
    return f"à partir {_of(value.first)}" if value.first else f"jusqu'{_at(value)}"


def say_day(day: Moment) -> str:
    """A day or a month without its year: « 1er mars »."""
    number = {None: "", 1: "1er "}.get(day.day, f"{day.day} ")
    return number + NOMS[day.part] if day.part else ""


def say_length(count: int, unit: str) -> str:
    """« 3 ans », « 1 semaine »."""
    name = {"annee": "an"}.get(unit, unit)
    return f"{count} {name}" if count == 1 or name == "mois" else f"{count} {name}s"


def _whole(moment: Moment) -> str:
    return f"{say_day(moment)} {moment.year}".lstrip()


def _the(moment: Moment) -> str:
    """« le 3 mai 2027 », « l'été 2027 », « mars 2027 »."""
    if moment.type in ("date", "trimestre") or moment.part == 21:
        return f"le {_whole(moment)}"
    return f"l'{_whole(moment)}" if moment.type == "saison" else _whole(moment)


def _of(moment: Moment) -> str:
    """« du 3 mai 2027 », « de l'été 2027 », « d'avril 2027 », « de 2027 »."""
    the = _the(moment)
    if the.startswith("le "):
        return f"du {the[3:]}"
    return f"d'{the}" if moment.type == "mois" and the.startswith(_VOWELS) else f"de {the}"


def _at(span: Span) -> str:
    """« au 3 mai 2027 », « à l'été 2027 », « en mai 2027 »."""
    assert span.last is not None
    the = _the(span.last)
    if the.startswith("le "):
        return f"au {the[3:]}"
    return f"à {the}" if the.startswith("l'") else f"en {the}"


def _from_to(first: Moment, last: Moment) -> str:
    if first.type == last.type == "annee":
        return f"{first.year} à {last.year}"
    before = _said_before(first, last)
    opening = f"du {before}" if first.day else f"d'{before}" if before.startswith(_VOWELS) else f"de {before}"
    return f"{opening} {'au' if last.day else 'à'} {_whole(last)}"


def _said_before(first: Moment, last: Moment) -> str:
    """The words of `first`, without what `last` is going to say."""
    if first.type != last.type or first.year != last.year:
        return _whole(first)
    if first.day is None or first.part != last.part:
        return say_day(first)
    return "1er" if first.day == 1 else f"{first.day}"
