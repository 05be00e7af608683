"""The settings of the site, `mkdocs.yml`: those that a site needs, and nothing that could run or look elsewhere.

In: the text of the file, and the pages that its menu may name. Out: the faults.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from clairevoie.content.addresses import wrong_link
from clairevoie.content.fields import is_text, read_fields
from clairevoie.content.text import read_text
from clairevoie.read.fault import Fault, between_quotes, shown
from clairevoie.read.node import Node, value_of
from clairevoie.read.quotas import SETTINGS, over

FILE = "mkdocs.yml"
# The only tag: a value that whoever publishes may give by an environment variable that we know.
_ENV = re.compile(r"!ENV[ \t]+(?=[\[\w])")
_VARIABLES = ("CLAIREVOIE_ADRESSE",)
_WORDS = ("site_name", "site_description", "site_url")
_ADDRESSES = ("signaler", "depot")
# Whether the site says on each of its pages that nothing on it exists.
_YES_OR_NO = ("communaute_inventee",)
# The habits of the community are read by the rules of dates.
_EXTRA = (*_ADDRESSES, *_YES_OR_NO, "exercice", "annee_scolaire")
_LINKS = dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "warn")
# What the program counts on: no other plugin, script nor extension is known to be harmless.
_FIXED: dict[str, Any] = {
    "docs_dir": "content",
    "site_dir": "site",
    "strict": True,
    "watch": ["data", "overrides"],
    "hooks": ["hooks/mkdocs_events.py"],
    "plugins": [],
    "theme": {"name": "material", "language": "fr", "font": False, "custom_dir": "overrides"},
    "markdown_extensions": [
        "attr_list",
        "tables",
        "clairevoie.pages.written_tables",
        {"toc": {"permalink": False, "toc_depth": 3}},
    ],
    "validation": {"links": _LINKS},
}
_KEYS = (*_WORDS, *_FIXED, "extra", "nav")
_NEEDED = ("site_name", "site_url", "docs_dir", "hooks", "plugins", "theme", "markdown_extensions")
_LONGEST = 200
_DEEPEST_MENU = 3


def check_settings(data: bytes, pages: Collection[str]) -> list[Fault]:
    """The faults of the settings; `pages` are the paths of the pages in their folder."""
    too_large = over(SETTINGS, len(data))
    if too_large:
        return too_large
    text, faults = read_text(data)
    root, form = read_fields(text)
    lines = text.split("\n")
    faults += [fault for fault in form if not _is_variable(fault, lines)]
    faults += [
        Fault("YAML-16", row, 1, {"car": "%"}) for row, line in enumerate(lines, 1) if line.startswith("%")
    ]
    if root is None:
        return faults
    if not isinstance(root.content, dict):
        return [*faults, Fault("CFG-01", root.line, root.column)]
    return [*faults, *_unknown(root, _KEYS, ""), *_missing(root), *_entries(root.content, lines, pages)]


def _is_variable(fault: Fault, lines: list[str]) -> bool:
    """Whether what is taken for a forbidden shortcut is `!ENV`, which is looked at with its value."""
    is_tag = fault.code == "YAML-16" and fault.facts["car"] == "!"
    return is_tag and _ENV.match(lines[fault.line - 1], fault.column - 1) is not None


def _unknown(node: Node, known: Collection[str], inside: str) -> Iterator[Fault]:
    """The entries of a set of settings that are none of those."""
    for name, (key, _) in node.content.items() if isinstance(node.content, dict) else ():
        if name not in known:
            facts = {"cle": f"{inside}{shown(name)}", "liste": ", ".join(known)}
            yield Fault("CFG-02", key.line, key.column, facts)


def _missing(root: Node) -> Iterator[Fault]:
    for name in _NEEDED:
        if root.key(name) is None:
            example = _written(_FIXED[name]) if name in _FIXED else '"…"'
            yield Fault("CFG-03", 1, 1, {"cle": name, "exemple": f"{name}: {example}"})


def _entries(
    settings: dict[str, tuple[Node, Node]], lines: list[str], pages: Collection[str]
) -> Iterator[Fault]:
    for name, (_, value) in settings.items():
        if name in _FIXED:
            if value_of(value) != _FIXED[name] or _is_tagged(value, lines):
                facts = {"cle": name, "exemple": f"{name}: {_written(_FIXED[name])}"}
                yield Fault("CFG-04", value.line, value.column, facts)
        elif name in _WORDS:
            yield from _words(name, value, lines)
        elif name == "extra":
            yield from _extra(value, lines)
        elif name == "nav":
            yield from _menu(value, pages, 1)


def _is_tagged(value: Node, lines: list[str]) -> bool:
    return _ENV.match(lines[value.line - 1], value.column - 1) is not None


def _words(name: str, value: Node, lines: list[str]) -> Iterator[Fault]:
    """A setting that is words, or a variable with the words that hold when it is not given."""
    found = _given(value, lines)
    if found is None:
        facts = {"liste": ", ".join(_VARIABLES)}
        yield Fault("CFG-05", value.line, value.column, facts)
    elif not isinstance(found, str) or not found.strip() or len(found) > _LONGEST or "<" in found:
        yield Fault("CFG-06", value.line, value.column, {"cle": name, "limite": _LONGEST})


def _given(value: Node, lines: list[str]) -> Any:
    """The words of a setting; those that hold without its variable; None for a variable that we do not know."""
    typed = value_of(value)
    if not _is_tagged(value, lines):
        return "" if typed is None else typed
    variable, *otherwise = typed if isinstance(typed, list) else [typed]
    if variable not in _VARIABLES or len(otherwise) > 1:
        return None
    return otherwise[0] if otherwise else variable


def _extra(value: Node, lines: list[str]) -> Iterator[Fault]:
    """Where to write, and where the history of the facts is: addresses that people follow; and what is yes or no."""
    if not isinstance(value.content, dict):
        yield Fault("CFG-02", value.line, value.column, {"cle": "extra", "liste": ", ".join(_EXTRA)})
        return
    yield from _unknown(value, _EXTRA, "extra.")
    for name, (_, inner) in value.content.items():
        typed = value_of(inner)
        if name in _YES_OR_NO and (not isinstance(typed, bool) or _is_tagged(inner, lines)):
            yield Fault("CFG-10", inner.line, inner.column, {"cle": f"extra.{name}"})
        is_address = isinstance(typed, str) and typed.partition(":")[0] in ("https", "mailto")
        if name not in _ADDRESSES or typed in (None, ""):
            continue
        if _is_tagged(inner, lines) or not is_address or wrong_link(str(typed), ""):
            yield Fault("CFG-07", inner.line, inner.column, {"cle": f"extra.{name}"})


def _menu(value: Node, pages: Collection[str], depth: int) -> Iterator[Fault]:
    """Each entry of the menu is a title and one of our pages, or a title and a shorter menu."""
    if not isinstance(value.content, list) or depth > _DEEPEST_MENU:
        yield Fault("CFG-08", value.line, value.column)
        return
    for entry in value.content:
        yield from _menu_entry(entry, pages, depth)


def _menu_entry(entry: Node, pages: Collection[str], depth: int) -> Iterator[Fault]:
    target = entry
    if isinstance(entry.content, dict) and len(entry.content) == 1:
        (title, (key, target)) = next(iter(entry.content.items()))
        if not title.strip() or len(title) > _LONGEST or "<" in title:
            yield Fault("CFG-06", key.line, key.column, {"cle": "nav", "limite": _LONGEST})
    if isinstance(target.content, list):
        yield from _menu(target, pages, depth + 1)
    elif not is_text(target):
        yield Fault("CFG-08", target.line, target.column)
    elif target.content not in pages:
        yield Fault("CFG-09", target.line, target.column, {"valeur": shown(str(target.content))})


def _written(value: Any) -> str:
    """A value as it may be typed, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else between_quotes(str(value))
