"""A text of fields that is no record, by the reader of the records: the head of a page, the settings of the site."""

from __future__ import annotations

from clairevoie.read.checks import form_faults
from clairevoie.read.compose import compose
from clairevoie.read.conflicts import without_conflicts
from clairevoie.read.diagnosis import diagnose
from clairevoie.read.fault import Fault, one_per_line
from clairevoie.read.mended import with_words
from clairevoie.read.node import Node, value_of
from clairevoie.read.refusal import Refused
from clairevoie.read.warnings import warn


def read_fields(text: str, above: int = 0) -> tuple[Node | None, list[Fault]]:
    """The node that holds the fields, and the faults of form; no node when they cannot be read.

    `above` is how many lines of the file stand above the text: places are those of the file.
    """
    typed, conflicts = without_conflicts("\n" * above + text)
    try:
        found = compose(typed)
    except Refused as refused:
        told = [] if refused.for_good else diagnose(typed)[0]
        return None, _worded(typed, one_per_line(conflicts, told or [refused.fault]))
    return found.root, _worded(typed, one_per_line(conflicts, form_faults(found), warn(found)))


def _worded(text: str, faults: list[Fault]) -> list[Fault]:
    lines = text.split("\n")
    return [with_words(fault, lines) for fault in faults]


def is_text(node: Node) -> bool:
    """Whether a value is words, and not a number, a list or nothing."""
    return isinstance(value_of(node), str)
