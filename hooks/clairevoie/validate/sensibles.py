"""Recognising what must never be typed: insurance numbers, a date of birth, a home address.

Goes in: a text. Comes out: the kinds of information that it seems to hold, in French, never the information.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_GAP = r"[ \u00a0\u202f\-‑]?"

# Nine digits, not a piece of a longer number, not an amount, not the business number of a charity.
_NAS = re.compile(
    rf"(?<![\w$])(?<!\d[ \u00a0\u202f.,\-])\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\w|[.,\-]\d|[ \u00a0\u202f]\d)"
    r"(?!\s*(?:\$|dollars|R[A-Z]\s?\d{4}))"
)

# Four letters, then year, month (51 to 62 for women), day and two digits.
_RAMQ = re.compile(
    rf"(?<![\w'’])[A-Z]{{4}}{_GAP}(?P<debut>\d\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])){_GAP}(?:0[1-9]|[12]\d|3[01])\d\d(?!\w)",
    re.IGNORECASE,
)
# « PLAN 2009-2010 », « MARS 2009 0331 »: what looks like a year is read as one.
_YEAR = re.compile(r"19\d\d|20[0-4]\d")

_MONTH = r"(?:janv|févr?|fevr?|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec)[a-zéû]*\.?"
_FULL_DATE = (
    rf"(?:le )?(?:\d{{1,2}}(?:er)?[ \u00a0]{_MONTH}[ \u00a0]\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_BIRTH = re.compile(
    rf"\b(?:née?(?:\(e\))?s? (?=le )|(?:date de naissance|naissance|ddn)\s*:?\s*){_FULL_DATE}", re.IGNORECASE
)

# « né », « naissance », « ddn »; a bit wider than these, which is several times faster.
_TELLS_BIRTH = re.compile("[nd](?:é|aissance|dn)", re.IGNORECASE)

# A number, not the end of one; the digit comes first, so that the search skips to the next one.
_STREET = (
    r"\d(?<!\w\d)\d{0,4}(?:[ \u00a0]?[a-d]\b)?,?[ \u00a0](?:\d{1,3}e[ \u00a0])?"
    r"(?:rue|avenue|av\.|boulevard|boul\.|chemin|ch\.|rang|route|montée|côte|allée|impasse|croissant)(?!\w)"
)
_CIVIC = re.compile(_STREET, re.IGNORECASE)
_LIVES = (
    r"\b(?:domicile|adresse personnelle|résid(?:e|ent|ant) (?:au|à)|habit(?:e|ent|ant)|demeur(?:e|ent|ant)"
    r"|chez (?:lui|elle))\b"
)
_FLAT = r"\b(?:appartement|appt?|apt)\b\.?[ \u00a0]*(?:n[o°] ?)?\d"
_HOME = re.compile(rf"{_LIVES}[^.;\n]{{0,40}}?{_STREET}|{_STREET}[^.;\n]{{0,60}}?{_FLAT}", re.IGNORECASE)


def sensitive(text: str, digits: int, *, seat: bool = False) -> Iterator[str]:
    """The kinds found in a text of so many digits; on a seat, any street address is taken for that of a home."""
    for genre, (fewest, holds) in _KINDS.items():
        if (digits >= fewest and holds(text)) or (seat and genre == _ADDRESS and _CIVIC.search(text)):
            yield genre


def _holds_nas(text: str) -> bool:
    return any(_luhn("".join(filter(str.isdigit, found[0]))) for found in _NAS.finditer(text))


def _luhn(digits: str) -> bool:
    """Whether the last digit checks the others; nothing but zeros is no number."""
    doubled = (int(digit) * (1 + rank % 2) for rank, digit in enumerate(digits))
    return bool(int(digits)) and sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def _holds_ramq(text: str) -> bool:
    return any(not _YEAR.fullmatch(found["debut"]) for found in _RAMQ.finditer(text))


_ADDRESS = "adresse résidentielle"
# Each kind with the fewest digits it can have: most texts have too few, and are passed over fast.
_KINDS: dict[str, tuple[int, Callable[[str], object]]] = {
    "numéro d'assurance sociale": (9, _holds_nas),
    "numéro d'assurance maladie": (8, _holds_ramq),
    "date de naissance": (4, lambda text: _TELLS_BIRTH.search(text) and _BIRTH.search(text)),
    _ADDRESS: (1, lambda text: _CIVIC.search(text) and _HOME.search(text)),
}
