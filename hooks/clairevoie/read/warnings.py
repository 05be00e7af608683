"""What a valid text hides from its author: a comment that ate the end of a sentence, an invisible space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.read.fault import Fault, shown
from clairevoie.read.node import Composition, Node
from clairevoie.read.scalars import meaning

INVISIBLE = "\u00a0\u2007\u2009\u202f\u3000"
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_COMMENT = re.compile(r"[ \t]+#(.*)")


def warn(found: Composition) -> Iterator[Fault]:
    """The lost words and the invisible spaces of an accepted text."""
    text_has_comment = any("#" in line for line in found.lines)
    for held in found.nodes:
        node = held.node
        if held.is_key:
            yield from _invisible_in_key(node)
        elif text_has_comment and not node.style and isinstance(node.content, str):
            yield from _lost_words(node, found.lines)


def invisible_fault(typed: str, line: int, column: int) -> Fault | None:
    """The fault of an invisible space in `typed`, a key or the start of a line found at that place."""
    found = _INVISIBLE.search(typed)
    if not found:
        return None
    return Fault("YAML-17", line, column + found.start(), {"cle": shown(typed[found.end() :]) or ":"})


def _invisible_in_key(key: Node) -> Iterator[Fault]:
    """The invisible space of a key that was typed without quotes."""
    name = str(key.content)
    if key.style or name.isascii():
        return
    fault = invisible_fault(name, key.line, key.column)
    if fault:
        yield fault


def _lost_words(node: Node, lines: list[str]) -> Iterator[Fault]:
    if not isinstance(meaning(str(node.content)), str) and node.content:
        return
    comment = _COMMENT.match(lines[node.end_line - 1], node.end_column - 1)
    # After an empty value, « # à compléter » is a remark to oneself; « #5 » is a value that was lost.
    if comment and comment[1].strip() and (node.content or comment[1][0] not in " \t#!"):
        column = comment.start(1)
        yield Fault("YAML-10", node.end_line, column, {"perdu": shown(comment[1])})
