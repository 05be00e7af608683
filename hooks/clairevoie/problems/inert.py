"""What is printed is read by people, by terminals and by the logs of forges; only people may be told something.

A value or the name of a file may hold what a terminal obeys (an escape sequence), or what a log takes for an order:
`::error::` where a line begins, `##[group]` anywhere, GitLab's sections, which are made of control characters.
"""

from __future__ import annotations

import re

_UNSEEN = "\ufffd"
# Every sign becomes one sign that looks like it, or that says what it was: columns stay what they were.
_SIGNS = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029), _UNSEEN),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _UNSEEN),
}
# The first sign of an order, alone or with the others around it.
_ORDERS = (
    (re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE), r"\1" + "\u2236"),
    (re.compile(r"#(?=#[\w.-]*\[)"), "\u266f"),
)


def inert(text: str) -> str:
    """The same text, as long and as legible, in which nothing is an order; whatever is printed passes here."""
    shown = text.translate(_SIGNS)
    for order, instead in _ORDERS:
        shown = order.sub(instead, shown)
    return shown
