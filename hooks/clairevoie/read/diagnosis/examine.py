"""Find the faults of every line of a refused text, where the parser stops at the first one.

In: the lines of the text. Out: findings, and the same lines mended. A finding is only suspected: `diagnose`
asks the parser to confirm it.
"""

from __future__ import annotations

import re

from clairevoie.problems import Niveau
from clairevoie.read.diagnosis.examination import Examination, Prose
from clairevoie.read.diagnosis.levels import DASH, KEY, Levels
from clairevoie.read.diagnosis.lines import Line, is_empty, take_apart
from clairevoie.read.diagnosis.missing_signs import dash_apart, key_apart, lacks_key, next_line
from clairevoie.read.diagnosis.values import look
from clairevoie.read.fault import Fault, between_quotes, shown
from clairevoie.read.warnings import INVISIBLE, invisible_fault

MOST_FINDINGS = 100
_INDENT = re.compile(rf"[ \t{INVISIBLE}]*(?:-[ \t]+)*")
_MARKER = re.compile(r"(?:---|\.\.\.)(?:[ \t]|$)|%[A-Z]")
_FIELD = re.compile(r"[a-z][a-z_]*")


def examine_lines(lines: list[str]) -> Examination:
    """Read all the lines; stop when the faults are too many to be of use."""
    seen = Examination(list(lines))
    while seen.row < len(seen.lines) and len(seen.findings) < MOST_FINDINGS:
        text = seen.lines[seen.row]
        if _MARKER.match(text):
            seen.levels, seen.prose = Levels(), None
        elif not is_empty(text):
            _read(seen)
        seen.row += 1
    return seen


def _read(seen: Examination) -> None:
    """Read one line that holds something, and the rest of its value."""
    _indent(seen)
    if is_empty(seen.lines[seen.row]):
        return
    line = dash_apart(seen, take_apart(seen.lines[seen.row]))
    if _goes_on(seen, line):
        return
    if lacks_key(seen, line):
        line = key_apart(seen, line)
        if line.key is None:
            return
    placed = _placed(seen, _first_aligned(seen, line))
    if placed:
        _value(seen, placed)


def _first_aligned(seen: Examination, line: Line) -> Line:
    """The first line of a text, aligned with the second when only the first is indented."""
    following = None if seen.levels.open or not line.start else next_line(seen)
    if following is None or following.key is None or following.start >= line.start:
        return line
    facts = {"cle": shown(line.key or DASH), "cle_voisine": shown(following.key), "c": following.start + 1}
    mended = " " * following.start + line.text[line.start :]
    seen.report({seen.row: mended}, Fault("YAML-04", seen.row + 1, line.start + 1, facts))
    return take_apart(mended)


def _indent(seen: Examination) -> None:
    """Tabs and invisible spaces before a line become spaces."""
    text = seen.lines[seen.row]
    indent = _INDENT.match(text)
    before = indent[0] if indent else ""
    fault = invisible_fault(text, seen.row + 1, 1) if before.strip(" -\t") else None
    if "\t" in before:
        fault = Fault("YAML-01", seen.row + 1, 1)
    if fault:
        spaces = re.sub(f"[{INVISIBLE}]", " ", before.replace("-\t", "- ").replace("\t", "  "))
        mended = _beside_next(seen, take_apart(spaces + text[len(before) :]))
        fault = Fault(fault.code, fault.line, fault.column, fault.facts, Niveau.ERREUR)
        seen.report({seen.row: mended}, fault)


def _beside_next(seen: Examination, line: Line) -> str:
    """The first line of a block, aligned with the next when both are items, or both fields."""
    following = next_line(seen) if line.bare and seen.levels.pending >= 0 else None
    if following is None or bool(following.dashes) != bool(line.dashes) or following.start <= line.start:
        return line.text
    return " " * following.start + line.text[line.start :]


def _goes_on(seen: Examination, line: Line) -> bool:
    """Whether the line only goes on with an unquoted text; what breaks that text is reported."""
    prose = seen.prose
    if prose is None or line.dashes or line.column <= prose.holder:
        return False
    before = take_apart(seen.lines[prose.row])
    if line.key is None:
        if before.bare != before.value:
            _report_comment(seen, prose.row, before)
        return True
    if _FIELD.fullmatch(line.key) and not line.text[line.column + len(line.key) :].startswith(" "):
        return False
    facts = {"cle": prose.key, "valeur": between_quotes(f"{prose.text} {line.text.strip()}")}
    column = line.text.index(":", line.column) + 1
    seen.report({seen.row: ""}, Fault("YAML-02", seen.row + 1, column, facts))
    return True


def _report_comment(seen: Examination, row: int, line: Line) -> None:
    """A comment cuts an unquoted text in two, which the parser refuses."""
    lost = line.value[len(line.bare) :]
    column = line.value_column + line.value.index("#", len(line.bare)) + 1
    fault = Fault("YAML-10", row + 1, column, {"perdu": shown(lost.lstrip(" \t#"))}, Niveau.ERREUR)
    seen.report({row: line.with_value(line.bare)}, fault)


def _placed(seen: Examination, line: Line) -> Line | None:
    """The line, moved to the level it was meant for when it stands at none; None without such a level."""
    levels = seen.levels
    signs = [(column, DASH, DASH) for column in line.dashes]
    if line.key is not None:
        signs.append((line.column, KEY, line.key))
    for column, kind, name in signs:
        if not levels.take(column, kind):
            return _moved(seen, line, column, kind)
        levels.await_value(column, is_key=kind == KEY, name=name)
    return line


def _moved(seen: Examination, line: Line, column: int, kind: str) -> Line | None:
    meant = seen.levels.meant(column, kind)
    level = meant or seen.levels.open[-1]
    facts = {
        "cle": shown(line.key or DASH) if kind == KEY else DASH,
        "cle_voisine": shown(meant.name) if meant else "",
        "c": level.column + (1 if meant else 3),
    }
    mended = " " * level.column + line.text[column:] if meant else ""
    seen.report({seen.row: mended}, Fault("YAML-04", seen.row + 1, column + 1, facts))
    seen.levels.pending = -1
    return _placed(seen, take_apart(mended)) if meant else None


def _value(seen: Examination, line: Line) -> None:
    """Look at the value of a line, and go to its last line."""
    seen.prose = None
    if not line.bare:
        return
    levels, row = seen.levels, seen.row
    holder = levels.pending
    found = look(seen.lines, row, line, holder)
    seen.report(found.mended, *found.faults)
    seen.row, levels.pending = found.last_row, -1
    if found.is_prose:
        seen.prose = Prose(line.key or DASH, holder, row, line.bare)
