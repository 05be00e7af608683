"""How much room words take, for drawings whose lines are broken before any browser sees them.

Widths are those of Atkinson Hyperlegible, the font of the text, rounded up: what stands in for it until it
arrives is made as wide on average, and some room is left for what is wider.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Thousandths of the size of the type, by the widest letter of the class.
_CLASSES: dict[int, str] = {
    200: "'",
    250: ",.:;|¦·‘’l",
    300: "ij ¹`´!¡¸()",
    350: '"f[]{}tr\u00ad',
    400: "°-ª/\\º¯²³_“”",
    450: "I1¨y*•v",
    500: "zxs–kc¢",
    550: "¶7J?¿a×§uLehnF2",
    600: "^oø<>~µTg«»dbpþEð3q±¤5£V$YSß69",
    650: "P+=¬÷−Z48RBXAK0",
    700: "w#C€DNHU…",
    750: "&GÐOØ",
    800: "Q@©®—",
    850: "½M¼Wm",
    900: "¾æ",
    950: "%œ",
    1000: "Æ",
    1100: "Œ",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_UNKNOWN = 700
_WIDE = 1000
_BOLD = 1.15
# What a line of text really takes, of what is said above: bold letters differ more from one another.
_EXPECTED, _BOLD_EXPECTED = 0.953, 0.9
_AFTER = re.compile(r"(?<=[-/–—_@.?&=])(?=\w)")


@lru_cache(maxsize=4096)
def _letter(letter: str) -> int:
    """The width of a letter, of the one it is made on (`É` → `E`), or a guess that is rather too wide."""
    base = unicodedata.normalize("NFKD", letter)
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    known = _WIDTHS.get(letter) or sum(_WIDTHS.get(part, 0) for part in base)
    wide = unicodedata.east_asian_width(letter) in ("W", "F")
    return known or (_WIDE if wide else _UNKNOWN)


def width(text: str, size: float, bold: bool = False) -> float:
    """The room a line takes, in the unit of `size`, the size of the type."""
    return sum(map(_letter, text)) * (_BOLD if bold else 1) * size / 1000


def expected(text: str, size: float, bold: bool = False) -> int:
    """The room that a line will really take, within some hundredths: a browser without the font can be held to it."""
    return round(width(text, size, bold) * (_BOLD_EXPECTED if bold else _EXPECTED))


def lines(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `room`: broken between words, inside one that is alone too wide.

    Spaces that do not break keep their words together where a line can hold them.
    """
    found: list[str] = []
    for word in re.findall(r"[^ \t\n]+", text):
        joined = f"{found[-1]} {word}" if found else word
        if found and width(joined, size, bold) <= room:
            found[-1] = joined
        else:
            found += _pieces(word, size, room, bold)
    return tuple(found)


def _pieces(word: str, size: float, room: float, bold: bool) -> Iterator[str]:
    """A word whole, or cut where it may be read across lines, and anywhere as a last resort."""
    piece = ""
    for part in _parts(word, size, room, bold):
        if piece and width(piece + part, size, bold) > room:
            yield piece.strip("\u00a0\u202f")
            piece = ""
        piece += part
    yield piece


def _parts(word: str, size: float, room: float, bold: bool) -> list[str]:
    if width(word, size, bold) <= room:
        return [word]
    found: list[str] = []
    for part in re.split(r"(?<=[\u00a0\u202f])", word):
        for short in _AFTER.split(part):
            found += [short] if width(short, size, bold) <= room else list(short)
    return found
