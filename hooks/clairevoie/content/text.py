"""The bytes of a page become the text that is read: UTF-8, NFC, LF, without a mark of byte order.

In: bytes. Out: the text, and the faults of what nobody sees in it or what passes for something else.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from clairevoie.read.fault import Fault

# The last two of each plane.
_NO_CHARACTERS = "".join(chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
# What shows nothing, or shows something else on each screen, with what it is called in the message. The soft hyphen
# only says where a word may be cut, and U+FE0E and U+FE0F how a sign is drawn.
_KINDS: tuple[tuple[str, str], ...] = (
    ("\0", "un octet nul"),
    ("\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029", "un caractère de commande"),
    ("\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", "une marque qui renverse le sens de la lecture"),
    ("\U000e0000-\U000e0fff\ufe00-\ufe0d", "une étiquette invisible"),
    ("\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd", "un caractère à usage privé"),
    ("\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0", "une lettre qui n'a pas de forme"),
    ("\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc", "un caractère sans largeur"),
    ("\ufffd", "un caractère perdu par un changement d'encodage"),
    (f"\ufdd0-\ufdef{_NO_CHARACTERS}", "un caractère qui n'existe pas"),
)
_HIDDEN = re.compile("[" + "".join(signs for signs, _ in _KINDS) + "]")
_NAMED = tuple((re.compile(f"[{signs}]"), name) for signs, name in _KINDS)
# What a French text may do without: the rest is looked at letter by letter.
_RARE = re.compile(r"[^\x00-\u02ff\u2000-\u20cf]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_MARKS = 2
_ALPHABETS = ("CYRILLIC", "ARMENIAN", "CHEROKEE", "GREEK", "COPTIC", "LISU")
# « μg », « kΩ », « Δt » are units and signs.
_LONGEST_SIGN = 3
_IMITATIONS = ("FULLWIDTH", "MATHEMATICAL")


def read_text(data: bytes) -> tuple[str, list[Fault]]:
    """The text that these bytes hold, and its faults; what is not UTF-8 is read as Windows writes."""
    try:
        typed, misread = data.decode(), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().split("\n")
        misread = [Fault("PAG-06", len(before), len(before[-1]) + 1)]
        is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        typed = data.decode("utf-16" if is_utf16 else "cp1252", "replace")
    text = typed.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    return text, misread or list(_faults(text))


def _faults(text: str) -> Iterator[Fault]:
    """The first fault of each kind on each line."""
    for row, line in enumerate(text.split("\n"), 1):
        found = _HIDDEN.search(line)
        if found:
            yield Fault("PAG-07", row, found.start() + 1, hidden_facts(found[0]))
        if _RARE.search(line):
            yield from _piled(line, row)
            yield from _mixed(line, row)


def hidden(text: str) -> Iterator[str]:
    """Each character of a text that nobody sees."""
    return (found[0] for found in _HIDDEN.finditer(text))


def hidden_facts(char: str) -> dict[str, object]:
    """What is said of such a character."""
    name = next(name for signs, name in _NAMED if signs.match(char))
    return {"quoi": name, "code": f"U+{ord(char):04X}"}


def _piled(line: str, row: int) -> Iterator[Fault]:
    """Marks piled on one letter, which run over the lines around."""
    marks = 0
    for column, char in enumerate(line, 1):
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if marks > _MOST_MARKS:
            yield Fault("PAG-08", row, column - marks)
            return


def _mixed(line: str, row: int) -> Iterator[Fault]:
    """A word whose letters only look like those of the others."""
    for word in _WORD.finditer(line):
        if is_disguised(word[0]):
            yield Fault("PAG-09", row, word.start() + 1, {"mot": word[0]})
            return


def is_disguised(word: str) -> bool:
    """Whether a word mixes our letters with those of another alphabet, or is written in signs that imitate them."""
    if word.isascii():
        return False
    names = [unicodedata.name(char, "") for char in word]
    if any(name.startswith(_IMITATIONS) for name in names):
        return True
    others = sum(name.startswith(_ALPHABETS) for name in names)
    is_sign = len(word) <= _LONGEST_SIGN and any(name.startswith("GREEK") for name in names)
    return 0 < others < len(word) and not is_sign
