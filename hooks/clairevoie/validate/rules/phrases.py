"""Phrases and their readings: what was typed beside a phrase agrees with it, and every phrase is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.model.parcours import Chemin
from clairevoie.model.phrases import (
    PhraseError,
    ReadDeadline,
    ReadFrequency,
    bounds,
    read_deadlines,
    read_duration,
    read_frequency,
)
from clairevoie.model.temps import Duree, Echeance, Frequence
from clairevoie.problems import Niveau, Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.contexte import date_fields, is_needed
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.proches import near_phrases
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
def every_date_is_read(dossier: Dossier) -> Iterator[Problem]:
    """A date says something that can be sorted or named; that of a meeting, or of what came of a thing, must."""
    for fiche, chemin, typed, lues in _dates(dossier):
        if any(lue.type == "texte" and not lue.question for lue in lues):
            needed = is_needed(fiche, chemin)
            yield _unread(fiche, chemin, typed, "une date", near_phrases(typed, "echeance"), needed)


@rule(Scope.RECORD)
def every_frequency_is_read(dossier: Dossier) -> Iterator[Problem]:
    """A frequency says something that can be counted or named."""
    for fiche, chemin, frequence in dossier.formes(Frequence):
        if frequence.lue.type == "texte":
            near = near_phrases(frequence.texte, "frequence")
            yield _unread(fiche, chemin, frequence.texte, "une fréquence", near)


@rule(Scope.RECORD)
def every_duration_is_read(dossier: Dossier) -> Iterator[Problem]:
    """A duration says something that can be measured."""
    for fiche, chemin, duree in dossier.formes(Duree):
        if duree.lue.type == "texte":
            yield _unread(fiche, chemin, duree.texte, "une durée", near_phrases(duree.texte, "duree"))


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


def _unread(
    fiche: Fiche, chemin: Chemin, typed: str, quoi: str, near: tuple[str, str], needed: bool = False
) -> Problem:
    """A phrase that is not read: published as it is, unless a date is `needed` to put something in its place."""
    effet = "sans elle, rien ne peut être mis à sa place" if needed else "elle est publiée telle quelle"
    niveau = Niveau.ERREUR if needed else None
    sinon = "" if needed else "si elle ne dit rien de tel, laissez-la"
    facts = {"texte": typed, "quoi": quoi, "effet": effet, "a": near[0], "b": near[1], "sinon": sinon}
    return problem("DAT-19", fiche.adresse, chemin, niveau, **facts)


def _dates(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str, tuple[ReadDeadline, ...]]]:
    """Every date typed: where, in what words, and what is read in them."""
    for fiche, chemin, forme in dossier.formes(Forme):
        if isinstance(forme, Echeance):
            yield fiche, chemin, forme.texte, forme.lues
        for name in date_fields(type(forme)):
            jour: ReadDeadline | None = getattr(forme, name)
            if jour is not None:
                yield fiche, (*chemin, name), jour.texte, (jour,)
