"""What the site reads in a phrase, said back in French: « fin juin 2027, selon le financement ».

Goes in: a reading. Comes out: its words. Those of the source are said elsewhere; nothing that was read is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from clairevoie.model.folding import fold
from clairevoie.model.phrases import ReadDeadline, ReadDuration
from clairevoie.model.quand import between, day, moment, on
from clairevoie.wording.frequencies import often

# What is said of a reading that has no value.
_SANS_VALEUR = {
    "continu": "sans fin prévue",
    "au_besoin": "sans date, au besoin",
    "a_determiner": "sans date, à déterminer",
    "sans_date": "sans date",
    "conditionnel": "dépend d’autre chose",
    "relatif": "compté à partir d’autre chose",
    "texte": "une phrase où le site ne lit pas de date",
}
_YEARLESS = "année non précisée"
# Where relative years are counted from, in the words of the page.
_DEPUIS = {"debut du plan": "le début du plan", "date du document": "la date du document"}
_DURATION = re.compile(r"-?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = (
    ("an", "ans"), ("mois", "mois"), ("semaine", "semaines"), ("jour", "jours"),
    ("heure", "heures"), ("minute", "minutes"),
)  # fmt: skip


def reading(lue: ReadDeadline) -> str:
    """« 3 mai 2027, à 19 h », « sans date, à déterminer », « une fréquence : 4 fois par année »."""
    return ", ".join(_said(lue, day))


def sentence(lue: ReadDeadline) -> str:
    """The same in a sentence: « le 3 mai 2027, à 19 h », « au printemps 2027, si le financement est confirmé »."""
    return ", ".join(_said(lue, on))


def dated(lue: ReadDeadline) -> str:
    """The date of a field: what is read in it, « fin juin 2027, si le financement est confirmé », else its words."""
    said = reading(lue) if lue.edtf else lue.texte
    return f"{lue.portee} : {said}" if lue.portee and lue.edtf else said


def how_long(lue: ReadDuration) -> str:
    """« 18 mois », « de 18 à 24 mois », « au moins 3 ans »."""
    about = "environ " if lue.approximatif else ""
    if lue.periode:
        return moment(lue.periode)
    if lue.min and lue.max:
        return about + _from_to(lue.min, lue.max)
    if lue.min or lue.max:
        return f"au moins {_length(lue.min)}" if lue.min else f"au plus {_length(lue.max or '')}"
    return f"{about}{_length(lue.iso or '')}"


def _said(lue: ReadDeadline, say: Callable[[ReadDeadline], str]) -> Iterator[str]:
    yield _what(lue, say)
    yield from beside(lue)
    if lue.annee_deduite:
        yield f"année tirée de {lue.depuis}"
    if lue.delai and lue.depend_de:
        is_before = lue.delai.startswith("-")
        lengths = lue.delai.split("/")[:: -1 if is_before else 1]
        yield f"{_from_to(*lengths)} {'avant' if is_before else 'après'} {lue.depend_de}"


def beside(lue: ReadDeadline) -> Iterator[str]:
    """What is said beside a date: its hour, its condition, that it is one of two."""
    if lue.heure:
        yield between(lue.heure, lue.heure_fin)
    if lue.alternative:
        yield "l’un ou l’autre"
    if lue.depend_de and lue.edtf and not lue.delai:
        is_clause = fold(f"si {lue.depend_de}") in fold(lue.texte)
        yield f"si {lue.depend_de}" if is_clause else f"selon {lue.depend_de}"


def _what(lue: ReadDeadline, say: Callable[[ReadDeadline], str]) -> str:
    if lue.edtf:
        return say(lue)
    if lue.question:
        return _YEARLESS
    if lue.type == "frequence":
        return f"une fréquence, {often(lue.frequence)}" if lue.frequence else "une fréquence"
    if lue.depend_de and not lue.delai:
        return f"dépend d’autre chose : {lue.depend_de}"
    if lue.type == "relatif" and lue.intervalle:
        return _relative(lue.intervalle, lue.depuis)
    if lue.type == "relatif" and lue.depuis:
        return f"compté depuis {_DEPUIS.get(lue.depuis, lue.depuis)}"
    return _SANS_VALEUR.get(lue.type, lue.type)


def _relative(intervalle: str, depuis: str | None) -> str:
    """P1Y/P2Y → « 2e année depuis le début du plan »."""
    first, _, last = intervalle.partition("/")
    origin = f" depuis {_DEPUIS.get(depuis, depuis)}" if depuis else ""
    years = re.fullmatch(r"P(\d+)Y", last)
    if years is None:
        return f"de {_length(first)} à {_length(last)}{origin}"
    return f"{years[1]}{'re' if years[1] == '1' else 'e'} année{origin}"


def _from_to(least: str, most: str = "") -> str:
    """« 6 mois », « de 18 à 24 mois », « de 6 mois à 2 ans »."""
    if not most:
        return _length(least)
    (count, _, unit), longest = _length(least).partition(" "), _length(most)
    return f"de {count if longest.endswith(f' {unit}') else _length(least)} à {longest}"


def _length(iso: str) -> str:
    """P18M → « 18 mois »; P1Y6M → « 1 an et 6 mois »."""
    found = _DURATION.fullmatch(iso)
    counts = [int(count or 0) for count in found.groups()] if found else []
    told = [f"{n} {one if n == 1 else more}" for n, (one, more) in zip(counts, _UNITS, strict=False) if n]
    return " et ".join(told)
