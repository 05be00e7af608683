"""What a text shows otherwise than it is: signs that nobody sees, accents piled on a letter, letters that imitate ours.

In: a text in NFC. Out: where, under which rule, and with which facts it is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# What parts two lines elsewhere than in YAML, and blanks that are letters to a machine: they part two words.
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
SEPARATORS = _LINE_ENDS + _BLANKS
# The last two of each plane.
_NO_CHARACTERS = "".join(chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
LOST = "\ufffd"
# Two of them make what is seen: one joins the pictures of an emoji, both shape the letters of Persian, Hindi…;
# a flag of a region is a black one followed by tags.
_JOINERS = "\u200c\u200d"
_JOINED = "©®\u0590-\u1cff\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
_TAGS = "\U000e0000-\U000e007f"
# What shows nothing, or shows something else on each screen, with what it is called in the message. The soft hyphen
# only says where a word may be cut, and U+FE0E and U+FE0F how a sign is drawn.
_REMOVABLE: tuple[tuple[str, str], ...] = (
    ("\0", "un octet nul"),
    (_LINE_ENDS, "un séparateur de lignes invisible"),
    ("\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f", "un caractère de commande"),
    ("\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", "une marque qui renverse le sens de la lecture"),
    ("\U000e0000-\U000e0fff\ufe00-\ufe0d", "une étiquette invisible"),
    (f"\u034f\u17b4\u17b5\u180b-\u180f{_BLANKS}", "une lettre qui n'a pas de forme"),
    ("\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc", "un caractère sans largeur"),
    (f"\ufdd0-\ufdef{_NO_CHARACTERS}", "un caractère qui n'existe pas"),
)
# A letter stood there: without the sign the word would be another one.
_KEPT: tuple[tuple[str, str], ...] = (
    (_PRIVATE, "un caractère à usage privé"),
    (LOST, "un caractère perdu par un changement d'encodage"),
)
_NAMED = tuple((re.compile(f"[{signs}]"), name) for signs, name in (*_REMOVABLE, *_KEPT))
_ALWAYS = "".join(signs for signs, _ in _REMOVABLE).replace("\u200b-\u200d", "\u200b").replace(
    "\U000e0000-\U000e0fff", "\U000e0080-\U000e0fff"
)  # fmt: skip
_BY_PLACE = f"(?<![{_JOINED}])[{_JOINERS}]|[{_JOINERS}](?![{_JOINED}])|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+"
REMOVABLE = re.compile(f"[{_ALWAYS}]|{_BY_PLACE}")
_HIDDEN = re.compile(f"[{_ALWAYS}{''.join(signs for signs, _ in _KEPT)}]|{_BY_PLACE}")
# What a French text may do without: the rest is looked at letter by letter. Most texts have none of it.
_RARE = re.compile(r"[^\t\n -~\u00a0-\u02ff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_MARKS = 2
_ALPHABETS = ("CYRILLIC", "ARMENIAN", "CHEROKEE", "GREEK", "COPTIC", "LISU")
# « μg », « kΩ », « Δt » are units and signs.
_LONGEST_SIGN = 3
_IMITATIONS = ("FULLWIDTH", "MATHEMATICAL")


class Sign(NamedTuple):
    """The rule that a line breaks, where (from 0), and what is said of it."""

    code: str
    at: int
    facts: Mapping[str, object]


def is_plain(text: str) -> bool:
    """Whether a text holds only what French is written with: nothing in it can be told."""
    return _RARE.search(text) is None


def odd_signs(line: str) -> Iterator[Sign]:
    """The first sign of each kind on a line."""
    if is_plain(line):
        return
    found = _HIDDEN.search(line)
    if found:
        yield Sign("PAG-07", found.start(), hidden_facts(found[0][0]))
    yield from _piled(line)
    yield from _mixed(line)


def hidden(text: str) -> Iterator[str]:
    """Each character of a text that nobody sees."""
    return (found[0][0] for found in _HIDDEN.finditer(text))


def hidden_facts(char: str) -> dict[str, object]:
    """What is said of such a character."""
    name = next(name for signs, name in _NAMED if signs.match(char))
    return {"quoi": name, "code": f"U+{ord(char):04X}"}


def may_disguise(char: str) -> bool:
    """Whether a character typed by its number would make a word other than it looks."""
    name = unicodedata.name(char, "")
    return bool(_HIDDEN.match(char)) or _is_mark(char) or name.startswith((*_ALPHABETS, *_IMITATIONS))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _piled(line: str) -> Iterator[Sign]:
    """Marks piled on one letter, which run over the lines around."""
    marks = 0
    for index, char in enumerate(line):
        marks = marks + 1 if _is_mark(char) else 0
        if marks > _MOST_MARKS:
            yield Sign("PAG-08", index - marks, {})
            return


def _mixed(line: str) -> Iterator[Sign]:
    """A word whose letters only look like those of the others."""
    for word in _WORD.finditer(line):
        if is_disguised(word[0]):
            yield Sign("PAG-09", word.start(), {"mot": word[0]})
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
