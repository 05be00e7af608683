"""Several of one kind: « 38 conseils de quartier », « 3 comités locaux »."""

from __future__ import annotations

import re
from decimal import Decimal

from clairevoie.wording.typography import number

# What follows says what kind it is, and does not change with the number.
_COMPLEMENT = re.compile(r" (?:d[’']|(?:de|du|des|à|en|pour) )")


def several(n: int, singular: str) -> str:
    """The number and the name, in the singular for one: « 1 bureau », « 2 bureaux »."""
    return f"{number(n)} {singular if n < 2 else plural(singular)}"


def announced(valeur: Decimal, trouve: int | None) -> str:
    """« la source en annonce 44, le site en compte 40 »."""
    said = "" if trouve is None else f", le site en compte {number(trouve)}"
    return f"la source en annonce {number(valeur)}{said}"


def plural(singular: str) -> str:
    """A name in the plural, with the adjectives that follow it."""
    found = _COMPLEMENT.search(singular)
    end = found.start() if found else len(singular)
    return " ".join(map(_word, singular[:end].split(" "))) + singular[end:]


def _word(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")
