"""A fault of form in one text, before it is known in which file; and how typed text is quoted back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clairevoie.problems import Located, Niveau, Origin
from clairevoie.problems.catalogue import located

_LONGEST_QUOTE = 200
_BLANKS = re.compile(r"[\x00-\x20\x7f]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """Rule `code` broken at `line` and `column` (from 1), with the facts that its sentence needs."""

    code: str
    line: int
    column: int
    facts: Mapping[str, object] = field(default_factory=dict)
    niveau: Niveau | None = None

    def at(self, file: str, record: str, path: tuple[str | int, ...] = ()) -> Located:
        """The problem to show, once the file is known, and the value that stands there in its record."""
        origin = Origin(self.line, self.column)
        return located(self.code, file, origin, record, path, self.niveau, **self.facts)


def one_per_line(*groups: Iterable[Fault]) -> list[Fault]:
    """At most one fault a line, in the order of the lines; the groups come by decreasing importance."""
    kept: dict[int, Fault] = {}
    for group in groups:
        for fault in sorted(group, key=lambda fault: (fault.line, fault.column, fault.code)):
            kept.setdefault(fault.line, fault)
    return [kept[line] for line in sorted(kept)]


def shown(text: str) -> str:
    """The text on one line, shortened when a message would drown in it."""
    flat = _BLANKS.sub(" ", text).strip()
    return flat if len(flat) <= _LONGEST_QUOTE else f"{flat[:_LONGEST_QUOTE]}…"


def between_quotes(text: str) -> str:
    """The text as it can be typed between two `"`."""
    return shown(text).replace("\\", "\\\\").replace('"', '\\"')
