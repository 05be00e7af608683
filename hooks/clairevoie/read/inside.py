"""Where a letter of a value stands in the text of its file, whatever the way the value was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clairevoie.read.node import Node

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.)|\Z)", re.DOTALL)
# The escapes that stand for what cannot be seen.
_BLANKS = "nrtvf_NLP "


def place_inside(node: Node, lines: Sequence[str], offset: int) -> tuple[int, int]:
    """Line and column, from 1, of that letter of a single value; those of the value when it cannot be followed.

    Only what can be seen is followed: where lines are folded, spaces are not those that were typed.
    """
    content = node.content
    if not isinstance(content, str):
        return node.line, node.column
    wanted = sum(map(len, content[:offset].split()))
    for rank, place in enumerate(_seen(node, lines)):
        if rank == wanted:
            return place
    return node.line, node.column


def _seen(node: Node, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The place of each sign of a value that is not a space."""
    first, is_block = node.line, node.style in ("|", ">")
    for number in range(first + is_block, (node.end_line or len(lines)) + 1):
        line = lines[number - 1] if number <= len(lines) else ""
        start = node.column - 1 + len(node.style) if number == first else 0
        end = node.end_column - 1 - len(node.style) if number == node.end_line and not is_block else len(line)
        while start < end:
            width, is_seen = _sign(line, start, node.style)
            if is_seen:
                yield number, start + 1
            start += width


def _sign(line: str, at: int, style: str) -> tuple[int, bool]:
    """How many signs were typed for one sign of the value, and whether it can be seen."""
    if style == "'" and line.startswith("''", at):
        return 2, True
    escape = _ESCAPE.match(line, at) if style == '"' and line[at] == "\\" else None
    if escape is None:
        return 1, not line[at].isspace()
    code = escape[1] or escape[2] or escape[3]
    is_seen = not chr(int(code, 16)).isspace() if code else bool(escape[4]) and escape[4] not in _BLANKS
    return len(escape[0]), is_seen
