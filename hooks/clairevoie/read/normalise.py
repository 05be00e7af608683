"""Invisible oddities of a text: mixed line ends, decomposed accents, characters that nobody sees.

In: bytes or text as typed. Out: the same words in UTF-8, NFC and LF, and the place of the first oddity.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from clairevoie.signs import REMOVABLE, SEPARATORS, hidden_facts, is_plain

_LINE_END = re.compile(r"\r\n|\r|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(data: bytes) -> bytes:
    """The file without its invisible oddities; returned as it is when it is not in UTF-8."""
    try:
        return clean(data.decode()).encode()
    except UnicodeDecodeError:
        return data


def clean(text: str) -> str:
    """The text in NFC, its lines ended by LF, without control nor invisible format character."""
    if not is_plain(text):
        text = REMOVABLE.sub(lambda found: " " if found[0] in SEPARATORS else "", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


class Oddity(NamedTuple):
    """The first thing that `clean` would mend: line and column (from 1), what it is, and what it does."""

    line: int
    column: int
    constat: str
    effet: str


def oddity(text: str) -> Oddity | None:
    """The first oddity of a text, or None.

    Line ends that are all CRLF are the habit of one system: only a mixture of two kinds is odd.
    """
    found = [one for one in (_unwanted(text), _mixed(text), _decomposed(text)) if one]
    return min(found, default=None)


def holds_control(text: str) -> bool:
    """Whether a character that nobody can see nor print is left in this value, tab and line end apart."""
    return _unwanted(text) is not None or _SURROGATE.search(text) is not None


def _unwanted(text: str) -> Oddity | None:
    found = None if is_plain(text) else REMOVABLE.search(text)
    if found is None:
        return None
    sign = found[0][0]
    constat = "Il y a ici {quoi} ({code})".format_map(hidden_facts(sign))
    effet = "le site met une espace à sa place" if sign in SEPARATORS else "le site n'en tient pas compte"
    return Oddity(*_place(text, found.start()), constat, effet)


def _mixed(text: str) -> Oddity | None:
    if "\r" not in text:
        return None
    ends = list(_LINE_END.finditer(text))
    place = next((_place(text, end.start()) for end in ends if end[0] != ends[0][0]), None)
    effet = "un outil de comparaison verrait tout le fichier changé"
    return place and Oddity(*place, "Les fins de ligne de deux systèmes sont mélangées", effet)


def _decomposed(text: str) -> Oddity | None:
    if unicodedata.is_normalized("NFC", text):
        return None
    lines = _LINE_END.split(text)
    line = next((n for n, line in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", line)), 1)
    return Oddity(
        line, 1, "Des lettres et leurs accents sont tapés séparément", "la recherche pourrait échouer"
    )


def _place(text: str, index: int) -> tuple[int, int]:
    starts = [0, *(end.end() for end in _LINE_END.finditer(text, 0, index))]
    return len(starts), index - starts[-1] + 1
