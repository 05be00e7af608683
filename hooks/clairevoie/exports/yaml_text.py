"""Plain values as YAML that people read: block style, two spaces, texts between quotation marks, no wrapping.

In: mappings, lists, texts, numbers, truth values. Out: a text of YAML 1.2 that YAML 1.1 reads the same way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

# An id, an address or a word of a closed list: letters first, so that no number looks like one.
_WORD = re.compile(r"[a-z][a-z0-9_]*(?:[-/#]+[a-z0-9_]+)*")
_KEYWORDS = frozenset({"null", "true", "false", "y", "n", "yes", "no", "on", "off"})
# What JSON writes as it is, and YAML does not take for a character of a text.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# What a block cannot hold: it is then written between quotation marks.
_NOT_IN_BLOCK = re.compile(rf"[\x00-\x09\x0b-\x1f]|{_ESCAPED.pattern}")


def text_of(values: Mapping[str, Any]) -> str:
    """The text of a file that holds these values."""
    return "".join(f"{line}\n" if line else "\n" for line in _mapping(values))


def _mapping(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        is_list = isinstance(value, Sequence) and not isinstance(value, str)
        if value and (is_list or isinstance(value, Mapping)):
            yield f"{_scalar(key)}:"
            yield from _indented(_sequence(value) if is_list else _mapping(value))
        else:
            yield from _after(f"{_scalar(key)}: ", value)


def _sequence(values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        if value and isinstance(value, Mapping):
            first, *rest = _mapping(value)
            yield f"- {first}"
            yield from _indented(rest)
        else:
            yield from _after("- ", value)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _after(head: str, value: Any) -> Iterator[str]:
    """A plain value after its key or its dash; a text of several lines is a block under it."""
    if isinstance(value, str) and _is_block(value):
        body = value.removesuffix("\n")
        yield f"{head}|" if body != value else f"{head}|-"
        yield from _indented(body.split("\n"))
    else:
        yield head + _scalar(value)


def _is_block(text: str) -> bool:
    """Whether a text has several lines, all of which a block keeps as they are."""
    first, *others = text.split("\n")
    if not others or _NOT_IN_BLOCK.search(text) or not first[:1].strip():
        return False
    return all(line == line.rstrip() for line in (first, *others)) and not text.endswith("\n\n")


def _scalar(value: Any) -> str:
    if isinstance(value, (Mapping, list)):
        return "{}" if isinstance(value, Mapping) else "[]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        is_word = _WORD.fullmatch(value) and value not in _KEYWORDS
        return value if is_word else quoted(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def quoted(text: str) -> str:
    """A text between quotation marks, accents as they are."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
