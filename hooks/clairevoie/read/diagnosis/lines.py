"""One line of a block, taken apart: its dashes, its key, its value.

In: a line without tabs in its indent. Out: a `Line`; columns count from 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')[ \t]*+:(?=[ \t]|$)""")
_COLON = re.compile(r":(?=[ \t]|$)")
_MOST_DASHES = 20  # beyond what a record may be deep
_NOT_A_KEY = tuple("\"'[{|>@`%!&*#")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_BLANKS = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"(?:^|[ \t])#")


@dataclass(frozen=True, slots=True)
class Line:
    """The columns of the dashes; then either a key and the value after it, or a value alone."""

    text: str
    dashes: tuple[int, ...]
    column: int
    key: str | None
    value: str
    value_column: int

    @property
    def start(self) -> int:
        """The column of the first sign of the line."""
        return self.dashes[0] if self.dashes else self.column

    @property
    def holder(self) -> int:
        """The column of the key, or else of the dash, that the value belongs to."""
        return self.column if self.key is not None or not self.dashes else self.dashes[-1]

    @property
    def bare(self) -> str:
        """The value without its comment."""
        return without_comment(self.value)

    def with_value(self, value: str) -> str:
        """The line as it would be with another value."""
        return (
            f"{self.text[: self.value_column]}{value}" if value else self.text[: self.value_column].rstrip()
        )


def take_apart(text: str) -> Line:
    """The parts of a line."""
    column = len(text) - len(text.lstrip(" "))
    dashes: list[int] = []
    while len(dashes) < _MOST_DASHES and (dash := _DASH.match(text, column)):
        dashes.append(column)
        column = dash.end()
    name, end = _key(text, column)
    start = _BLANKS.match(text, end).end()  # type: ignore[union-attr]
    return Line(text, tuple(dashes), column, name, text[start:].rstrip(), start)


def _key(text: str, column: int) -> tuple[str | None, int]:
    """The key that starts at that column and the column after its colon; (None, column) without a key."""
    quoted = _QUOTED.match(text, column)
    if quoted:
        return quoted[1][1:-1], quoted.end()
    if text.startswith(_NOT_A_KEY, column):
        return None, column
    comment = _COMMENT.search(text, column)
    colon = _COLON.search(text, column, comment.start() if comment else len(text))
    return (text[column : colon.start()].rstrip(), colon.end()) if colon else (None, column)


def without_comment(value: str) -> str:
    """What stands before ` #` in an unquoted value."""
    comment = _COMMENT.search(value)
    return value[: comment.start()].rstrip() if comment else value


def is_empty(text: str) -> bool:
    """Whether a line holds nothing, or only a comment."""
    return not text.strip() or text.lstrip().startswith("#")
