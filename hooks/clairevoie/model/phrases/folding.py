"""Making a text easy to recognise without losing its words.

Goes in: a text as typed. Comes out: a `Folded`, whose `plain` is what the patterns of this package
compare: no accents, no capitals, single ordinary spaces, straight apostrophes and short dashes, no
final period. Any piece of `plain` can be cut out and still knows the words it came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from clairevoie.model.phrases.lexicon import ANNEE

# A few phrases, « Automne 2009 » and bare years, make most of what is typed: what they say is kept.
REMEMBERED = 8192

_SAME = {
    **dict.fromkeys("’‘ʼ′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **{"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ᵉ": "e", "ʳ": "r"},
}
_YEAR = re.compile(ANNEE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text to recognise; `places[i]` is where, in `source`, letter `i` of `plain` stands."""

    source: str
    plain: str
    places: tuple[int, ...]

    @property
    def texte(self) -> str:
        """The words of the source, as typed."""
        return self.source[self.places[0] : self.places[-1] + 1] if self.places else ""

    @classmethod
    def of(cls, text: str) -> Folded:
        """A text as typed, made easy to recognise."""
        source = unicodedata.normalize("NFC", text).strip()
        letters: list[str] = []
        places: list[int] = []
        for place, character in enumerate(source):
            for letter in _letters(character):
                if letter != " " or letters[-1:] != [" "]:
                    letters.append(letter)
                    places.append(place)
        plain = "".join(letters).rstrip(" .")
        return cls(source, plain, tuple(places[: len(plain)])).cut(0)

    def cut(self, start: int, end: int | None = None) -> Folded:
        """The piece from `start` to `end`, offsets of `plain`, without spaces around it."""
        piece = self.plain[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        return Folded(self.source, piece, self.places[start : start + len(piece)])


def labelled(phrase: Folded) -> Iterator[tuple[str | None, Folded]]:
    """The ways to read a phrase: « Libellé : … » with its label set apart, then the phrase whole.

    A label never holds a year: it would be a date lost.
    """
    before, colon, after = phrase.plain.rpartition(":")
    if colon and before.strip() and after.strip() and not has_year(before):
        yield phrase.cut(0, len(before)).texte, phrase.cut(len(before) + 1)
    yield None, phrase


def has_year(plain: str) -> bool:
    """Whether a piece of folded text holds a year."""
    return _YEAR.search(plain) is not None


def _letters(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf":  # soft hyphen, zero-width space, direction marks
        return ""
    same = _SAME.get(character)
    if same is not None:
        return same
    return "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)).lower()
