"""The closed sets of French words that phrases are made of, and the patterns that recognise them.

All is written folded (see `folding`), except the words we say ourselves: `NOMS`, and the values of `UNITES`.
"""

from __future__ import annotations

import re

# Months are 1 to 12; seasons are numbered as EDTF does, 21 to 24.
NOMS = {
    1: "janvier", 2: "février", 3: "mars", 4: "avril", 5: "mai", 6: "juin",
    7: "juillet", 8: "août", 9: "septembre", 10: "octobre", 11: "novembre", 12: "décembre",
    21: "printemps", 22: "été", 23: "automne", 24: "hiver",
}  # fmt: skip

MOIS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip
MOIS_ABREGES = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juill": 7, "juil": 7,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
SAISONS = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}
NOMBRES = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
}  # fmt: skip

# What a frequency is counted by, as we say it.
UNITES = {"semaine": "semaine", "mois": "mois", "trimestre": "trimestre", "annee": "année"}

AU_BESOIN = frozenset({"au besoin", "selon les besoins", "periodiquement"})
CONTINU = frozenset({"en continu", "continu", "continuellement"})
A_DETERMINER = re.compile(r"(?P<avant>.*)(?<![a-z])a determiner")

# « Au moins 4 fois par année » does not say 4: a number beside one of these is not read.
LIMITES = re.compile(
    r"(?<![a-z])(?:moins|plus|max|maxim(?:um|al)|min|minim(?:um|al)|jusqu|environ|pres|presque|autour|moyenne"
    r"|pas|aucune?|demie?)(?![a-z])"
)


def any_of(words: dict[str, int]) -> str:
    """A pattern for one of these words, longest first so that none hides another."""
    return "|".join(sorted(words, key=len, reverse=True))


ANNEE = r"(?<![0-9])[12][0-9]{3}(?![0-9])"
JOUR = r"(?:1er|[0-9]{1,2})"
UN_MOIS = rf"(?:{any_of(MOIS)}|(?:{any_of(MOIS_ABREGES)})\.?)"
UNE_SAISON = rf"(?:{any_of(SAISONS)})"
NOMBRE = rf"(?:(?:[0-9]{{1,3}}|{any_of(NOMBRES)})(?: ?\([0-9]{{1,3}}\))?(?![a-z0-9]))"

_NOMBRE = re.compile(r"([a-z]+|[0-9]+)(?: ?\(([0-9]+)\))?")


def number(written: str) -> int | None:
    """A number as `NOMBRE` finds it; None for one that contradicts itself, as in « quatre (5) »."""
    found = _NOMBRE.fullmatch(written)
    if found is None:
        return None
    word, digits = found.groups()
    value = NOMBRES[word] if word in NOMBRES else int(word)
    return value if digits is None or int(digits) == value else None


def part(written: str) -> int:
    """The number of a month or season, whole or abbreviated."""
    word = written.rstrip(".")
    return {**MOIS, **MOIS_ABREGES, **SAISONS}[word]
