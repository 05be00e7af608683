"""What is added to a record, or taken out of it; comments, quotes and lines stay elsewhere as they were typed."""

from __future__ import annotations

import re

from clairevoie.model.parcours import Chemin
from clairevoie.read.compose import compose
from clairevoie.read.node import Node

_INDENT = re.compile(r"[ ]*")


class NotEditable(Exception):  # noqa: N818 - it says what the text is
    """The text is laid out in a way that only a person can change."""


def with_item(text: str, field: str, item: str) -> str:
    """The text with one more item in a list at its head level, which is begun at the end if there is none."""
    node = compose(text).root.child(field)
    if node is None:
        return _ended(text) + (f"{field}:\n  - {item}\n" if item.startswith("{") else f"{field}: [{item}]\n")
    if isinstance(node.content, str):  # a value alone, where a list may stand without brackets
        raise NotEditable
    return _within(text, node, item) if node.style else _below(text, node, f"- {item}")


def with_entry(text: str, field: str, key: str, value: str) -> str:
    """The same with one more entry in a set of entries."""
    node = compose(text).root.child(field)
    if node is None:
        return f"{_ended(text)}{field}: {{{key}: {value}}}\n"
    return _within(text, node, f"{key}: {value}") if node.style else _below(text, node, f"{key}: {value}")


def with_line(text: str, line: str) -> str:
    """The text with one more field at its end."""
    return f"{_ended(text)}{line}\n"


def with_value(text: str, field: str, value: str) -> str:
    """The text with another word in a field that holds one."""
    node = compose(text).root.child(field)
    if node is None or not isinstance(node.content, str):
        raise NotEditable
    return replaced_at(text, node.line, node.column, node.content, value)


def replaced_at(text: str, line: int, column: int, old: str, new: str) -> str:
    """The text with a word in the place of the one that stands there, its quotes kept."""
    start = _offset(text, line, column)
    start += text[start : start + 1] in ("'", '"')
    if text[start : start + len(old)] != old:
        raise NotEditable
    return text[:start] + new + text[start + len(old) :]


def without_item(text: str, chemin: Chemin) -> str:
    """The text without one item of a list in block style; without its field when it was alone there."""
    root = compose(text).root
    holder: Node | None = root
    for step in chemin[:-2]:
        holder = holder.child(step) if holder else None
    field, rank = str(chemin[-2]), chemin[-1]
    listed = holder.child(field) if holder else None
    if holder is None or listed is None or listed.style or not isinstance(listed.content, list):
        raise NotEditable
    assert isinstance(rank, int)
    lines = text.split("\n")
    first = listed.content[rank].line - 1
    dash = lines[first].find("-")
    if dash < 0 or lines[first][:dash].strip():
        raise NotEditable
    last = _last_line(lines, first, dash)
    key = holder.key(field)
    if len(listed.content) == 1 and key is not None:
        first = key.line - 1
        if lines[first].strip() != f"{field}:":
            raise NotEditable
    return "\n".join((*lines[:first], *lines[last:]))


def _last_line(lines: list[str], first: int, indent: int) -> int:
    """The line after an item whose dash stands at that indent; comments above the next one belong to it."""
    end = first + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _within(text: str, node: Node, item: str) -> str:
    """One more item before the sign that closes a list or a set between brackets."""
    end = _offset(text, node.end_line, node.end_column) - 1
    if text[end : end + 1] not in ("]", "}"):
        raise NotEditable
    before = text[:end].rstrip(" ")
    return f"{before}{'' if before.endswith(('[', '{')) else ', '}{item}{text[end:]}"


def _below(text: str, node: Node, item: str) -> str:
    """One more line after those of a list or of a set in block style."""
    lines = text.split("\n")
    first = node.line - 1
    indent = _indent(lines[first])
    end = first + 1
    while end < len(lines) and lines[end].strip() and _indent(lines[end]) >= indent:
        if _indent(lines[end]) == indent == 0 and not lines[end].startswith("-"):
            break
        end += 1
    return "\n".join((*lines[:end], " " * indent + item, *lines[end:]))


def _indent(line: str) -> int:
    found = _INDENT.match(line)
    return found.end() if found else 0


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _offset(text: str, line: int, column: int) -> int:
    """The place of a line and a column, both from 1, in a text."""
    lines = text.split("\n")
    return sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
