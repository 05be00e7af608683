"""What a person meant to type: the known word of which what was typed is a slip, and the known words nearest to it.

A slip is a letter or two out of place in a long word, an accent, a capital, a small word forgotten. A word that begins
otherwise (`vice_presidence`, `inactif`), that holds another number, or that is known elsewhere is another word: to
propose the nearest one would have people publish what they never said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

Nearest = Callable[[str, frozenset[str]], str]

# Comparing words is slow: past this many, a file full of faults gets its faults without suggestions.
_COMPARISONS = 200_000
_SIGNS = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d+")
_SMALL_WORDS = frozenset(
    ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une"]
)
# From how many letters a word may have one out of place, or two.
_ONE, _TWO = 4, 10


def slip_of(typed: str, known: Iterable[str]) -> str:
    """The known word of which the one typed is a slip, or nothing."""
    words = tuple(known)
    found = [word for word in words if _is_slip(typed, word)]
    vocabulary = {part for word in words for part in _parts(word)} if found else set()
    others = {part for part in _parts(typed) if part in vocabulary}
    found = [word for word in found if others <= set(_parts(word))]
    return next(iter(nearest_first(typed, found)), "")


def nearest_first(typed: str, known: Iterable[str]) -> list[str]:
    """The known words, those that look most like the one typed at the head."""
    return sorted(known, key=lambda word: -SequenceMatcher(None, plain(word), plain(typed)).ratio())


def suggester() -> Nearest:
    """A function that finds the known id or anchor that was meant, or nothing, within a bounded effort.

    It is the one of which the word typed is a slip, else the only one that the word begins or ends.
    """
    left = _COMPARISONS

    @cache
    def suggest(typed: str, known: frozenset[str]) -> str:
        nonlocal left
        left -= len(known)
        if left < 0 or not typed:
            return ""
        return slip_of(typed, sorted(known)) or _only(_shortened(typed, known))

    return suggest


def _shortened(typed: str, known: Collection[str]) -> list[str]:
    """The known ids of which only the first words, or only the number, were typed."""
    is_number = typed[:1].isdigit()
    return [
        word for word in known if word.startswith(f"{typed}-") or (is_number and word.endswith(f"-{typed}"))
    ]


def _only(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ""


def _is_slip(typed: str, word: str) -> bool:
    if abs(len(typed) - len(word)) > 5 + len(word) // 4 or _DIGITS.findall(typed) != _DIGITS.findall(word):
        return False
    mine, theirs = _parts(typed), _parts(word)
    if _SIGNS.sub("", plain(typed)) == _SIGNS.sub("", plain(word)):
        return bool(theirs)
    starts_alike = mine[:1] and theirs[:1] and (mine[0][0] == theirs[0][0] or mine[0][:2] == theirs[0][1::-1])
    return bool(starts_alike) and len(mine) == len(theirs) and all(map(_is_near, mine, theirs))


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[str, ...]:
    """The words that make up a name, without those that only link them."""
    parts = tuple(part for part in _SIGNS.split(plain(word)) if part)
    return tuple(part for part in parts if part not in _SMALL_WORDS) or parts


def plain(word: str) -> str:
    """A word without accents nor capitals."""
    bare = unicodedata.normalize("NFD", word.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def _is_near(typed: str, word: str) -> bool:
    """Whether a letter or two make the difference, elsewhere than in front: « revu » is not « prévu »."""
    if typed == word:
        return True
    shortest = min(len(typed), len(word))
    limit = (shortest >= _ONE) + (shortest >= _TWO)
    if abs(len(typed) - len(word)) > limit or _DIGITS.search(typed):
        return False
    if typed.endswith(word) or word.endswith(typed):
        return False
    return _distance(typed, word) <= (limit if typed[0] == word[0] else min(limit, 1))


def _distance(a: str, b: str) -> int:
    """How many letters are added, lost, changed or swapped with the next one."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and (left, a[i - 2]) == (b[j - 2], right):
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
