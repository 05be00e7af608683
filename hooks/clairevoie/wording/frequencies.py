"""How often people meet, in words: « de 4 à 6 rencontres par année »."""

from __future__ import annotations

from clairevoie.model.mots import mot
from clairevoie.model.temps import Frequence


def rhythm(frequence: Frequence) -> str:
    """What is read in the phrase, told the same way for all; the phrase itself when nothing sure is read in it."""
    lue = frequence.lue
    if lue.type != "frequence":
        said = lue.texte
    else:
        par = f" par {mot(lue.par)}" if lue.par else ""
        said = f"{_times(lue.min, lue.max, 'fois' if frequence.objet else 'rencontres')}{par}"
    return " : ".join(part for part in (lue.portee, frequence.objet, said) if part)


def _times(low: int | None, high: int | None, things: str) -> str:
    """« 1 rencontre », « 1 ou 2 rencontres », « de 4 à 6 rencontres », « au moins 4 fois »."""
    most = high if high is not None else low
    noun = things if most is not None and (most > 1 or things == "fois") else things.removesuffix("s")
    if low is None or high is None:
        return f"{'au plus' if low is None else 'au moins'} {most} {noun}"
    if low == high:
        return f"{low} {noun}"
    return f"{low} ou {high} {noun}" if high == low + 1 else f"de {low} à {high} {noun}"
