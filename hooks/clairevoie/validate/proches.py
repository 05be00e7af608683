"""Phrases that the site reads, close to one that it does not, even where a month or a season is misspelt.

Goes in: what was typed, and what it should say. Comes out: two phrases that an editor may copy instead.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from clairevoie.model.folding import fold
from clairevoie.model.phrases import Genre, near
from clairevoie.model.phrases.lexicon import NOMS

# Months and seasons, by their folded names; shorter words look like too many others.
_NAMES = {fold(name): name for name in NOMS.values() if re.fullmatch(r"[^\W\d_]{4,}", name)}
_WORD = re.compile(r"[^\W\d_]{4,}")


def near_phrases(typed: str, genre: Genre) -> tuple[str, str]:
    """« mars 2027 » and « fin mars 2027 » for « marz 2027, peut-être »."""
    return near(_WORD.sub(_spelled, typed), genre)


def _spelled(word: re.Match[str]) -> str:
    """The month or the season that a word nearly is, else the word."""
    found = get_close_matches(fold(word[0]), _NAMES, 1, 0.75)
    return _NAMES[found[0]] if found else word[0]
