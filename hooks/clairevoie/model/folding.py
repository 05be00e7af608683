"""A text without what two people type differently: accents, capitals, ligatures, punctuation; in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
# « Ł », « Ø », « Ŧ » are no accented letters for Unicode, but their names say which letter they are made from.
_MADE_FROM = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH")
_LETTERS = {"æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ŋ": "n", "ı": "i", "ĳ": "ij"}
# Of these alphabets, the marks are accents. Those of the others are vowels, or make another letter.
_ACCENTED = ("LATIN", "GREEK")


@lru_cache(maxsize=65536)
def fold(texte: str) -> str:
    """Letters and digits without case or accent, everything else one space: « L’Œuvre » → `l oeuvre`.

    A letter of another script stays that letter: two names in syllabics are as different as what they say.
    """
    bare = texte.lower()
    if not bare.isascii():
        bare = spelled(bare)
        if not bare.isascii():
            return " ".join("".join(map(_said, bare)).split())
    return _NOT_PLAIN.sub(" ", bare).strip()


def slug(texte: str) -> str:
    """The same as a piece of an address, which has plain letters only: « L’Œuvre » → `l-oeuvre`."""
    return _NOT_PLAIN.sub("-", fold(texte)).strip("-")


def capital_of(lettre: str) -> str:
    """The capital that begins a sentence; the letter itself where none does, or where it would be two letters."""
    capital = lettre.title()
    return capital if len(capital) == 1 else lettre


def spelled(texte: str) -> str:
    """A text as people type it who have not all its keys: « Łódź » → `Lodz`, « œuvre » → `oeuvre`."""
    found: list[str] = []
    accented = False
    for sign in unicodedata.normalize("NFKD", texte):
        if not unicodedata.combining(sign):
            accented = _is_accented(sign)
            found.append(_plain_letter(sign))
        elif not accented:
            found.append(sign)
    return unicodedata.normalize("NFC", "".join(found))


@lru_cache(maxsize=4096)
def _is_accented(sign: str) -> bool:
    return sign.isascii() or unicodedata.name(sign, "").startswith(_ACCENTED)


@lru_cache(maxsize=4096)
def _plain_letter(sign: str) -> str:
    if sign.isascii():
        return sign
    small = sign.lower()
    made_from = _MADE_FROM.match(unicodedata.name(sign, ""))
    plain = _LETTERS.get(small) or (made_from[1].lower() if made_from else sign)
    return plain if small == sign else plain[:1].upper() + plain[1:]


@lru_cache(maxsize=4096)
def _said(sign: str) -> str:
    """A letter, a digit, or the mark that makes a letter another one; a space for the rest."""
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.digit(sign))
    return sign if kind[0] in "LN" or kind in ("Mn", "Mc") else " "
