"""French words that say how often: « 4 à 6 rencontres par année », « mensuel », « au besoin ».

Goes in: a phrase. Comes out: a `ReadFrequency`, or a `PhraseError` DAT-10 if no one could meet that often.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.folding import REMEMBERED, Folded, labelled
from clairevoie.model.phrases.lexicon import A_DETERMINER, AU_BESOIN, LIMITES, NOMBRE, UNITES, number
from clairevoie.model.phrases.readings import ReadFrequency
from clairevoie.model.phrases.settings import SANS_CONTEXTE, Contexte

_REGULAR = {
    **dict.fromkeys(("annuellement", "annuel", "annuelle", "chaque annee", "toutes les annees"), "annee"),
    **dict.fromkeys(("mensuellement", "mensuel", "mensuelle", "chaque mois", "tous les mois"), "mois"),
    **dict.fromkeys(("hebdomadaire", "chaque semaine", "toutes les semaines"), "semaine"),
    **dict.fromkeys(("trimestriel", "trimestrielle", "chaque trimestre", "tous les trimestres"), "trimestre"),
}
_DAY_OF_MONTH = re.compile(
    r"(?:le )?(?:premier|1er|deuxieme|2e|troisieme|3e|quatrieme|4e|dernier)"
    r" (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:du|de chaque) mois"
)
_RANGE = (
    rf"(?P<entre>entre )?(?<![a-z0-9])(?P<moins>-)?(?P<min>{NOMBRE})"
    rf"(?:(?: a | ou | ?- ?|(?P<et> et ))(?P<max>{NOMBRE}))?"
)
_TIMES = re.compile(
    rf"{_RANGE}(?P<objet>(?: [^ 0-9]+){{0,8}}?)(?: par | chaque | (?:dans )?l')"
    r"(?P<par>an|annee|mois|semaine|trimestre)(?![a-z])"
)
_NO_UNIT = re.compile(rf"{_RANGE}(?P<objet> (?:fois|rencontres?|reunions?))?")
# A second number or unit beside the first: « 4 fois par année, 2 par mois ».
_OTHER = re.compile(rf"[0-9]|(?<![a-z])(?:{NOMBRE}|(?:ans?|annees?|mois|semaines?|trimestres?)(?![a-z]))")


@lru_cache(maxsize=REMEMBERED)
def read_frequency(
    phrase: str,
    *,
    min: int | None = None,
    max: int | None = None,
    par: str | None = None,
    contexte: Contexte = SANS_CONTEXTE,  # noqa: ARG001
) -> ReadFrequency:
    """Read how often; what is given beside the phrase wins over it. Raises DAT-10."""
    read = _read(Folded.of(phrase))
    read = replace(
        read,
        min=read.min if min is None else min,
        max=read.max if max is None else max,
        par=read.par if par is None else par,
    )
    if read.min is None and read.max is None:
        return read
    check_frequency(read.min, read.max, read.par)
    return replace(read, type="frequence")


def check_frequency(min: int | None, max: int | None, par: str | None) -> None:
    """Raises DAT-10 for a negative number, a least above the most, or times by nothing."""
    low, high = (max or 0 if min is None else min), (min or 0 if max is None else max)
    if par is None or low < 0 or high < low:
        raise PhraseError("DAT-10", min=f"{low}", max=f"{high}", par=UNITES.get(par or "", ""))


def frequency(phrase: Folded) -> ReadFrequency | None:
    """How often, if that is what the phrase says. Raises DAT-10."""
    read = _regular(phrase) or _times(phrase)
    if read is not None:
        check_frequency(read.min, read.max, read.par)
    return read


def _read(phrase: Folded) -> ReadFrequency:
    for portee, piece in labelled(phrase):
        read = _said(piece) or _regular(piece) or _times(piece) or _without_unit(piece)
        if read is not None:
            return replace(read, portee=portee)
    return ReadFrequency(phrase.source, "texte")


def _said(phrase: Folded) -> ReadFrequency | None:
    if phrase.plain in AU_BESOIN:
        return ReadFrequency(phrase.texte, "au_besoin")
    if A_DETERMINER.fullmatch(phrase.plain):
        return ReadFrequency(phrase.texte, "a_determiner")
    return None


def _regular(phrase: Folded) -> ReadFrequency | None:
    par = "mois" if _DAY_OF_MONTH.fullmatch(phrase.plain) else _REGULAR.get(phrase.plain)
    return ReadFrequency(phrase.texte, "frequence", 1, 1, par) if par else None


def _times(phrase: Folded) -> ReadFrequency | None:
    found = _TIMES.search(phrase.plain)
    if found is None:
        return None
    beside = f"{phrase.plain[: found.start()]} {found['objet']} {phrase.plain[found.end() :]}"
    if LIMITES.search(beside) or _OTHER.search(beside):
        return None
    return _counted(phrase, found, "annee" if found["par"] == "an" else found["par"])


def _without_unit(phrase: Folded) -> ReadFrequency | None:
    found = _NO_UNIT.fullmatch(phrase.plain)
    return found and _counted(phrase, found, None)


def _counted(phrase: Folded, found: re.Match[str], par: str | None) -> ReadFrequency | None:
    if found["et"] and not found["entre"]:
        return None
    low = number(found["min"])
    high = number(found["max"] or found["min"])
    if low is None or high is None:
        return None
    if found["moins"]:
        low, high = -low, high if found["max"] else -low
    return ReadFrequency(phrase.texte, "frequence", low, high, par)
