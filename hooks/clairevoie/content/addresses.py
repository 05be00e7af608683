"""The addresses that a page leads to: another page of the site, or a place of the Web that is what it looks like.

In: an address as a browser gets it. Out: the code and the facts of what is wrong with it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from clairevoie.hosts import HIDDEN, holds_hidden, misleading, shown

Wrong = tuple[str, Mapping[str, object]]

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SCHEMES = ("https", "mailto")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
# What a browser takes away before it reads an address.
_DROPPED = re.compile(r"[\t\n\r]")


def wrong_link(address: str, page: str) -> Wrong | None:
    """What is wrong with the address of a link of `page`, a path in the folder of the pages."""
    if not address.strip():
        return "PAG-20", {}
    return _wrong(address, page)


def wrong_image(address: str, page: str) -> Wrong | None:
    """What is wrong with the address of a picture: it must be one of ours."""
    if not address.strip():
        return "PAG-20", {}
    if _SCHEME.match(_DROPPED.sub("", address).lstrip()) or address.startswith(("//", "\\")):
        return "PAG-23", {"adresse": shown(address)}
    return _wrong(address, page)


def _wrong(address: str, page: str) -> Wrong | None:
    bare = _DROPPED.sub("", address).strip()
    if holds_hidden(address):
        return "PAG-22", {"adresse": shown(address), "quoi": HIDDEN}
    scheme = _SCHEME.match(bare)
    if scheme and scheme[0][:-1].lower() not in _SCHEMES:
        facts = {"adresse": shown(address), "debut": scheme[0]}
        return "PAG-21", facts
    if _UNSAFE.search(address.strip(" ")) or (not scheme and bare.startswith("//")):
        return "PAG-21", {"adresse": shown(address), "debut": bare[:2]}
    if not scheme:
        return _wrong_way(bare, page)
    why = misleading(bare)
    return ("PAG-22", {"adresse": shown(address), "quoi": why}) if why else None


def _wrong_way(address: str, page: str) -> Wrong | None:
    """An address of the site goes from the page, and stays inside the folder."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.startswith("/") or target == ".." or target.startswith("../"):
        return "PAG-24", {"adresse": shown(address)}
    return None
