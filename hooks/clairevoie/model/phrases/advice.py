"""What to write instead of a phrase that nobody reads: two phrases that are read, close to what was typed.

Nothing is put in the mouth of the source: only the day, the month, the year and the length that it names come
back, never a number that could count something else.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from clairevoie.model.phrases.lexicon import JOURS, NOMS, month, number, season, unit
from clairevoie.model.phrases.saying import say_length
from clairevoie.model.phrases.tokens import Word, Words

Genre = Literal["echeance", "frequence", "duree"]


def near(phrase: str, genre: Genre) -> tuple[str, str]:
    """Two phrases of that kind, ready to be adapted."""
    words = Words.of(phrase).words
    return {"echeance": _deadlines, "frequence": _frequencies, "duree": _durations}[genre](words)


def _deadlines(words: tuple[Word, ...]) -> tuple[str, str]:
    years, months, seasons = (_named(words, kind) for kind in ("ANNEE", "MOIS", "SAISON"))
    year = years[-1].plain if years else "2027"
    if months:
        said = f"{NOMS[month(months[-1].plain)]} {year}"
        before = words[words.index(months[-1]) - 1]
        if "N" in before.kinds and 1 <= int(before.plain) <= 28:
            return f"{int(before.plain)} {said}", f"avant le {int(before.plain)} {said}"
        return said, f"fin {said}"
    if seasons:
        said = f"{NOMS[season(seasons[-1].plain)]} {year}"
        return said, f"fin {said}"
    return (year, f"fin {year}") if years else ("automne 2027", "court terme")


def _frequencies(words: tuple[Word, ...]) -> tuple[str, str]:
    named = _named(words, "JOUR")
    day = next((one for one in JOURS if named and named[-1].plain.startswith(one)), None)
    return (f"tous les {day}s", f"premier {day} du mois") if day else ("4 rencontres par année", "mensuel")


def _durations(words: tuple[Word, ...]) -> tuple[str, str]:
    for count, name in pairwise(words):
        if "NOMBRE" in count.kinds and "UNITE" in name.kinds and number(count.plain):
            said = say_length(number(count.plain), unit(name.plain))
            return said, f"environ {said}"
    return "24 mois", "environ trois ans"


def _named(words: tuple[Word, ...], kind: str) -> list[Word]:
    return [word for word in words if kind in word.kinds]
