"""The line that a problem speaks of, as it was typed, and a sign under the place.

In: the text of a file, a line and a column. Out: two lines of the same width on a terminal, short enough to be read.
"""

from __future__ import annotations

import unicodedata

from clairevoie.problems.inert import inert

# Columns of a terminal that an excerpt may take, and those kept before the place when the line is longer.
_WIDEST = 96
_BEFORE = 48
_CUT = "…"
_JOINER = "\u200d"


def excerpt(text: str, line: int, column: int) -> str:
    """`43 │ statut: actiff`, and `^` under the place; nothing when that line holds nothing."""
    lines = text.split("\n")
    typed = inert(lines[line - 1].rstrip()) if 0 < line <= len(lines) else ""
    if not typed.strip():
        return ""
    column = min(column, len(typed) + 1)
    start, end = _window(typed, column - 1)
    head = _CUT if start else ""
    before = head + typed[start : column - 1]
    shown = head + typed[start:end] + (_CUT if end < len(typed) else "")
    margin = f"  {line} │ "
    return f"{margin}{shown}\n{' ' * (len(margin) - 2)}│ {_blank(before)}^"


def _window(typed: str, at: int) -> tuple[int, int]:
    """The part of a line that is shown: the whole, or what surrounds the place."""
    if width(typed) <= _WIDEST:
        return 0, len(typed)
    start = at
    while start and width(typed[start - 1 : at]) <= _BEFORE:
        start -= 1
    end = at
    while end < len(typed) and width(typed[start : end + 1]) < _WIDEST:
        end += 1
    return start, end


def width(text: str) -> int:
    """How many columns a text takes on a terminal, a tab counting for one."""
    return sum(_width(text[rank - 1 : rank], sign) for rank, sign in enumerate(text))


def _width(before: str, sign: str) -> int:
    """An accent stands on the letter before it; so does what a joiner links to the sign before."""
    if before == _JOINER or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _blank(before: str) -> str:
    """Spaces as wide as what stands before the place; a tab stays one, for it is as wide as the terminal makes it."""
    return "".join(
        "\t" if sign == "\t" else " " * _width(before[rank - 1 : rank], sign)
        for rank, sign in enumerate(before)
    )
