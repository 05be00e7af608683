"""Put back the signs missing in a line: the space after `-` or `:`, the colon after a key.

In: the examination and a line. Out: the line as it was probably meant; the missing sign is reported as a fault.
"""

from __future__ import annotations

import re

from clairevoie.read.diagnosis.examination import Examination
from clairevoie.read.diagnosis.lines import Line, is_empty, take_apart
from clairevoie.read.diagnosis.values import PLACEHOLDER, look
from clairevoie.read.fault import Fault, shown
from clairevoie.read.warnings import INVISIBLE

_STUCK_KEY = re.compile(r"""["']?\w[\w-]*["']?:(?=[^ \t/])""")
_STUCK_DASH = re.compile(r"-(?=[^-\s\d]|\xa0)")
_WORD = re.compile(r"[a-z_]+")


def dash_apart(seen: Examination, line: Line) -> Line:
    """`-SANA` becomes `- SANA`."""
    if line.dashes or not _STUCK_DASH.match(line.text, line.column):
        return line
    mended = f"{line.text[: line.column]}- {line.text[line.column + 1 :].lstrip(INVISIBLE)}"
    seen.report({seen.row: mended}, Fault("YAML-09", seen.row + 1, line.column + 1, {"car": "-"}))
    return take_apart(mended)


def lacks_key(seen: Examination, line: Line) -> bool:
    """Whether the line holds no key where one was due."""
    if line.key is not None:
        return False
    is_stuck = _STUCK_KEY.match(line.value) is not None
    if not line.dashes:
        return is_stuck or not 0 <= seen.levels.pending < line.column
    following = next_line(seen) if is_stuck else None
    return following is not None and following.key is not None and following.start == line.column


def key_apart(seen: Examination, line: Line) -> Line:
    """The line with its key apart, or without its text when no key can be made of it."""
    stuck, words = _STUCK_KEY.match(line.value), line.value.split()
    if stuck:
        fault = Fault("YAML-09", seen.row + 1, line.column + stuck.end(), {"car": ":"})
        return _mended(seen, fault, line.with_value(f"{stuck[0]} {PLACEHOLDER}"))
    if not seen.levels.open and not _next_key(seen):
        return line
    if seen.prose and not _WORD.fullmatch(line.value):
        facts = {"cle": shown(words[0]), "cle_voisine": "", "c": seen.prose.holder + 3}
        return _mended(seen, Fault("YAML-04", seen.row + 1, line.column + 1, facts), "")
    if not words[0][0].isalpha():
        found = look(seen.lines, seen.row, line, line.column - 1)
        seen.report({**found.mended, seen.row: ""} if found.faults else {}, *found.faults)
        return line
    fault = Fault("YAML-09", seen.row + 1, line.column + len(words[0]) + 1, {"car": ":"})
    return _mended(seen, fault, line.with_value(f"{words[0]}:{f' {PLACEHOLDER}' if words[1:] else ''}"))


def _mended(seen: Examination, fault: Fault, text: str) -> Line:
    seen.report({seen.row: text}, fault)
    return take_apart(text)


def next_line(seen: Examination) -> Line | None:
    """The next line that holds something."""
    rows = range(seen.row + 1, len(seen.lines))
    return next((take_apart(seen.lines[row]) for row in rows if not is_empty(seen.lines[row])), None)


def _next_key(seen: Examination) -> bool:
    following = next_line(seen)
    return following is not None and following.key is not None
