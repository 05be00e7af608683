"""When, in words: those of the source first, then what the site reads in them where they do not say it plainly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from clairevoie.derive.jalons import DUREE
from clairevoie.model.folding import fold
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.quand import moment

# The types that HTML can say to machines.
_HTML = ("date", "mois", "annee")
# What is added to words that name no moment.
_SANS_DATE = {"texte": "sans date", DUREE: "sans date de début"}


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


@lru_cache(maxsize=4096)
def _instant(lue: ReadDeadline) -> Instant:
    return Instant(lue.portee, lue.texte, lue.edtf if lue.type in _HTML else None, _precision(lue))


def _precision(lue: ReadDeadline) -> str | None:
    """« 23 février 2021 » for « 23 FÉV. 2021 », « sans date », « selon l'octroi »; None when all is said."""
    added = [_SANS_DATE[lue.type]] if lue.type in _SANS_DATE else []
    if lue.edtf and not _is_said(lue.edtf, lue.texte):
        added.append(moment(lue.edtf))
    if lue.depend_de and lue.depend_de not in lue.texte:
        added.append(f"selon {lue.depend_de}")
    return "; ".join(added) or None


def _is_said(edtf: str, texte: str) -> bool:
    """Whether the words name the same moment in full; of an interval, its years."""
    first, slash, last = edtf.partition("/")
    wanted = [first[:4], last[:4]] if slash else fold(moment(edtf)).split()
    told = fold(texte).split()
    return all(word in told for word in wanted)
