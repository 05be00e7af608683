"""Confirm with the parser the faults that the examination of the lines suspects.

In: a text that is no record. Out: its faults, one a line at most. A suspected fault is kept when the parser
refuses the text with that line as it was typed and all the other suspects mended. What the parser refuses in
the mended text becomes a fault too, in the words of `refusal`.
"""

from __future__ import annotations

from clairevoie.read.checks import form_faults
from clairevoie.read.compose import compose
from clairevoie.read.diagnosis.examination import Finding
from clairevoie.read.diagnosis.examine import examine_lines
from clairevoie.read.diagnosis.lines import take_apart
from clairevoie.read.diagnosis.values import PLACEHOLDER
from clairevoie.read.fault import Fault, one_per_line
from clairevoie.read.node import Composition
from clairevoie.read.refusal import Refused
from clairevoie.read.warnings import warn

_ROUNDS = 6
_MOST_TRIALS = 30
_LONGEST_TRIED = 100_000  # characters: a longer text would be composed too many times


def diagnose(text: str) -> tuple[list[Fault], list[Fault]]:
    """The errors and warnings of a text that cannot be read as a record; no error when it is sound YAML."""
    seen = examine_lines(text.split("\n"))
    findings = list(seen.findings.values())
    told, composition = _compose_by_force(seen.lines, {finding.fault.line for finding in findings})
    if composition is None:
        return one_per_line((finding.fault for finding in findings), told), []
    left = form_faults(composition)
    kept, lines = _confirmed(seen.lines, findings, len(left))
    warnings = list(warn(compose("\n".join(lines))))
    return one_per_line((finding.fault for finding in kept), told, left), warnings


def _compose_by_force(lines: list[str], known: set[int]) -> tuple[list[Fault], Composition | None]:
    """Compose lines, in which every line refused is emptied; with the faults of lines not known yet."""
    told: list[Fault] = []
    for _ in range(_ROUNDS):
        try:
            return told, compose("\n".join(lines))
        except Refused as refused:
            fault = refused.fault
            if refused.for_good:
                return [*told, fault], None
            if fault.line not in known:
                told.append(fault)
                known.add(fault.line)
            _empty(lines, fault.line - 1)
    return told, None


def _empty(lines: list[str], row: int) -> None:
    """Take the value away from a line; its key too when nothing else is left to take."""
    line = take_apart(lines[row])
    emptied = line.with_value(PLACEHOLDER) if line.key is not None and line.value else ""
    lines[row] = emptied if emptied != lines[row] else ""


def _confirmed(
    lines: list[str], findings: list[Finding], faults_left: int
) -> tuple[list[Finding], list[str]]:
    """The findings that the parser agrees with, and the lines without them; all when too many to try.

    A line that may stay as it was typed does, while the next ones are tried: where mending either of two
    lines would do, one of them is told.
    """
    if len(findings) > _MOST_TRIALS or sum(map(len, lines)) > _LONGEST_TRIED:
        return findings, lines
    kept = []
    for finding in findings:
        restored = [finding.typed.get(row, line) for row, line in enumerate(lines)]
        if _is_refused(restored, faults_left):
            kept.append(finding)
        else:
            lines = restored
    return kept, lines


def _is_refused(lines: list[str], faults_left: int) -> bool:
    try:
        composition = compose("\n".join(lines))
    except Refused:
        return True
    return len(form_faults(composition)) > faults_left or not isinstance(composition.root.content, dict)
