"""When, in words: those of the source first, then what the site reads in them where they do not say it plainly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from clairevoie.derive.jalons import DUREE
from clairevoie.model.folding import fold
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.quand import day, moment

# The types that HTML can say to machines.
_HTML = ("date", "mois", "annee")
# What is added to words that name no moment.
_SANS_DATE = {"sans_date": "sans date", DUREE: "sans date de début"}
# Words that a moment may be said with or without.
_LINKS = frozenset(("a", "au", "d", "de", "du", "en", "environ", "ici", "l", "la", "le", "partir", "vers"))


@dataclass(frozen=True, slots=True)
class Instant:
    """One reading: whom it concerns, the words of the source, its value for machines, what the site adds."""

    portee: str | None
    texte: str
    machine: str | None
    precision: str | None


def instants(lues: Iterable[ReadDeadline]) -> tuple[Instant, ...]:
    """The words of these readings, in their order."""
    return tuple(map(_instant, lues))


def machine(lue: ReadDeadline) -> str | None:
    """The value of a reading as `<time>` takes it: a day with its hour, a month, a year; None for the rest."""
    if lue.type not in _HTML or lue.edtf is None or lue.edtf.endswith("~"):
        return None
    return f"{lue.edtf}T{lue.heure}" if lue.type == "date" and lue.heure else lue.edtf


@lru_cache(maxsize=4096)
def _instant(lue: ReadDeadline) -> Instant:
    return Instant(lue.portee, lue.texte, machine(lue), _precision(lue))


def _precision(lue: ReadDeadline) -> str | None:
    """« 23 février 2021 » for « 23 FÉV. 2021 », « sans date », « selon l'octroi »; None when all is said."""
    added = [_SANS_DATE[lue.type]] if lue.type in _SANS_DATE else []
    if lue.question:
        added.append("année non précisée")
    if lue.edtf and not _is_told(lue, lue.texte):
        added.append(day(lue))
    if lue.annee_deduite:
        added.append(f"année tirée de {lue.depuis}")
    if lue.depend_de and lue.depend_de not in lue.texte:
        added.append(f"selon {lue.depend_de}")
    return "; ".join(added) or None


def _is_told(lue: ReadDeadline, texte: str) -> bool:
    """Whether the words name the same moment in full; of years, or of a limit, the years alone."""
    if lue.edtf is None:
        return False
    first, slash, last = lue.edtf.partition("/")
    ends = [end.removesuffix("~") for end in (first, last) if end not in ("", "..")]
    told = fold(texte).split()
    if slash and (len(ends) == 1 or all(len(end) == len("2009") for end in ends)):
        return all(end[:4] in told for end in ends)
    return all(word in told for word in fold(moment(lue.edtf)).split() if word not in _LINKS)
