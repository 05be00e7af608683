"""The bytes of one file become a record, or the faults of form that keep it from being one."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

from clairevoie.problems import Located, in_order
from clairevoie.read.checks import form_faults
from clairevoie.read.compose import compose
from clairevoie.read.conflicts import without_conflicts
from clairevoie.read.diagnosis import diagnose
from clairevoie.read.fault import Fault, one_per_line
from clairevoie.read.mended import with_words
from clairevoie.read.node import Composition, Node, value_of
from clairevoie.read.normalise import clean, oddity
from clairevoie.read.quotas import RECORD, REPEATED, over
from clairevoie.read.record import Record
from clairevoie.read.refusal import Refused
from clairevoie.read.warnings import warn
from clairevoie.signs import LOST, is_plain, odd_signs

# Errors that leave no doubt about the values: the record is given all the same, to be checked further.
_HARMLESS = frozenset({"YAML-03", "YAML-12", "YAML-13", "YAML-15"})


def read_text(
    text_bytes: bytes,
    collection: str,
    id: str,
    path: str,
    again: Callable[[], Record | None] | None = None,
) -> tuple[Record | None, tuple[Located, ...]]:
    """The record that these bytes hold, and every problem of form, in the order of the lines.

    There is no record when its values could not be what was typed; some problem then says why. `again`
    finds the same record later, when these bytes are no longer at hand.
    """
    adresse = f"{collection}/{id}"
    too_large = over(RECORD, len(text_bytes))
    if too_large:
        return None, (too_large[0].at(path, adresse),)
    typed, misread = _decoded(text_bytes)
    text, conflicts = without_conflicts(clean(typed))
    errors, warnings, composition = _examined(text, collection)
    faults = [
        *misread,
        *_oddities(typed, misread),
        *_letters(text),
        *one_per_line(conflicts, errors, warnings),
    ]
    root = composition.root if composition else Node("", "")
    lines = text.split("\n")
    problems = in_order(
        # Looking for each value among thousands would have no end, and so many faults are not read one by one.
        with_words(one, lines).at(
            path, adresse, root.path_at(one.line, one.column) if rank < REPEATED.limit else ()
        )
        for rank, one in enumerate(faults)
    )
    if composition is None or any(error.code not in _HARMLESS for error in errors):
        return None, problems
    return Record(collection, id, path, value_of(composition.root), text, again), problems


def as_text(text_bytes: bytes) -> str:
    """The text of a file, in which lines and columns are counted."""
    return clean(_decoded(text_bytes)[0])


def _decoded(data: bytes) -> tuple[str, list[Fault]]:
    """The text, and the place of the first byte that is not UTF-8: it is then read as Windows writes."""
    try:
        return data.decode("utf-8-sig"), []  # the mark that Windows puts in front says nothing
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().split("\n")
        fault = Fault("YAML-13", len(before), len(before[-1]) + 1)
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_utf16 else "cp1252", "replace"), [fault]


def _oddities(typed: str, misread: list[Fault]) -> list[Fault]:
    found = None if misread else oddity(typed)
    if found is None:
        return []
    return [Fault("YAML-18", found.line, found.column, {"constat": found.constat, "effet": found.effet})]


def _letters(text: str) -> Iterator[Fault]:
    """What passes for letters; those lost by another encoding are told with the words around (TYP-24)."""
    if not is_plain(text):
        for row, line in enumerate(text.split("\n"), 1):
            for sign in odd_signs(line.replace(LOST, "?")):
                yield Fault(sign.code, row, sign.at + 1, sign.facts)


def _examined(text: str, collection: str) -> tuple[list[Fault], list[Fault], Composition | None]:
    """The errors and the warnings of a text; its composition when it holds a set of fields."""
    try:
        found = compose(text)
    except Refused as refused:
        errors, warnings = ([], []) if refused.for_good else diagnose(text)
        return errors or [refused.fault], warnings, None
    if isinstance(found.root.content, dict):
        return form_faults(found), list(warn(found)), found
    errors, warnings = diagnose(text)
    root = Fault("YAML-14", found.root.line, found.root.column, {"collection": collection})
    return errors or [root], warnings, None
