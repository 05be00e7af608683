"""The comments of a text: nobody reads them on a page, but the file that holds them is published as it is.

In: the text of a record. Out: line and column (from 1) of each `#` that opens a comment, and its words.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml.events import ScalarEvent

from clairevoie.read.compose import PARSER

_Place = tuple[int, int]


def comments(text: str) -> Iterator[tuple[int, int, str]]:
    """Every comment, in the order of the text: outside the values, a `#` can be nothing else."""
    text = f"{text}\n"  # a last value always has a line after it
    lines = text.split("\n")
    for (first, start), (last, end) in _between_values(text, len(lines)):
        for row in range(first, min(last + 1, len(lines))):
            line = lines[row]
            column = line.find("#", start if row == first else 0, end if row == last else len(line))
            if column >= 0:
                yield row + 1, column + 1, line[column + 1 :].strip()


def _between_values(text: str, rows: int) -> Iterator[tuple[_Place, _Place]]:
    """Where each stretch without value begins and ends, rows and columns from 0."""
    here: _Place = (0, 0)
    for event in yaml.parse(text, Loader=PARSER):
        first, last = event.start_mark, event.end_mark
        if isinstance(event, ScalarEvent) and first and last:
            # A comment may follow the sign that opens a block of text, on the same line.
            opens_block = event.style in ("|", ">")
            start = (first.line + 1, 0) if opens_block else (first.line, first.column)
            yield here, start
            here = max(start, (last.line, last.column))
    yield here, (rows, 0)
