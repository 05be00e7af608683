"""French phrases that say when something is due.

Goes in: a phrase. Comes out: one `ReadDeadline` or several, in the order of the phrase; `READERS` is the
order in which meanings are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from clairevoie.model.phrases.dates import iso_date, moments
from clairevoie.model.phrases.edtf import read_deadline_value
from clairevoie.model.phrases.folding import REMEMBERED, Folded, has_year, labelled
from clairevoie.model.phrases.frequencies import frequency
from clairevoie.model.phrases.intervals import interval
from clairevoie.model.phrases.lexicon import A_DETERMINER, ANNEE, AU_BESOIN, CONTINU, MOIS, UN_MOIS, any_of
from clairevoie.model.phrases.readings import ReadDeadline
from clairevoie.model.phrases.settings import SANS_CONTEXTE, Contexte

_SELON = re.compile(r"selon (?P<quoi>.+)")
_ENDING = re.compile(rf"(?<![a-z])(?:en|pour) (?P<dit>(?:{UN_MOIS} )?{ANNEE})$")
_OTHER_DATE = re.compile(rf"{ANNEE}|(?<![a-z])(?:{any_of(MOIS)})(?![a-z])")


@lru_cache(maxsize=REMEMBERED)
def read_deadlines(
    phrase: str,
    *,
    edtf: str | None = None,
    portee: str | None = None,
    depend_de: str | None = None,
    contexte: Contexte = SANS_CONTEXTE,  # noqa: ARG001
) -> tuple[ReadDeadline, ...]:
    """Read when; at least one deadline comes back. What is given beside the phrase wins over it.

    Raises DAT-01, DAT-02, DAT-03, DAT-05, DAT-06 or DAT-10. With `edtf` the phrase is not read at all:
    its own faults are those of the source.
    """
    if edtf is not None:
        value = read_deadline_value(edtf)
        return (ReadDeadline(phrase.strip(), value.type, value.edtf, portee, depend_de),)
    return tuple(_with(deadline, portee, depend_de) for deadline in _read(Folded.of(phrase)))


def _with(deadline: ReadDeadline, portee: str | None, depend_de: str | None = None) -> ReadDeadline:
    """The deadline, told whom it concerns and what it depends on."""
    if depend_de is not None:
        said = "conditionnel" if deadline.type == "texte" else deadline.type
        deadline = replace(deadline, type=said, depend_de=depend_de)
    if portee is not None:
        often = deadline.frequence and replace(deadline.frequence, portee=portee)
        deadline = replace(deadline, portee=portee, frequence=often)
    return deadline


def _read(phrase: Folded) -> tuple[ReadDeadline, ...]:
    for label, piece in labelled(phrase):
        for reader in READERS:
            if read := reader(piece):
                return tuple(_with(deadline, label) for deadline in read)
    return (ReadDeadline(phrase.source, "texte"),)


def _without_date(phrase: Folded) -> list[ReadDeadline]:
    if phrase.plain in CONTINU:
        return [ReadDeadline(phrase.texte, "continu")]
    return [ReadDeadline(phrase.texte, "au_besoin")] if phrase.plain in AU_BESOIN else []


def _to_determine(phrase: Folded) -> list[ReadDeadline]:
    found = A_DETERMINER.fullmatch(phrase.plain)
    if found is None or has_year(found["avant"]):
        return []
    return [ReadDeadline(phrase.texte, "a_determiner")]


def _conditional(phrase: Folded) -> list[ReadDeadline]:
    found = _SELON.fullmatch(phrase.plain)
    if found is None:
        return []
    return [ReadDeadline(phrase.texte, "conditionnel", depend_de=phrase.cut(*found.span("quoi")).texte)]


def _notation(phrase: Folded) -> list[ReadDeadline]:
    read = iso_date(phrase)
    return [ReadDeadline(read.words, read.type, read.edtf)] if read else []


def _dates(phrase: Folded) -> list[ReadDeadline]:
    return [ReadDeadline(piece.texte, one.type, one.edtf) for piece, one in moments(phrase) or ()]


def _interval(phrase: Folded) -> list[ReadDeadline]:
    read = interval(phrase)
    return [ReadDeadline(phrase.texte, read.type, read.edtf)] if read else []


def _ending_date(phrase: Folded) -> list[ReadDeadline]:
    """« … en mai 2009 », « … pour 2010 »; another date in the « … » would be lost, so none may be there."""
    found = _ENDING.search(phrase.plain)
    if found is None or _OTHER_DATE.search(phrase.plain, 0, found.start()):
        return []
    ending = moments(phrase.cut(*found.span("dit"))) or ()
    return [ReadDeadline(phrase.texte, one.type, one.edtf) for _, one in ending]


def _often(phrase: Folded) -> list[ReadDeadline]:
    read = frequency(phrase)
    return [ReadDeadline(read.texte, "frequence", frequence=read)] if read else []


READERS: tuple[Callable[[Folded], list[ReadDeadline]], ...] = (
    _without_date,
    _to_determine,
    _conditional,
    _notation,
    _dates,
    _interval,
    _ending_date,
    _often,
)
