"""A phrase as the words that the grammar compares.

Goes in: a text as typed. Comes out: `Words`. A word is folded (no accents, no capitals, straight apostrophes,
short dashes), knows where it stands in the text, and knows the classes of the lexicon that it belongs to;
spaces are nowhere, so « 1 er », « 19h00 » and « 21AVRIL2012 » are as good as spaced.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, islice, pairwise

from clairevoie.model.phrases.lexicon import (
    AVANT_SAINT,
    COLLES,
    DATES,
    HEURES,
    LIENS,
    LIMITES,
    LOCAUX,
    MOTS,
    NOMBRES,
    NUMEROTES,
    SE_CONJUGUENT,
    VOIES,
    classes,
)

# A few phrases, « Automne 2009 » and bare years, make most of what is typed: what they say is kept.
REMEMBERED = 8192
# Nobody says when in so many words: a longer text is left as it is, whatever it holds.
MOST_WORDS = 80
# How far after a number the month may be that it belongs to: « 4, 5, 6 et 7 juin ».
_NEAR = 20

# What stands between a thing and its number, and what ends a number.
_BEFORE_A_NUMBER = frozenset({"numero", "no", "n", "°", "#", ".", "n°"})
_ENDS = frozenset(",;:()")

_SAME = {
    **dict.fromkeys("’‘ʼ′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **{"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ᵉ": "e", "ʳ": "r"},
}
# A word folded, and where it stands.
_Found = tuple[str, int, int]
_WORD = re.compile(rf"(?:{COLLES})(?![a-z])|[^\W\d_]+'?|[0-9]+|[^\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word; it stands in the source from `start` to `end`. `kinds` are itself and its classes."""

    plain: str
    start: int
    end: int
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, or of a piece of it."""

    source: str
    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text as typed, less its final period."""
        words = cls.all(text)
        end = len(words.words)
        while end and words.words[end - 1].plain == ".":
            end -= 1
        return words.cut(0, end)

    @classmethod
    def all(cls, text: str) -> Words:
        """All the words of a text as typed."""
        source = unicodedata.normalize("NFC", text).strip()
        plain, places = _folded(source)
        found = [
            (word[0], places[word.start()], places[word.end() - 1] + 1)
            for word in islice(_WORD.finditer(plain), MOST_WORDS + 1)
        ]
        return cls(source, tuple(_classed(found)))

    @property
    def texte(self) -> str:
        """The words as typed."""
        return self.typed(0, len(self.words))

    @property
    def plain(self) -> str:
        """The words folded, one space between them."""
        return " ".join(word.plain for word in self.words)

    def typed(self, start: int, end: int) -> str:
        """The words from one to another, as typed."""
        return self.source[self.words[start].start : self.words[end - 1].end] if start < end else ""

    def cut(self, start: int, end: int | None = None) -> Words:
        """The piece from one word to another."""
        return Words(self.source, self.words[start:end])

    def has(self, kind: str) -> bool:
        """Whether one of the words is of that class."""
        return any(kind in word.kinds for word in self.words)


def labelled(phrase: Words) -> Iterator[tuple[str | None, Words]]:
    """The ways to read a phrase: « Libellé : … » with its label set apart, then the phrase whole.

    A label never holds a month or a year, a limit (« au plus tard : mars 2027 ») nor a number of meetings (« 4 fois
    par année : mars et juin »): it would be lost.
    """
    colons = [place for place, word in enumerate(phrase.words) if word.plain == ":"]
    if colons and 0 < colons[-1] < len(phrase.words) - 1:
        label = phrase.cut(0, colons[-1])
        counts = label.has("REUNION") and label.has("UNITE")
        if not (label.has("ANNEE") or label.has("MOIS_ENTIER") or label.plain in LIMITES or counts):
            yield label.texte, phrase.cut(colons[-1] + 1)
    yield None, phrase


