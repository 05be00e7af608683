"""The names of other sites: an address leads where it seems to, and a person can recognise the name.

In: an address that begins with `https:` or `mailto:`. Out: why it could mislead.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

from clairevoie.signs import hidden

HIDDEN = "elle contient un caractère que personne ne voit"
_LONGEST = 80
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
# The letters of a French name; those of other alphabets look like them.
_ACCENTS = frozenset("àâäæçéèêëîïôöœùûüÿ")
_MAIL = re.compile(r"[\w.+-]+@(?P<host>[^@?]+)(?:\?subject=[^&]*)?")
# Words that show where a link leads: `rapport.pdf` does not.
_SHOWN_HOST = re.compile(
    r"(?:https?://|(?=www\.)|(?=[\w.-]+\.(?:ca|quebec|com|org|net|info|coop|fr)(?:/|$)))((?:[\w-]+\.)+[a-z]{2,})(?:[/?#:].*)?",
    re.IGNORECASE,
)


def misleading(address: str) -> str:
    """Why an address could lead elsewhere than people think; empty for one that cannot."""
    if holds_hidden(address):
        return HIDDEN
    return _wrong_mail(address) if address.lower().startswith("mailto:") else _wrong_host(address)


def holds_hidden(address: str) -> bool:
    """Whether an address holds what nobody sees, as it is or by its number."""
    return any(hidden(unquote(address)))


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


def shown(address: str) -> str:
    """An address as a message quotes it."""
    shown = "".join(char if char.isprintable() else "?" for char in address)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
