"""Currencies: what stands after an amount, and the ways in which people write each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from clairevoie.model.listes import Devise, values_of
from clairevoie.model.mots import mot
from clairevoie.problems.likeness import plain

# What an amount is in where nobody says it.
USUELLE = "CAD"
# The signs that everyone knows; an amount in another currency is followed by its name.
_SIGNES: Mapping[str, str] = {"CAD": "$", "USD": "$ US", "EUR": "€", "GBP": "£"}
# Beside its code, its sign and its name.
_AUSSI: Mapping[str, tuple[str, ...]] = {
    "CAD": ("$ca", "ca$", "$ can", "$cad", "dollar", "dollars", "piastre", "piastres"),
    "USD": ("us$", "$us", "$ usa", "dollar us", "dollars us", "dollar americain"),
    "EUR": ("euro",),
    "GBP": ("livre", "livres", "livre sterling", "pound", "pounds"),
    "CHF": ("fs", "franc suisse", "sfr"),
    "XOF": ("fcfa", "f cfa", "cfa", "franc cfa", "francs cfa"),
    "HTG": ("gourde",),
    "MAD": ("dh", "dhs", "dirham", "dirhams"),
    "TND": ("dt", "dinar tunisien"),
    "DZD": ("da", "dinar algerien"),
    "MXN": ("peso mexicain",),
}
_PLURAL = re.compile(r"(?<=\w{3})(?<!ai)s\b")


def unit(montant: Decimal, devise: str) -> str:
    """What stands after an amount: « $ », « $ US », « gourdes », « gourde » under two."""
    if devise in _SIGNES:
        return _SIGNES[devise]
    return mot(devise) if abs(montant) >= 2 else _PLURAL.sub("", mot(devise))


def currency_written(texte: str) -> str:
    """The currency of which these words are the code, the sign or the name: « € » → `EUR`; nothing for other words."""
    said = _bare(texte)
    return next((devise for devise, ways in _WAYS.items() if said in ways), "")


def _bare(texte: str) -> str:
    return "".join(plain(texte).split())


_WAYS: Mapping[str, frozenset[str]] = {
    devise: frozenset(
        map(
            _bare,
            (devise, mot(devise), *([_SIGNES[devise]] if devise in _SIGNES else []), *_AUSSI.get(devise, ())),
        )
    )
    for devise in values_of(Devise)
}
