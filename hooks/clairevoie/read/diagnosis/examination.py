"""The state of the examination of a refused text: the line reached, the open blocks, the faults suspected."""

from __future__ import annotations

from dataclasses import dataclass, field

from clairevoie.read.diagnosis.levels import Levels
from clairevoie.read.fault import Fault


@dataclass(slots=True)
class Finding:
    """A fault, and the lines as they were typed that it made us replace."""

    fault: Fault
    typed: dict[int, str]


@dataclass(slots=True)
class Prose:
    """An unquoted text that may go on over the next lines."""

    key: str
    holder: int
    row: int
    text: str


@dataclass(slots=True)
class Examination:
    """A text being read; `lines` lose their faults on the way."""

    lines: list[str]
    row: int = 0
    levels: Levels = field(default_factory=Levels)
    prose: Prose | None = None
    findings: dict[int, Finding] = field(default_factory=dict)

    def report(self, mended: dict[int, str], *faults: Fault) -> None:
        """Note faults, the first of each line, and put lines without them in place."""
        typed = {row: self.lines[row] for row in mended}
        for fault in faults:
            finding = self.findings.setdefault(fault.line, Finding(fault, {}))
            finding.typed = {**typed, **finding.typed}
        for row, text in mended.items():
            self.lines[row] = text
