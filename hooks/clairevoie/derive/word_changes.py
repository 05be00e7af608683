"""Two versions of a text, word by word: what is the same, what went, what came.

Goes in: two texts of one line. Comes out: pieces, which give back the words of each text
when those of the other are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# A word with the space before it; an article and its apostrophe are told apart from what follows.
_WORD = re.compile(r"\s*(?:\w+['’]|[\w-]+|[^\w\s])")
# Comparing takes as long as the product of the lengths, at worst: past this one, the whole is said again.
_MOST = 100_000
# Words that are the same by chance, between two changes: « de », « la ».
_SHORT = 3


@dataclass(frozen=True, slots=True)
class MorceauDeTexte:
    """A piece of two texts: `garde` is in both, `retire` in the first, `ajoute` in the second."""

    sort: Literal["garde", "retire", "ajoute"]
    texte: str


def word_changes(old: str, new: str) -> tuple[MorceauDeTexte, ...]:
    """The pieces of two texts, in order."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    middle = before[start : len(before) - end], after[start : len(after) - end]
    steps = (
        (before[:start], before[:start]),
        *_steps(*middle),
        (before[len(before) - end :], before[len(before) - end :]),
    )
    return tuple(_pieces(steps))


# What stands at one place of each text: the same words, or others.
_Step = tuple[Sequence[str], Sequence[str]]


def _steps(before: Sequence[str], after: Sequence[str]) -> Sequence[_Step]:
    if len(before) * len(after) > _MOST:
        return [(before, after)]
    matcher = SequenceMatcher(None, [*map(str.strip, before)], [*map(str.strip, after)], autojunk=False)
    found: list[tuple[list[str], list[str]]] = []
    same: list[str] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            same = list(after[j1:j2])
            if any(len(word.strip()) > _SHORT for word in same) or not found:
                found.append((same, same))
                same = []
        elif same:  # a short word between two changes: it is one change
            last = found[-1]
            found[-1] = ([*last[0], *same, *before[i1:i2]], [*last[1], *same, *after[j1:j2]])
            same = []
        else:
            found.append((list(before[i1:i2]), list(after[j1:j2])))
    return [*found, *([(same, same)] if same else [])]


def _pieces(steps: Sequence[_Step]) -> Iterator[MorceauDeTexte]:
    for before, after in steps:
        if before == after:
            if before:
                yield MorceauDeTexte("garde", "".join(before))
            continue
        if before:
            yield MorceauDeTexte("retire", "".join(before))
        if after:
            yield MorceauDeTexte("ajoute", "".join(after))


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words are the same at the start of both."""
    pairs = zip(before, after, strict=False)
    return next(
        (rank for rank, (a, b) in enumerate(pairs) if a.strip() != b.strip()), min(len(before), len(after))
    )
