"""The word that an editor meant: the known one nearest to what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import cache

Nearest = Callable[[str, frozenset[str]], str]

# Comparing words is slow: past this many, a file full of faults gets its faults without suggestions.
_COMPARISONS = 100_000


def nearest(typed: str, known: Sequence[str]) -> str:
    """The known word that looks most like the one typed, or nothing."""
    return next(iter(get_close_matches(typed, known, n=1, cutoff=0.6)), "")


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