def _folded(source: str) -> tuple[str, list[int]]:
    """The text folded, and where each of its letters stands in the source."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(source):
        for letter in _letters(character):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


def _letters(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf":  # soft hyphen, zero-width space, direction marks
        return ""
    same = _SAME.get(character)
    if same is not None:
        return same
    return "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)).lower()


def _classed(found: list[_Found]) -> Iterator[Word]:
    plains = [_elided(found, place) for place in range(len(found))]
    names = set(_names(found, plains))
    for place, (plain, (_, start, end)) in enumerate(zip(plains, found, strict=True)):
        kinds = _kinds(plain)
        if place in names or (plain == "saint" and plains[max(place - 1, 0)] in AVANT_SAINT):
            kinds = MOTS
        elif "SAISON" in kinds and (_follows_a_verb(plains, place) or _is_counted(plains, place)):
            kinds = kinds - {"SAISON"} | MOTS
        elif (plain == "-" and not _is_glued(found, place)) or _belongs_to_a_date(plains, place):
            kinds = kinds - MOTS
        yield Word(plain, start, end, kinds)


def _names(found: list[_Found], plains: list[str]) -> Iterator[int]:
    """Where numbers name a thing, a telephone or a house: « local 2027 », « 555-2027 », « 1850, rue Principale »."""
    for place, plain in enumerate(plains):
        after = place + 1
        is_room = plain != "local" or not place or plains[place - 1] in LOCAUX
        if plain in NUMEROTES and is_room:
            while after < len(plains) and plains[after] in _BEFORE_A_NUMBER:
                after += 1
            end = _end_of_run(found, after)
            run = range(after, end)
            if any(plains[one].isdigit() for one in run) and "MOIS" not in _kinds(
                "".join(plains[end : end + 1])
            ):
                yield from run
        elif len(plain) == 4 and plain.isdigit():
            road = [one for one in plains[after : after + 2] if one != ","]
            if road and road[0] in VOIES:
                yield place
            exchange = plains[place - 2] if place > 1 else ""
            if len(exchange) == 3 and exchange.isdigit() and _end_of_run(found, place - 2) == after:
                yield from range(place - 2, after)


def _end_of_run(found: list[_Found], place: int) -> int:
    """Where the words that touch one another end: « CA-2027-03 »."""
    while (
        place + 1 < len(found) and found[place][2] == found[place + 1][1] and found[place + 1][0] not in _ENDS
    ):
        place += 1
    return min(place + 1, len(found))


def _is_counted(plains: list[str], place: int) -> bool:
    """« deux hivers » are a length, not the winter of a year."""
    return place > 0 and plains[place - 1] in NOMBRES and plains[place - 1] not in ("un", "une")


def _follows_a_verb(plains: list[str], place: int) -> bool:
    """« a été déposé » holds no summer; « de mars à été » does."""
    before = plains[max(place - 2, 0) : place]
    return (
        plains[place] == "ete"
        and before[-1:] != []
        and before[-1] in SE_CONJUGUENT
        and DATES.isdisjoint(_kinds(before[0]))
    )


def _is_glued(found: list[_Found], place: int) -> bool:
    """« porte-à-porte », not « 3 mai 2027 - 19 h »."""
    around = found[place - 1 : place] + found[place : place + 2]
    return len(around) == 3 and all(one[2] == other[1] for one, other in pairwise(around))


def _elided(found: list[_Found], place: int) -> str:
    """« un intérim d un an » lost its apostrophe; « 19:30 » tells an hour with a colon; « bi-annuel » is one word."""
    plain, start, end = found[place]
    if plain.startswith(("bi-", "semi-")):
        return plain.replace("-", "")
    after = found[place + 1] if place + 1 < len(found) else ("", -1, -1)
    if plain in ("d", "l") and after[0][:1].isalpha():
        return plain + "'"
    before = found[place - 1] if place else ("", -1, -1)
    if plain == ":" and before[0].isdigit() and after[0].isdigit() and (before[2], after[1]) == (start, end):
        return "h"
    return plain


def _belongs_to_a_date(plains: list[str], place: int) -> bool:
    """Whether the word is, or spoils, a date: a number beside a month (« 30 juin », « 3 au mai », « 1er et 2e
    trimestres »), a short month beside a number (« 17 nov. »)."""
    plain, near = plains[place], plains[place + 1 : place + _NEAR]
    if "MOIS" in _kinds(plain):
        return any(one.isdigit() for one in plains[max(place - 1, 0) : place] + near[:2])
    if not (plain.isdigit() or "RANG" in _kinds(plain)):
        return False
    after = dropwhile(lambda one: one in LIENS or one.isdigit() or "RANG" in _kinds(one), near)
    return near[:1] in HEURES or not DATES.isdisjoint(_kinds(next(after, "")))


@lru_cache(maxsize=REMEMBERED)
def _kinds(plain: str) -> frozenset[str]:
    return classes(plain)
