"""How far quotes and brackets reach in a text that the parser refuses, and what is wrong inside.

In: lines and the place (from 0) of an opening sign. Out: where it closes, or None. A line that is an entry
of the block holding the value, at the column `holder`, can only mean that the sign was never closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clairevoie.read.checks import forbidden_escape, is_swallowed
from clairevoie.read.fault import Fault, between_quotes, shown

LONGEST_SPAN = 500  # lines
LONGEST_PIECE = 300  # characters
_BODY = {'"': re.compile(r'(?:[^"\\]|\\.|\\$)*+'), "'": re.compile(r"(?:[^']|'')*+")}
_TOKEN = re.compile(r"""[ \t]+|[\[\]{},"']|:(?=[ \t,\[\]{}]|$)|(?:[^\s,\[\]{}:]|:(?![ \t,\[\]{}]|$))+|\S""")
_CLOSING = {"[": "]", "{": "}"}
_RESERVED = {**dict.fromkeys("@`%|>", "YAML-07"), **dict.fromkeys("!&*", "YAML-16")}


def quoted_end(lines: list[str], row: int, column: int, holder: int) -> tuple[int, int] | None:
    """Row and column just after the quote that closes the one at this place, or None."""
    quote = lines[row][column]
    column += 1
    for at in range(row, min(row + LONGEST_SPAN, len(lines))):
        if at > row and is_swallowed(lines[at], holder + 1):
            return None
        body = _BODY[quote].match(lines[at], column)
        if body and body.end() < len(lines[at]):
            return at, body.end() + 1
        column = 0
    return None


def escape_faults(lines: list[str], row: int, column: int, end: tuple[int, int]) -> list[Fault]:
    """The forbidden escapes between a `"` at this place and its end, at most one a line."""
    faults = []
    for at in range(row, end[0] + 1):
        last = end[1] if at == end[0] else len(lines[at])
        found = forbidden_escape(lines[at][:last], column + 1 if at == row else 0)
        if found:
            faults.append(Fault("YAML-11", at + 1, found.start() + 1, {"brut": found[0]}))
    return faults


@dataclass(slots=True)
class Flow:
    """A bracket being read: where we are, the signs still open, what stands before us in the entry."""

    lines: list[str]
    holder: int
    row: int
    column: int
    open: list[tuple[str, int, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    before: str = ""  # the last sign: an opening one, « , », « : », a closed quote or « x » for a word
    colon: int = -1  # the column of the entry's colon, on the current line
    closed: bool = False

    def fault(self, code: str, row: int, column: int, **facts: object) -> None:
        """Note a fault at that place."""
        self.faults.append(Fault(code, row + 1, column + 1, facts))


def read_flow(lines: list[str], row: int, column: int, holder: int) -> Flow:
    """The bracket that opens at this place, read up to its end or to the entry that it would swallow."""
    flow = Flow(lines, holder, row, column)
    last = min(row + LONGEST_SPAN, len(lines))
    while not flow.closed and flow.row < last:
        if flow.row > row and flow.column == 0 and is_swallowed(lines[flow.row], holder + 1):
            break
        _read_line(flow)
    if not flow.closed:
        opener, at, where = flow.open[-1]
        flow.fault("YAML-08", at, where, car=opener, l1=at + 1)
    return flow


def _read_line(flow: Flow) -> None:
    """Read the signs of the current line, or those up to a quote that runs over the next lines."""
    row, line = flow.row, flow.lines[flow.row]
    while flow.row == row and not flow.closed and (token := _TOKEN.match(line, flow.column)):
        sign = token[0]
        if sign[0] == "#" and (flow.column == 0 or line[flow.column - 1] in " \t"):
            break
        flow.column = token.end()
        if sign.strip():
            _take(flow, sign, token.start())
    if flow.row == row and not flow.closed:
        flow.row, flow.column, flow.colon = row + 1, 0, -1 if flow.colon < 0 else 0


def _take(flow: Flow, sign: str, column: int) -> None:
    """Take one sign into account."""
    if sign in _CLOSING:
        flow.open.append((sign, flow.row, column))
        flow.before, flow.colon = sign, -1
    elif sign in ("]", "}"):
        _close(flow, sign)
    elif sign == ",":
        if flow.before in (",", *_CLOSING):
            flow.fault("YAML-07", flow.row, column, car=",", valeur=_piece(flow, column))
        flow.before, flow.colon = sign, -1
    elif sign == ":":
        _colon(flow, column)
    elif sign in _BODY and flow.before != "x":
        _quote(flow, sign, column)
    else:
        _word(flow, sign, column)


def _close(flow: Flow, sign: str) -> None:
    opener, row, column = flow.open.pop()
    if _CLOSING[opener] != sign:
        closes_another = any(_CLOSING[other] == sign for other, _, _ in flow.open)
        flow.fault("YAML-08", row, column, car=opener, l1=row + 1, tape=sign, dehors=closes_another)
        while flow.open and _CLOSING[flow.open[-1][0]] != sign:
            flow.open.pop()
        del flow.open[-1:]
    flow.before, flow.colon, flow.closed = "x", -1, not flow.open


def _colon(flow: Flow, column: int) -> None:
    if flow.colon >= 0:
        start = flow.colon
        before = flow.lines[flow.row][max(start - LONGEST_PIECE, 0) : start]
        key = re.split(r"[,\[{]", before)[-1].strip()
        flow.fault("YAML-02", flow.row, column, cle=shown(key), valeur=_piece(flow, start + 1))
    else:
        flow.colon = column
    flow.before = ":"


def _quote(flow: Flow, sign: str, column: int) -> None:
    if flow.before in _BODY:
        _stray(flow, column)
        return
    end = quoted_end(flow.lines, flow.row, column, flow.holder)
    if end is None:
        flow.fault("YAML-05", flow.row, column, l1=flow.row + 1)
        flow.column = len(flow.lines[flow.row])
    else:
        if sign == '"':
            flow.faults += escape_faults(flow.lines, flow.row, column, end)
        flow.row, flow.column = end
    flow.before = sign


def _word(flow: Flow, sign: str, column: int) -> None:
    if flow.before in _BODY:
        _stray(flow, column)
    elif (sign[0] in _RESERVED or sign == "-") and flow.before != "x":
        flow.fault(
            _RESERVED.get(sign[0], "YAML-07"), flow.row, column, car=sign[0], valeur=_piece(flow, column)
        )
    flow.before = "x"


def _stray(flow: Flow, column: int) -> None:
    """A text goes on after the quote that closed it: its author meant that quote to be a part of it."""
    line = flow.lines[flow.row]
    if flow.before == "'":
        flow.fault("YAML-06", flow.row, max(column - 1, 0))
    else:
        start = line.rfind('"', 0, max(line.rfind('"', 0, column), 0))
        flow.fault("YAML-07", flow.row, max(start, 0), car='"', valeur=_piece(flow, max(start, 0)))
    flow.before = "x"


def _piece(flow: Flow, column: int) -> str:
    """What was typed from that column to the end of the entry."""
    typed = flow.lines[flow.row][column : column + LONGEST_PIECE]
    end = re.search(r"[,\]}]", typed[1:])
    return between_quotes(typed[: end.start() + 1] if end else typed)
