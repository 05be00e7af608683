"""Plain values as YAML that people read: block style, two spaces, texts between quotation marks, no wrapping.

In: mappings, lists, texts, numbers, truth values. Out: a text of YAML 1.2 that YAML 1.1 reads the same way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

# An id, an address or a word of a closed list: letters first, so that no number looks like one.
_WORD = re.compile(r"[a-z][a-z0-9_]*(?:[-/#]+[a-z0-9_]+)*")
_KEYWORDS = frozenset({"null", "true", "false", "y", "n", "yes", "no", "on", "off"})
# What JSON writes as it is, and YAML does not take for a character of a text.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# What a block cannot hold: it is then written between quotation marks.
_NOT_IN_BLOCK = re.compile(rf"[\x00-\x09\x0b-\x1f]|{_ESCAPED.pattern}")
_JSON = json.JSONEncoder(ensure_ascii=False)


def text_of(values: Mapping[str, Any]) -> str:
    """The text of a file that holds these values."""
    lines: list[str] = []
    _mapping(values, "", "", lines)
    return "".join(f"{line}\n" for line in lines)


def _mapping(values: Mapping[str, Any], first: str, margin: str, lines: list[str]) -> None:
    """Add the lines of a mapping: `first` stands before the first one, `margin` before the others."""
    for key, value in values.items():
        head = f"{first}{_scalar(key)}:"
        if isinstance(value, str) or not value:
            _after(f"{head} ", value, margin, lines)
        elif isinstance(value, dict):
            lines.append(head)
            _mapping(value, f"{margin}  ", f"{margin}  ", lines)
        elif isinstance(value, (list, tuple)):
            lines.append(head)
            _sequence(value, f"{margin}  ", lines)
        else:
            _after(f"{head} ", value, margin, lines)
        first = margin


def _sequence(values: Sequence[Any], margin: str, lines: list[str]) -> None:
    for value in values:
        if value and isinstance(value, dict):
            _mapping(value, f"{margin}- ", f"{margin}  ", lines)
        else:
            _after(f"{margin}- ", value, margin, lines)


def _after(head: str, value: Any, margin: str, lines: list[str]) -> None:
    """A plain value after its key or its dash; a text of several lines is a block under it."""
    if isinstance(value, str) and "\n" in value and _is_block(value):
        body = value.removesuffix("\n")
        lines.append(f"{head}|" if body != value else f"{head}|-")
        lines += (f"{margin}  {line}" if line else "" for line in body.split("\n"))
    else:
        lines.append(head + _scalar(value))


def _is_block(text: str) -> bool:
    """Whether a text has several lines, all of which a block keeps as they are."""
    first, *others = text.split("\n")
    if not others or _NOT_IN_BLOCK.search(text) or not first[:1].strip():
        return False
    return all(line == line.rstrip() for line in (first, *others)) and not text.endswith("\n\n")


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        is_word = _WORD.fullmatch(value) and value not in _KEYWORDS
        return value if is_word else quoted(value)
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def quoted(text: str) -> str:
    """A text between quotation marks, accents as they are."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", _JSON.encode(text))
