"""Marks that a merge left in a file: `<<<<<<<`, `=======`, `>>>>>>>`.

In: a text. Out: the same text, line for line, where only the first side of each conflict is left; a fault
for each conflict.
"""

from __future__ import annotations

import re

from clairevoie.read.fault import Fault

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=\s|$)", re.MULTILINE)
# After each mark: whether the lines that follow are kept, and whether a conflict is open.
_AFTER = {"<": (True, True), "|": (False, True), "=": (False, True), ">": (True, False)}


def without_conflicts(text: str) -> tuple[str, list[Fault]]:
    """The first side of every conflict, and the faults."""
    if not _MARK.search(text):
        return text, []
    lines, faults = text.split("\n"), []
    kept, is_open = True, False
    for row, line in enumerate(lines):
        mark = _MARK.match(line)
        if mark:
            if line[0] == "<" or not is_open:
                faults.append(Fault("YAML-12", row + 1, 1))
            kept, is_open = _AFTER[line[0]]
        if mark or not kept:
            lines[row] = ""
    return "\n".join(lines), faults
