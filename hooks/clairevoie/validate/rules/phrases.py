"""Phrases and their readings: what was typed beside a phrase agrees with it, and every phrase is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from clairevoie.model.mots import mot
from clairevoie.model.phrases import (
    PhraseError,
    ReadDeadline,
    ReadDuration,
    ReadFrequency,
    bounds,
    read_deadlines,
    read_duration,
    read_frequency,
)
from clairevoie.model.temps import Duree, Echeance, Frequence
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.dates import months_and_days

R = TypeVar("R")


@rule(Scope.RECORD)
def edtf_agrees_with_phrase(dossier: Dossier) -> Iterator[Problem]:
    """A date typed beside a phrase may be more or less precise than the phrase, not elsewhere in time."""
    for fiche, chemin, echeance in dossier.formes(Echeance):
        if echeance.edtf is None:
            continue
        read = [deadline.edtf for deadline in _alone(read_deadlines, echeance.texte) or () if deadline.edtf]
        typed = bounds(echeance.edtf)
        if read and not any(_nested(typed, bounds(edtf)) for edtf in read):
            place, lu = (*chemin, "edtf"), " et ".join(read)
            yield problem("DAT-07", fiche.adresse, place, texte=echeance.texte, lu=lu, brut=echeance.edtf)


@rule(Scope.RECORD)
def numbers_agree_with_phrase(dossier: Dossier) -> Iterator[Problem]:
    """The numbers typed beside the phrase of a frequency are those of the phrase."""
    for fiche, chemin, frequence in dossier.formes(Frequence):
        read, kept = _alone(read_frequency, frequence.texte), frequence.lue
        if read is None or read.type != "frequence":
            continue
        if (read.min, read.max, read.par) != (kept.min, kept.max, kept.par):
            lu, brut = say_frequency(read), say_frequency(kept)
            yield problem("DAT-07", fiche.adresse, chemin, texte=frequence.texte, lu=lu, brut=brut)


@rule(Scope.RECORD)
def iso_agrees_with_phrase(dossier: Dossier) -> Iterator[Problem]:
    """The duration typed beside a phrase is the one that the phrase says."""
    for fiche, chemin, duree in dossier.formes(Duree):
        read = _alone(read_duration, duree.texte)
        if duree.iso is None or read is None or read.iso is None:
            continue
        if months_and_days(read.iso) != months_and_days(duree.iso):
            place = (*chemin, "iso")
            yield problem("DAT-07", fiche.adresse, place, texte=duree.texte, lu=read.iso, brut=duree.iso)


@rule(Scope.RECORD)
def every_phrase_is_read(dossier: Dossier) -> Iterator[Problem]:
    """A deadline, a frequency or a duration says something that can be sorted, counted or named."""
    kinds: tuple[type[Echeance | Frequence | Duree], ...] = (Echeance, Frequence, Duree)
    for fiche, chemin, forme in (found for kind in kinds for found in dossier.formes(kind)):
        if any(reading.type == "texte" for reading in _readings(forme)):
            yield problem("DAT-19", fiche.adresse, chemin, texte=forme.texte)


def say_frequency(read: ReadFrequency) -> str:
    """« 4 par année », « 3 à 4 par mois »."""
    often = f"{read.min}" if read.min == read.max else f"{read.min} à {read.max}"
    return f"{often} par {mot(read.par)}" if read.par else often


def _alone(read: Callable[[str], R], phrase: str) -> R | None:
    """The phrase read by itself; None when it is ambiguous, the value then being typed to settle it."""
    try:
        return read(phrase)
    except PhraseError:
        return None


def _nested(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def _readings(forme: Echeance | Frequence | Duree) -> tuple[ReadDeadline | ReadFrequency | ReadDuration, ...]:
    return forme.lues if isinstance(forme, Echeance) else (forme.lue,)
