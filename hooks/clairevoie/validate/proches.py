"""What an editor may have meant by an id or an anchor that leads nowhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from clairevoie.validate.champs import nearest

Nearest = Callable[[str, frozenset[str]], str]

# Comparing words is slow: past this many, a file full of faults gets its faults without suggestions.
_COMPARISONS = 100_000


def suggester() -> Nearest:
    """A function that finds the known word nearest to the one typed, or nothing, within a bounded effort."""
    left = _COMPARISONS

    @cache
    def suggest(typed: str, known: frozenset[str]) -> str:
        nonlocal left
        left -= len(known)
        return _nearest(typed, sorted(known)) if left >= 0 else ""

    return suggest


def _nearest(typed: str, known: list[str]) -> str:
    """The word that looks most like the one typed, else the first that it begins or is a part of."""
    if not typed:
        return ""
    begun = (word for word in known if word.startswith(typed))
    holding = (word for word in known if typed in word)
    return nearest(typed, known) or next(begun, "") or next(holding, "")
