"""The addresses that a page leads to: another page of the site, or a place of the Web that is what it looks like.

In: an address as a browser gets it. Out: the code and the facts of what is wrong with it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from clairevoie.content.text import hidden

Wrong = tuple[str, Mapping[str, object]]

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SCHEMES = ("https", "mailto")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
# What a browser takes away before it reads an address.
_DROPPED = re.compile(r"[\t\n\r]")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
# The letters of a French name; those of other alphabets look like them.
_ACCENTS = frozenset("àâäæçéèêëîïôöœùûüÿ")
_MAIL = re.compile(r"[\w.+-]+@(?P<host>[^@?]+)(?:\?subject=[^&]*)?")
# Words that show where a link leads: `rapport.pdf` does not.
_SHOWN_HOST = re.compile(
    r"(?:https?://|(?=www\.)|(?=[\w.-]+\.(?:ca|quebec|com|org|net|info|coop|fr)(?:/|$)))((?:[\w-]+\.)+[a-z]{2,})(?:[/?#:].*)?",
    re.IGNORECASE,
)


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
        return "PAG-23", {"adresse": _short(address)}
    return _wrong(address, page)


def _wrong(address: str, page: str) -> Wrong | None:
    bare = _DROPPED.sub("", address).strip()
    if any(hidden(unquote(address))):
        return "PAG-22", {
            "adresse": _short(address),
            "quoi": "elle contient un caractère que personne ne voit",
        }
    scheme = _SCHEME.match(bare)
    if scheme and scheme[0][:-1].lower() not in _SCHEMES:
        facts = {"adresse": _short(address), "debut": scheme[0]}
        return "PAG-21", facts
    if _UNSAFE.search(address.strip(" ")) or (not scheme and bare.startswith("//")):
        return "PAG-21", {"adresse": _short(address), "debut": bare[:2]}
    if not scheme:
        return _wrong_way(bare, page)
    why = _wrong_mail(bare) if bare.lower().startswith("mailto:") else _wrong_host(bare)
    return ("PAG-22", {"adresse": _short(address), "quoi": why}) if why else None


def _wrong_way(address: str, page: str) -> Wrong | None:
    """An address of the site goes from the page, and stays inside the folder."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.startswith("/") or target == ".." or target.startswith("../"):
        return "PAG-24", {"adresse": _short(address)}
    return None


def _wrong_mail(address: str) -> str:
    found = _MAIL.fullmatch(unquote(address.partition(":")[2]))
    if not found:
        return "ce n'est pas une seule adresse de courriel"
    return _wrong_name(found["host"])


def _wrong_host(address: str) -> str:
    parts = _parts(address)
    if parts is None:
        return "elle n'est pas complète"
    if "@" in parts.netloc:
        return "ce qui précède « @ » cache le vrai nom du site"
    return _wrong_name(parts.hostname or "")


def _parts(address: str) -> SplitResult | None:
    """What an address is made of; None when it cannot be taken apart."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # looked at only when it is asked for
    except ValueError:
        return None
    return parts


def _wrong_name(host: str) -> str:
    """Why the name of a site is not one that people can recognise; empty for one that is."""
    labels = host.lower().rstrip(".").split(".")
    if len(labels) < 2 or not all(labels) or labels[-1].isdecimal():
        return "le nom du site n'est pas complet"
    for label in labels:
        try:
            shown = label.encode("ascii").decode("idna") if label.startswith("xn--") else label
        except UnicodeError:
            return "le nom du site ne veut rien dire"
        if not _LABEL.fullmatch("".join("e" if letter in _ACCENTS else letter for letter in shown)):
            return f"le nom « {shown} » contient des lettres qui imitent les nôtres, ou un signe interdit"
    return ""


def other_host(words: str, address: str) -> str:
    """The site that the words of a link show, when the link leads to another one."""
    shown = _SHOWN_HOST.fullmatch(words.strip())
    parts = _parts(address)
    host = parts.hostname if parts and parts.scheme == "https" else None
    if not shown or not host:
        return ""
    name = shown[1].lower().removeprefix("www.")
    return "" if f".{host}".endswith(f".{name}") else shown[1]


def _short(address: str) -> str:
    shown = "".join(char if char.isprintable() else "?" for char in address)
    return shown if len(shown) <= 80 else f"{shown[:80]}…"
