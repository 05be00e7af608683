"""Where an offence seen in the HTML was typed in the Markdown, which keeps no trace of its lines.

In: the Markdown, the same without its code, and what the HTML of its first lines would hold. Out: line and column.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from clairevoie.content.markup import Offence


class Finder:
    """Gives the place of each offence of one page, asked for in the order of the page."""

    def __init__(self, body: str, prose: str, of_lines: Callable[[int], Sequence[Offence]]) -> None:
        self._body, self._lines = body, prose.split("\n")
        self._of_lines = of_lines
        self._met: Counter[tuple[str, str]] = Counter()
        self._on_line: Counter[tuple[int, str]] = Counter()

    def place(self, offence: Offence) -> tuple[int, int]:
        """Line and column, from 1: the line is the first that makes the offence appear when those above are read."""
        self._met[offence[:2]] += 1
        rank = self._met[offence[:2]]
        counts = range(len(self._lines) + 1)
        row = bisect_left(counts, rank, key=lambda count: self._count(offence, count))
        if row > len(self._lines):
            return self._in_code(offence.words)
        row = self._line_of(offence.words, max(row, 1))
        return row, self._column(offence.words, row)

    def _in_code(self, words: str) -> tuple[int, int]:
        """Where the words first stand in what was taken for code, and is none for the Markdown library."""
        index = self._body.lower().find(words.lower()) if words else -1
        if index < 0:
            return 1, 1
        return self._body.count("\n", 0, index) + 1, index - self._body.rfind("\n", 0, index)

    def _count(self, offence: Offence, lines: int) -> int:
        return sum(one[:2] == offence[:2] for one in self._of_lines(lines))

    def _line_of(self, words: str, row: int) -> int:
        """The line where the words are, when what they open ends further down, at that row."""
        for above in range(row, 0, -1):
            line = self._lines[above - 1]
            if not line.strip():
                break
            if words.lower() in line.lower():
                return above
        return row

    def _column(self, words: str, row: int) -> int:
        """The column of the words on that line, after those that were found there before."""
        line = self._lines[row - 1]
        self._on_line[row, words] += 1
        starts = list(_starts(words, line))
        rank = min(self._on_line[row, words], len(starts))
        return starts[rank - 1] + 1 if starts else len(line) - len(line.lstrip()) + 1


def _starts(words: str, line: str) -> Iterator[int]:
    return (
        (found.start() for found in re.finditer(re.escape(words), line, re.IGNORECASE)) if words else iter(())
    )
