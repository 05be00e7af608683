"""Find what is wrong with one value of a refused text; the first sign of the value chooses how it is read.

In: the lines, the row (from 0) and the parts of a line that holds a value. Out: a `Look`: the faults, how
far the value goes, and lines without the faults, so that the rest of the text can be examined.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from clairevoie.read.diagnosis.lines import Line
from clairevoie.read.diagnosis.spans import escape_faults, quoted_end, read_flow
from clairevoie.read.fault import Fault, between_quotes

PLACEHOLDER = "x"
_BLOCK_HEADER = re.compile(r"[|>](?:[-+]?[1-9]?|[1-9][-+])(?:[ \t]+#.*)?")
_COLON = re.compile(r":(?=[ \t]|$)")


@dataclass(slots=True)
class Look:
    """What looking at a value found; `mended` holds lines to put in place of those that were typed."""

    last_row: int
    faults: list[Fault] = field(default_factory=list)
    mended: dict[int, str] = field(default_factory=dict)
    is_prose: bool = False  # whether the text may go on, unquoted, on the next line


def look(lines: list[str], row: int, line: Line, holder: int) -> Look:
    """Look at the value of a line; `holder` is the column of the key or dash that it belongs to."""
    reader = _READERS.get(line.value[:1], _plain)
    return reader(lines, row, line, holder)


def _plain(lines: list[str], row: int, line: Line, holder: int) -> Look:  # noqa: ARG001
    found = Look(row, is_prose=bool(line.bare))
    colon = _COLON.search(line.bare)
    if colon:
        facts = {"cle": line.key or PLACEHOLDER, "valeur": between_quotes(_unquoted(line.bare))}
        found.faults.append(Fault("YAML-02", row + 1, line.value_column + colon.start() + 1, facts))
        found.mended[row] = line.with_value(PLACEHOLDER)
    return found


def _dash(lines: list[str], row: int, line: Line, holder: int) -> Look:
    is_item = line.value == "-" or line.value.startswith("- ")
    return (_reserved if is_item else _plain)(lines, row, line, holder)


def _reserved(lines: list[str], row: int, line: Line, holder: int) -> Look:  # noqa: ARG001
    facts = {"car": line.value[0], "valeur": between_quotes(_unquoted(line.bare))}
    fault = Fault("YAML-07", row + 1, line.value_column + 1, facts)
    return Look(row, [fault], {row: line.with_value(PLACEHOLDER)}, is_prose=True)


def _shortcut(lines: list[str], row: int, line: Line, holder: int) -> Look:  # noqa: ARG001
    fault = Fault("YAML-16", row + 1, line.value_column + 1, {"car": line.value[0]})
    value = line.value.partition(" ")[2].strip()
    return Look(row, [fault], {row: line.with_value(value and PLACEHOLDER)}, is_prose=True)


def _quoted(lines: list[str], row: int, line: Line, holder: int) -> Look:
    quote, column = line.value[0], line.value_column
    end = quoted_end(lines, row, column, holder)
    if end is None:
        fault = Fault("YAML-05", row + 1, column + 1, {"l1": row + 1})
        return Look(row, [fault], {row: line.with_value(PLACEHOLDER)}, is_prose=True)
    stray = lines[end[0]][end[1] :]
    found = Look(end[0])
    if quote == '"':
        found.faults = escape_faults(lines, row, column, end)
    if stray.strip() and not re.match(r"[ \t]+#", stray):
        found.faults.append(_stray(lines, row, line, end))
    if found.faults:
        found.mended = _replaced(row, line, end[0])
    return found


def _stray(lines: list[str], row: int, line: Line, end: tuple[int, int]) -> Fault:
    """A text goes on after the quote that closed it: its author meant that quote to be a part of it."""
    if line.value[0] == "'":
        return Fault("YAML-06", end[0] + 1, end[1])
    typed = " ".join((line.value, *(text.strip() for text in lines[row + 1 : end[0] + 1])))
    return Fault(
        "YAML-07", row + 1, line.value_column + 1, {"car": '"', "valeur": between_quotes(_unquoted(typed))}
    )


def _unquoted(typed: str) -> str:
    """The text without the quotes around it, unless they belong to two words: `"A" et "B"`."""
    typed = typed.strip()
    if len(typed) < 2 or typed[0] + typed[-1] not in ('""', "“”"):
        return typed
    inner = typed[1:-1]
    first = inner.find('"')
    return inner if first < 0 or inner[first - 1 : first] in (" ", "(", "'", "’") else typed


def _bracket(lines: list[str], row: int, line: Line, holder: int) -> Look:
    flow = read_flow(lines, row, line.value_column, holder)
    last = flow.row if flow.closed else flow.row - 1
    found = Look(last, flow.faults)
    stray = lines[last][flow.column :] if flow.closed else ""
    if stray.strip() and not re.match(r"[ \t]+#", stray):
        facts = {"car": line.value[0], "valeur": between_quotes(line.value)}
        found.faults.append(Fault("YAML-07", row + 1, line.value_column + 1, facts))
    if found.faults:
        found.mended = _replaced(row, line, last)
    return found


def _block(lines: list[str], row: int, line: Line, holder: int) -> Look:
    if not _BLOCK_HEADER.fullmatch(line.value):
        return _reserved(lines, row, line, holder)
    found, indent = Look(row), 0
    for at in range(row + 1, len(lines)):
        text = lines[at]
        here = len(text) - len(text.lstrip(" "))
        if not text.strip():
            continue
        if text[here] == "\t" and not indent:
            found.faults.append(Fault("YAML-01", at + 1, 1))
        elif here <= holder:
            break
        elif here < indent:
            found.faults.append(_ragged(text, at, here, indent))
        else:
            indent = indent or here
            found.last_row = at
            continue
        found.mended[at] = " " * (indent or holder + 2) + text.strip()
        found.last_row = at
    return found


def _ragged(text: str, row: int, here: int, indent: int) -> Fault:
    """A line of a block of text that stands left of the block."""
    facts = {"cle": text.split()[0].rstrip(":"), "cle_voisine": "", "c": indent + 1}
    return Fault("YAML-04", row + 1, here + 1, facts)


def _replaced(row: int, line: Line, last_row: int) -> dict[int, str]:
    """The lines of a value over several lines, with a placeholder instead of it."""
    return {row: line.with_value(PLACEHOLDER), **dict.fromkeys(range(row + 1, last_row + 1), "")}


_READERS: dict[str, Callable[[list[str], int, Line, int], Look]] = {
    **dict.fromkeys(("'", '"'), _quoted),
    **dict.fromkeys(("[", "{"), _bracket),
    **dict.fromkeys(("|", ">"), _block),
    **dict.fromkeys(("@", "`", "%", "]", "}", ","), _reserved),
    **dict.fromkeys(("!", "&", "*"), _shortcut),
    "-": _dash,
}
