"""Traps in a text that the parser accepts: a value that is not what its author typed.

In: the composition of a text. Out: faults. A quote or bracket closed too far swallows fields, a list
without spaces becomes one sentence, a number without end stops the machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from clairevoie.read.fault import Fault, between_quotes
from clairevoie.read.node import Composition, Held
from clairevoie.read.normalise import holds_control
from clairevoie.read.quotas import DIGITS, TEXT, TEXT_LINKS, VALUES, excess, over
from clairevoie.read.scalars import is_endless
from clairevoie.signs import may_disguise, odd_signs

ESCAPE = re.compile(r"\\(x.{0,2}|u.{0,4}|U.{0,8}|.)")
SAFE_ESCAPES = frozenset('"\\/ nt_')
ENTRY = re.compile(r"( *)(?:- |-$|[\w-]+ ?:(?: |$))")
_STUCK_DASH = re.compile(r" *-(?=[^\W\d]|\xa0)")
_DASH = re.compile(r" *- ")


def form_faults(found: Composition) -> list[Fault]:
    """The errors of form of a text that the parser accepts."""
    return [*over(VALUES, len(found.nodes)), *found.faults, *_traps(found)]


def _traps(found: Composition) -> Iterator[Fault]:
    """The traps of every node, in the order of the text."""
    for held in found.nodes:
        for promise in (_KEYS if held.is_key else _VALUES).get(held.node.style, ()):
            yield from promise(held, found.lines)


def is_swallowed(line: str, parent: int) -> bool:
    """Whether a line inside quotes or brackets is an entry of the block that holds them, at that column."""
    entry = ENTRY.match(line)
    return entry is not None and len(entry[1]) < parent


def forbidden_escape(typed: str, start: int = 0) -> re.Match[str] | None:
    """The first escape from `start` that YAML does not know, or that would hide what the text is."""
    return next((found for found in ESCAPE.finditer(typed, start) if not _is_safe(found[1])), None)


def _is_safe(escape: str) -> bool:
    if escape[0] not in "xuU":
        return escape in SAFE_ESCAPES
    try:
        char = chr(int(escape[1:], 16))
    except (ValueError, OverflowError):
        return False
    return len(escape) == {"x": 3, "u": 5, "U": 9}[escape[0]] and not (
        holds_control(char) or may_disguise(char)
    )


def _key_is_one_name(held: Held, lines: list[str]) -> Iterator[Fault]:  # noqa: ARG001
    node, name = held.node, str(held.node.content)
    if name.startswith("-"):
        yield Fault("YAML-09", node.line, node.column, {"car": "-"})
    elif ":" in name:
        yield Fault("YAML-09", node.line, node.column + name.index(":"), {"car": ":"})


def _quotes_and_brackets_swallow_nothing(held: Held, lines: list[str]) -> Iterator[Fault]:
    node = held.node
    if node.end_line <= node.line:
        return
    if any(is_swallowed(line, held.parent) for line in lines[node.line : node.end_line]):
        code = "YAML-08" if node.style in "[{" else "YAML-05"
        yield Fault(code, node.line, node.column, {"l1": node.line, "car": node.style})


def _list_is_no_sentence(held: Held, lines: list[str]) -> Iterator[Fault]:
    node = held.node
    if held.in_flow or not isinstance(node.content, str) or "-" not in node.content:
        return
    for number in range(node.line, node.end_line + 1):
        line = lines[number - 1]
        if number == node.line and line[: node.column - 1].strip(" "):
            continue
        stuck, dash = _STUCK_DASH.match(line), _DASH.match(line)
        if stuck:
            yield Fault("YAML-09", number, stuck.end(), {"car": "-"})
        elif dash:
            yield _dash_in_text(number, dash.end() - 1, lines[node.line - 1], held)


def _dash_in_text(number: int, column: int, first: str, held: Held) -> Fault:
    """A dash on a line that only goes on with a text: of a list, it is out of line; of a field, misread."""
    if first[held.parent - 1 : held.parent] == "-":
        facts: dict[str, object] = {"cle": "-", "cle_voisine": "-", "c": held.parent}
        return Fault("YAML-04", number, column, facts)
    return Fault("YAML-07", number, column, {"car": "-", "valeur": between_quotes(str(held.node.content))})


def _number_has_an_end(held: Held, lines: list[str]) -> Iterator[Fault]:  # noqa: ARG001
    node = held.node
    if isinstance(node.content, str) and is_endless(node.content):
        yield excess(DIGITS, node.line, node.column)


def _text_has_an_end(held: Held, lines: list[str]) -> Iterator[Fault]:  # noqa: ARG001
    node, text = held.node, held.node.content
    if isinstance(text, str) and len(text) > TEXT_LINKS.limit:  # a shorter one is under both limits
        yield from over(TEXT, len(text), node.line, node.column)
        yield from over(TEXT_LINKS, max(text.count("]("), text.count("://")), node.line, node.column)


def _escapes_hide_nothing(held: Held, lines: list[str]) -> Iterator[Fault]:
    node, text = held.node, str(held.node.content)
    if not holds_control(text) and not any(odd_signs(text)):
        return
    for number in range(node.line, node.end_line + 1):
        start = node.column if number == node.line else 0
        found = forbidden_escape(lines[number - 1], start)
        if found:
            yield Fault("YAML-11", number, found.start() + 1, {"brut": found[0]})
            return


# What is promised of a key and of a value, by its opening sign.
_Promise = Callable[[Held, list[str]], Iterator[Fault]]
_KEYS: dict[str, tuple[_Promise, ...]] = {"": (_key_is_one_name,), '"': (_escapes_hide_nothing,)}
_VALUES: dict[str, tuple[_Promise, ...]] = {
    "": (_list_is_no_sentence, _number_has_an_end, _text_has_an_end),
    "'": (_quotes_and_brackets_swallow_nothing, _text_has_an_end),
    '"': (_quotes_and_brackets_swallow_nothing, _escapes_hide_nothing, _text_has_an_end),
    "|": (_text_has_an_end,),
    ">": (_text_has_an_end,),
    "[": (_quotes_and_brackets_swallow_nothing,),
    "{": (_quotes_and_brackets_swallow_nothing,),
}
