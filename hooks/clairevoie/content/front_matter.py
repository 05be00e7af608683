"""The head of a page, between two lines `---`: its title, what it says to search engines, its scripts.

In: the text of a page. Out: a `WrittenPage`, and the faults of its head, read by the same reader as the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clairevoie.content.fields import is_text, read_fields
from clairevoie.read.fault import Fault, between_quotes, shown
from clairevoie.read.node import Node, value_of

_MARK = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
# The scripts that a page may ask for, beside those of every page.
MODULES = ("explorer", "plis")
_LONGEST = {"title": 200, "description": 400}
_KEYS = (*_LONGEST, "modules", "mots_cles", "anciennes_adresses")
# What a head begins with when its first line was forgotten.
_BARE = re.compile(rf"(?:{'|'.join(_KEYS)}|template|hide|tags|author|date)\s*:", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_MARKUP = re.compile(r"<[a-z!/?]|\[\[", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """What a page says of itself, its Markdown, and how many lines stand above it."""

    body: str
    above: int = 0
    meta: dict[str, Any] = field(default_factory=dict)


def split(text: str) -> tuple[WrittenPage, list[Fault]]:
    """The page that a text holds; a head that is not whole is told, and taken for what it was meant to be."""
    lines = text.split("\n")
    blank = next((row for row, line in enumerate(lines) if line.strip()), 0)
    if not _MARK.fullmatch(lines[blank]):
        bare = _BARE.match(lines[blank])
        return WrittenPage(text), [Fault("PAG-10", blank + 1, 1)] if bare else []
    end = next((row for row in range(blank + 1, len(lines)) if _END.fullmatch(lines[row])), None)
    if end is None:
        return WrittenPage(text), [Fault("PAG-10", blank + 1, 1)]
    fields, faults = read_fields("\n".join(lines[blank + 1 : end]), blank + 1)
    if blank:
        faults.append(Fault("PAG-10", blank + 1, 1))
    meta: dict[str, Any] = {}
    if fields is not None and fields.content:
        faults += _key_faults(fields)
        meta = value_of(fields) if isinstance(fields.content, dict) else {}
    return WrittenPage("\n".join(lines[end + 1 :]), end + 1, meta), faults


def _key_faults(fields: Node) -> Iterator[Fault]:
    """What is wrong with each entry of a head, in its order."""
    if not isinstance(fields.content, dict):
        yield Fault("PAG-10", fields.line, fields.column)
        return
    for name, (key, value) in fields.content.items():
        if name not in _KEYS:
            facts = {"cle": shown(name), "liste": ", ".join(_KEYS)}
            yield Fault("PAG-11", key.line, key.column, facts)
        elif name == "modules":
            yield from _module_faults(value)
        elif name == "mots_cles":
            yield from _keyword_faults(value)
        elif name == "anciennes_adresses":
            yield from _address_faults(value)
        else:
            yield from _words_faults(name, value)


def _module_faults(value: Node) -> Iterator[Fault]:
    named = value_of(value)
    if not isinstance(named, list) or any(one not in MODULES for one in named):
        facts = {"cle": "modules", "exemple": f"modules: [{', '.join(MODULES)}]"}
        yield Fault("PAG-12", value.line, value.column, facts)


def _keyword_faults(value: Node) -> Iterator[Fault]:
    typed = value_of(value)
    texts = typed if isinstance(typed, list) else [typed]
    if not texts or not all(
        isinstance(one, str) and one.strip() and not _MARKUP.search(one) for one in texts
    ):
        yield Fault("PAG-30", value.line, value.column)


def _address_faults(value: Node) -> Iterator[Fault]:
    typed = value_of(value)
    if not isinstance(typed, list) or not typed or not all(map(_is_address, typed)):
        yield Fault("PAG-31", value.line, value.column)


def _is_address(typed: object) -> bool:
    """Whether it is the address of a page, without slashes around it."""
    return isinstance(typed, str) and _ADDRESS.fullmatch(typed) is not None


def old_addresses(page: WrittenPage) -> list[str]:
    """The addresses of other days that lead to a page."""
    typed = page.meta.get("anciennes_adresses")
    return [one for one in typed if _is_address(one)] if isinstance(typed, list) else []


def _words_faults(name: str, value: Node) -> Iterator[Fault]:
    """A title and a description are words, of the length that people read."""
    typed = value.content if isinstance(value.content, str) else "Vos mots"
    if not is_text(value) or not typed.strip() or len(typed) > _LONGEST[name] or _MARKUP.search(typed):
        kept = between_quotes(typed).partition("<")[0][:60].strip()
        facts = {"cle": name, "exemple": f'{name}: "{kept or "Vos mots"}"', "limite": _LONGEST[name]}
        yield Fault("PAG-13", value.line, value.column, facts)
