"""The bytes of a page become the text that is read: UTF-8, NFC, LF, without a mark of byte order.

In: bytes. Out: the text, and the faults of what nobody sees in it or what passes for something else.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator

from clairevoie.read.fault import Fault
from clairevoie.signs import is_plain, odd_signs


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
    if not is_plain(text):
        for row, line in enumerate(text.split("\n"), 1):
            yield from (Fault(sign.code, row, sign.at + 1, sign.facts) for sign in odd_signs(line))
