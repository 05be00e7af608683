"""A text without what two people type differently: accents, capitals, ligatures, punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def fold(texte: str) -> str:
    """Letters and digits without case or accent, everything else one space: « L’Œuvre » → `l oeuvre`."""
    bare = texte.lower()
    if not bare.isascii():
        spelled = bare.replace("œ", "oe").replace("æ", "ae")
        bare = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", spelled)))
    return _NOT_PLAIN.sub(" ", bare).strip()


def slug(texte: str) -> str:
    """The same as a piece of an address: « L’Œuvre » → `l-oeuvre`."""
    return fold(texte).replace(" ", "-")
