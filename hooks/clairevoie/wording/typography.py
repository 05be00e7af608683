"""French typography for what is shown: spaces that do not break, amounts, and safe Markdown."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

import nh3
from cmarkgfm import markdown_to_html
from markupsafe import Markup, escape

NBSP = "\u00a0"
_SPACES = re.compile(r" (?:(?=»|[:;!?%$€](?:\s|$|[.,)]))|(?<=« )|(?<=\d )(?=\d{3}(?!\d)))")
_MARKS = re.compile(r"[*_`\[\]<>#\\|~&\n]|https?:|^\s*(?:[-+]|\d+[.)])\s")
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br"}
_SIGNS = {"CAD": f"{NBSP}$", "USD": f"{NBSP}${NBSP}US", "EUR": f"{NBSP}€"}
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý«])")


def spaced(texte: str) -> str:
    """The text with its French spaces made unbreakable; no character is added or removed."""
    return _SPACES.sub(NBSP, texte)


def typo(texte: object) -> Markup:
    """A plain text, spaced and escaped; what is HTML already comes back as it is."""
    return texte if isinstance(texte, Markup) else _typo(str(texte))


@lru_cache(maxsize=4096)
def _typo(texte: str) -> Markup:
    return escape(spaced(texte))


def headline(texte: str) -> str:
    """A plain text with its first letter capitalised, and nothing else changed: a name at the head of a line."""
    return texte[:1].upper() + texte[1:]


def capital(texte: object) -> Markup:
    """The same as HTML."""
    if isinstance(texte, Markup):
        return Markup(texte[:1].upper() + texte[1:])
    return typo(headline(str(texte)))


def number(valeur: Decimal | int) -> str:
    """1234.5 → « 1 234,5 », groups of three kept together."""
    whole, _, decimals = (
        f"{valeur:f}".partition(".") if isinstance(valeur, Decimal) else (str(valeur), "", "")
    )
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", NBSP, whole)
    return f"{grouped},{decimals}" if decimals else grouped


def money(valeur: Decimal, devise: str = "CAD") -> str:
    """80000 → « 80 000 $ »; cents are shown only when there are some."""
    whole = valeur.to_integral_value()
    shown = Decimal(int(valeur)) if valeur == whole else valeur.quantize(Decimal("0.01"))
    return number(shown) + _SIGNS[devise]


def dialled(telephone: str) -> str:
    """« 819-797-7110 » → `+18197977110`, as a telephone takes it; without the country when the number is unusual."""
    digits = re.sub(r"\D", "", telephone)
    return f"+1{digits[-10:]}" if re.fullmatch(r"1?\d{10}", digits) else digits


@lru_cache(maxsize=256)
def prose(texte: str) -> Markup:
    """A long text in Markdown (CommonMark), as HTML that can harm nobody."""
    if not _MARKS.search(texte):
        return Markup("<p>{}</p>").format(typo(texte))
    return harmless(markdown_to_html(spaced(texte)))


def harmless(raw: str) -> Markup:
    """HTML of any origin, with nothing left in it but the tags of a text and links to the Web or to an address.

    The Markdown library already drops what may run; this does not count on it.
    """
    return Markup(nh3.clean(raw, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "mailto"}))


def plain(texte: str) -> str:
    """The words of a long text, without the marks of Markdown."""
    return str(prose(texte).striptags()) if _MARKS.search(texte) else texte


def first_sentence(texte: str) -> str:
    """What stands before the second sentence of a text."""
    return _SENTENCE.split(plain(texte), maxsplit=1)[0]


def shortened(texte: str, length: int) -> str:
    """The text cut between two words so as not to exceed a length, with « … » where it was cut."""
    if len(texte) <= length:
        return texte
    return texte[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
