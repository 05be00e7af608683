"""The readers of the package: a phrase as typed becomes frozen readings, or a `PhraseError`.

A phrase that the grammar does not know is no error: it comes back with the type `texte`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

from clairevoie.model.phrases.edtf import read_deadline_value
from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.grammar import Grammar
from clairevoie.model.phrases.lexicon import UNITES
from clairevoie.model.phrases.meanings_dates import when
from clairevoie.model.phrases.meanings_deadlines import PLAN, deadlines, relative_years
from clairevoie.model.phrases.meanings_durations import duration
from clairevoie.model.phrases.meanings_frequencies import counted, rhythm
from clairevoie.model.phrases.points import Calendar
from clairevoie.model.phrases.questions import MissingYearError, UnreadError
from clairevoie.model.phrases.readings import ReadDeadline, ReadDuration, ReadFrequency
from clairevoie.model.phrases.settings import SANS_CONTEXTE, Contexte
from clairevoie.model.phrases.tokens import MOST_WORDS, REMEMBERED, Words, labelled
from clairevoie.model.phrases.trees import PhraseNode

_GRAMMAR = Grammar(Path(__file__).with_name("grammaire.txt").read_text(encoding="utf-8"))
_ISO = re.compile(
    r"P(?=[0-9T])(?:[0-9]{1,4}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,4}W)?(?:[0-9]{1,4}D)?"
    r"(?:T(?=[0-9])(?:[0-9]{1,4}H)?(?:[0-9]{1,4}M)?)?"
)
R = TypeVar("R")


@lru_cache(maxsize=REMEMBERED)
def read_deadlines(
    phrase: str,
    *,
    edtf: str | None = None,
    portee: str | None = None,
    depend_de: str | None = None,
    contexte: Contexte = SANS_CONTEXTE,
) -> tuple[ReadDeadline, ...]:
    """Read when; at least one deadline comes back. What is given beside the phrase wins over it.

    Raises DAT-01, DAT-02, DAT-03, DAT-05, DAT-06, DAT-10 or DAT-21. With `edtf` the phrase is not read at all:
    its own faults are those of the source.
    """
    if edtf is not None:
        value = read_deadline_value(edtf)
        return (ReadDeadline(phrase.strip(), value.type, value.edtf, portee, depend_de),)
    return tuple(_with(deadline, portee, depend_de) for deadline in _deadlines(Words.of(phrase), contexte))


@lru_cache(maxsize=REMEMBERED)
def read_frequency(
    phrase: str,
    *,
    min: int | None = None,
    max: int | None = None,
    par: str | None = None,
    contexte: Contexte = SANS_CONTEXTE,
) -> ReadFrequency:
    """Read how often; what is given beside the phrase wins over it. Raises DAT-10, DAT-21."""
    read = _frequency(Words.of(phrase), contexte)
    read = replace(
        read,
        min=read.min if min is None else min,
        max=read.max if max is None else max,
        par=read.par if par is None else par,
        pas=read.pas if par in (None, read.par) else 1,
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


@lru_cache(maxsize=REMEMBERED)
def read_duration(phrase: str, *, iso: str | None = None, contexte: Contexte = SANS_CONTEXTE) -> ReadDuration:
    """Read how long; `iso`, when given, is the value instead. Raises DAT-02 if `iso` is no duration."""
    words = Words.of(phrase)
    if iso is not None:
        if not _ISO.fullmatch(iso):
            raise PhraseError("DAT-02", brut=iso)
        return ReadDuration(words.texte, "duree", iso)
    return _meant("duree_seule", words, partial(_duration, phrase=words, contexte=contexte)) or ReadDuration(
        words.source, "texte"
    )


def _with(deadline: ReadDeadline, portee: str | None, depend_de: str | None = None) -> ReadDeadline:
    """The deadline, told whom it concerns and what it depends on."""
    if depend_de is not None:
        said = "conditionnel" if deadline.type == "texte" else deadline.type
        deadline = replace(deadline, type=said, depend_de=depend_de)
    if portee is not None:
        often = deadline.frequence and replace(deadline.frequence, portee=portee)
        deadline = replace(deadline, portee=portee, frequence=often)
    return deadline


def _deadlines(phrase: Words, contexte: Contexte) -> tuple[ReadDeadline, ...]:
    for label, piece in labelled(phrase):
        read = _meant("echeance", piece, partial(deadlines, phrase=piece, contexte=contexte))
        if read is None:
            continue
        for often in filter(None, (deadline.frequence for deadline in read)):
            check_frequency(often.min, often.max, often.par)
        relative = _meant("relatif", Words.of(label), relative_years) if label else None
        if relative:  # « Année 2 : 2013-2014 » names its year twice: nobody is concerned
            return tuple(replace(one, texte=phrase.texte, intervalle=relative, depuis=PLAN) for one in read)
        return tuple(_with(deadline, label) for deadline in read)
    return (ReadDeadline(phrase.source, "texte"),)


def _frequency(phrase: Words, contexte: Contexte) -> ReadFrequency:
    for label, piece in labelled(phrase):
        read = _meant("frequence_seule", piece, partial(_rhythm, phrase=piece, contexte=contexte))
        if read is not None:
            return replace(read, portee=label)
    return ReadFrequency(phrase.source, "texte")


def _rhythm(node: PhraseNode, phrase: Words, contexte: Contexte) -> ReadFrequency:
    said = node.nodes[0]
    if said.rule == "frequence":
        return rhythm(said, phrase.texte, Calendar(contexte, phrase.source))
    if said.rule == "compte_seul":
        if said.has("plusieurs_fois"):
            raise UnreadError
        return counted(said, ReadFrequency(phrase.texte, "frequence"))
    return ReadFrequency(phrase.texte, said.rule)


def _duration(node: PhraseNode, phrase: Words, contexte: Contexte) -> ReadDuration:
    """How long, from when to when, or both: « triennal 2020-2022 »."""
    said = node.get("limite_duree", "choix_duree", "fourchette", "longueur", "adjectif_duree")
    dates = node.get("limite", "intervalle", "repere", "deux_hivers")
    calendar = Calendar(contexte, phrase.source)
    periode = when(dates, calendar).value.edtf if dates else None
    read = duration(said, phrase.texte) if said else ReadDuration(phrase.texte, "periode")
    return replace(read, periode=periode, approximatif=read.approximatif or node.has("environ"))


def _meant(rule: str, phrase: Words, meaning: Callable[[PhraseNode], R]) -> R | None:
    """What the first choice of a rule that means something makes of a phrase; None if there is none."""
    if len(phrase.words) > MOST_WORDS:
        return None
    for node in _GRAMMAR.readings(rule, phrase):
        with suppress(UnreadError, MissingYearError):
            return meaning(node)
    return None
