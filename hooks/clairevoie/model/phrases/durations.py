"""French words that say how long: « 24 mois », « un horizon de trois ans », « triennal ».

Goes in: a phrase. Comes out: a `ReadDuration`, whose ISO 8601 value is tied to no date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.folding import REMEMBERED, Folded
from clairevoie.model.phrases.lexicon import LIMITES, NOMBRE, number
from clairevoie.model.phrases.readings import ReadDuration
from clairevoie.model.phrases.settings import SANS_CONTEXTE, Contexte

_UNITS = {"jour": "D", "semaine": "W", "mois": "M", "an": "Y", "annee": "Y"}
_ADJECTIVES = {"biennal": 2, "triennal": 3, "quadriennal": 4, "quinquennal": 5}

_COUNTED = re.compile(
    rf"(?:(?P<avant>.*)(?<![a-z])(?:sur |de |d'))?(?P<nombre>{NOMBRE})"
    r" (?P<unite>jour|semaine|mois|annee|an)s?"
)
_ADJECTIVE = re.compile(r"(?P<avant>.* )?(?P<mot>[a-z]+ennal)e?")
_ISO = re.compile(r"P(?=[0-9])(?:[0-9]{1,4}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,4}W)?(?:[0-9]{1,4}D)?")


@lru_cache(maxsize=REMEMBERED)
def read_duration(phrase: str, *, iso: str | None = None, contexte: Contexte = SANS_CONTEXTE) -> ReadDuration:  # noqa: ARG001
    """Read how long; `iso`, when given, is the value instead. Raises DAT-02 if `iso` is no duration."""
    folded = Folded.of(phrase)
    if iso is not None and not _ISO.fullmatch(iso):
        raise PhraseError("DAT-02", brut=iso)
    value = iso or _value(folded.plain)
    return ReadDuration(folded.texte, "duree", value) if value else ReadDuration(folded.source, "texte")


def _value(plain: str) -> str | None:
    counted, adjective = _COUNTED.fullmatch(plain), _ADJECTIVE.fullmatch(plain)
    found = counted or adjective
    if found is None or _says_otherwise(found["avant"] or ""):
        return None
    if counted:
        count = number(counted["nombre"])
        return f"P{count}{_UNITS[counted['unite']]}" if count else None
    years = _ADJECTIVES.get(found["mot"])
    return f"P{years}Y" if years else None


def _says_otherwise(before: str) -> bool:
    """« moins de trois ans », « de 2 à 3 ans » : what stands before changes the number."""
    return re.search(r"[0-9]", before) is not None or LIMITES.search(before) is not None
