"""How often people meet, in words: « de 4 à 6 rencontres par année », « 1 rencontre par mois, le premier mardi »."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model.mots import mot
from clairevoie.model.phrases import ReadFrequency
from clairevoie.model.phrases.lexicon import NOMS
from clairevoie.model.quand import between, moment
from clairevoie.model.temps import Frequence

# How several of each unit are counted: « toutes les 6 semaines ».
_EVERY = {
    "jour": "tous les {} jours",
    "semaine": "toutes les {} semaines",
    "mois": "tous les {} mois",
    "trimestre": "tous les {} trimestres",
    "annee": "tous les {} ans",
}
_SAISONS = {"printemps": "au printemps", "automne": "à l'automne", "hiver": "à l'hiver"}


def rhythm(frequence: Frequence) -> str:
    """What is read in the phrase, told the same way for all; the phrase itself when nothing sure is read in it."""
    lue = frequence.lue
    said = lue.texte if lue.type != "frequence" else often(lue, "fois" if frequence.objet else "rencontres")
    return " : ".join(part for part in (lue.portee, frequence.objet, said) if part)


def often(lue: ReadFrequency, things: str = "fois") -> str:
    """« 2 fois par mois », « 1 rencontre toutes les 6 semaines, le premier mardi, à 19 h, sauf en juillet »."""
    about = "environ " if lue.approximatif and (lue.min, lue.max) != (None, None) else ""
    times = " ".join(part for part in (_times(lue.min, lue.max, things), _per(lue)) if part)
    return ", ".join((f"{about}{times}", *_beside(lue)))


def _per(lue: ReadFrequency) -> str:
    """« par mois », « toutes les 6 semaines »; empty when it is not said."""
    if lue.par is None:
        return ""
    return f"par {mot(lue.par)}" if lue.pas == 1 else _EVERY[lue.par].format(lue.pas)


def _beside(lue: ReadFrequency) -> Iterator[str]:
    """Which day, at what time, in which months."""
    day = f"{lue.limite or ''} le {lue.jour}".strip() if lue.jour else ""
    if lue.jour and lue.jour.isdigit() and lue.mois:
        yield f"{day} {_months(lue.mois)}"
    elif lue.jour:
        yield day
    if lue.heure:
        yield between(lue.heure, lue.heure_fin)
    if lue.mois and not (lue.jour or "").isdigit():
        yield f"en {_months(lue.mois)}"
    if lue.saison:
        yield _SAISONS.get(lue.saison, "à l'été")
    if lue.periode:
        yield moment(lue.periode)
    if lue.sauf:
        yield f"sauf en {_months(lue.sauf)}"
    if lue.sauf_feries:
        yield "sauf les jours fériés"


def _months(mois: tuple[int, ...]) -> str:
    """« juin, juillet et août »."""
    *others, last = (NOMS[one] for one in mois)
    return f"{', '.join(others)} et {last}" if others else last


def _times(low: int | None, high: int | None, things: str) -> str:
    """« 1 rencontre », « 1 ou 2 rencontres », « de 4 à 6 rencontres », « au moins 4 fois »."""
    most = high if high is not None else low
    noun = things if most is not None and (most > 1 or things == "fois") else things.removesuffix("s")
    if low is None and high is None:
        return f"plusieurs {things}"
    if low is None or high is None:
        return f"{'au plus' if low is None else 'au moins'} {most} {noun}"
    if low == high:
        return f"{low} {noun}"
    return f"{low} ou {high} {noun}" if high == low + 1 else f"de {low} à {high} {noun}"
