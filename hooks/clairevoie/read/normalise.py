"""Invisible oddities of a text: mixed line ends, decomposed accents, characters that nobody sees.

In: bytes or text as typed. Out: the same words in UTF-8, NFC and LF, and the place of the first oddity.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
# What parts two lines elsewhere than in YAML parts two words here: removing it would glue them.
_SEPARATORS = "\x0b\x0c\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
# They turn the reading order around, join or part letters, mark the order of bytes: French needs none of
# them, and they hide words. The soft hyphen stays: it only says where a long word may be cut.
_FORMATS = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
# Two of them make what is seen: one joins the pictures of an emoji, both shape the letters of Persian, Hindi…;
# a flag of a region is a black one followed by tags.
_JOINERS = "\u200c\u200d"
_JOINED = "©®\u0590-\u1cff\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
_TAGS = "\U000e0000-\U000e007f"
_UNWANTED = re.compile(
    f"[{_CONTROLS}{_FORMATS}]|(?<![{_JOINED}])[{_JOINERS}]|[{_JOINERS}](?![{_JOINED}])"
    f"|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+"
)
# Most texts have none of them: one look tells.
_SUSPECT = re.compile(f"[{_CONTROLS}{_FORMATS}{_JOINERS}{_TAGS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(data: bytes) -> bytes:
    """The file without its invisible oddities; returned as it is when it is not in UTF-8."""
    try:
        return clean(data.decode()).encode()
    except UnicodeDecodeError:
        return data


def clean(text: str) -> str:
    """The text in NFC, its lines ended by LF, without control nor invisible format character."""
    if _SUSPECT.search(text):
        text = _UNWANTED.sub(lambda found: " " if found[0] in _SEPARATORS else "", text)
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
    found = _UNWANTED.search(text) if _SUSPECT.search(text) else None
    if found is None:
        return None
    sign = found[0][0]
    constat = f"Un {_name_of(sign)} (U+{ord(sign):04X}) se trouve dans le texte"
    effet = "le site met une espace à sa place" if sign in _SEPARATORS else "le site n'en tient pas compte"
    return Oddity(*_place(text, found.start()), constat, effet)


def _name_of(sign: str) -> str:
    """What an unwanted character is called."""
    if sign in _SEPARATORS:
        return "séparateur de lignes invisible"
    if sign == "\x00":
        return "caractère nul"
    if unicodedata.category(sign) == "Cc":
        return "caractère de contrôle"
    return "caractère invisible"


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
