"""Meetings: who meets said once, a day that is not over, and what a meeting that comes back must say."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model.evenements import Evenement
from clairevoie.model.parcours import Chemin
from clairevoie.model.phrases import PhraseError, say_date
from clairevoie.model.rencontres import (
    RASSEMBLEMENTS,
    hours_of_date,
    lacks_a_first_day,
    moment,
    spans,
    typed_hours,
)
from clairevoie.problems import Niveau, Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

# What only one who was there can say.
_HAPPENED = ("decisions", "mesures", "presences", "cibles_prioritaires", "soutiens_convenus")


def is_only_announced(evenement: Evenement) -> bool:
    """Whether a record invites people without saying anything of what happened: who announces it is the source."""
    told = any(getattr(evenement, champ) for champ in _HAPPENED)
    return evenement.type in RASSEMBLEMENTS and evenement.statut != "terminee" and not told


@rule(Scope.RECORD)
def comites_of_a_meeting_are_named_in_one_place(dossier: Dossier) -> Iterator[Problem]:
    """Those who meet are in `comite` or in `comites`, not in both."""
    for evenement in dossier.jeu.evenements.values():
        if evenement.comite and evenement.comites:
            liste = ", ".join(evenement.reunis)
            yield problem("REF-20", evenement.adresse, ("comite",), liste=liste)


@rule(Scope.RECORDS)
def past_meeting_cites_a_source(dossier: Dossier) -> Iterator[Problem]:
    """What announced a meeting needed no source; once its day is over, something should say what came of it."""
    for evenement in dossier.jeu.evenements.values():
        is_bare = evenement.est_publiee and not evenement.sources and is_only_announced(evenement)
        if is_bare and evenement.statut != "annulee" and moment(evenement, dossier.on) == "passee":
            yield problem("SRC-01", evenement.adresse, (), Niveau.AVERTISSEMENT)


@rule(Scope.RECORDS)
def meeting_said_to_come_is_not_past(dossier: Dossier) -> Iterator[Problem]:
    """What is typed « à venir » has its day still to come."""
    for evenement in dossier.jeu.evenements.values():
        if evenement.statut == "a_venir" and moment(evenement, dossier.on) == "passee":
            yield problem("DAT-24", evenement.adresse, ("statut",), date=_last_day(evenement))


@rule(Scope.RECORD)
def meeting_starts_at_one_hour_of_the_clock(dossier: Dossier) -> Iterator[Problem]:
    """`heure` is an hour, and that of the date when its words say one."""
    for evenement in dossier.jeu.evenements.values():
        if evenement.heure is None:
            continue
        wrong = tuple(hour_problems(evenement.adresse, ("heure",), evenement.heure))
        yield from wrong
        typed = typed_hours(evenement.heure)[0] if not wrong else None
        said = hours_of_date(evenement)[0]
        if typed and said and typed != said:
            date = evenement.date.texte if evenement.date else ""
            yield problem("DAT-25", evenement.adresse, ("heure",), brut=evenement.heure, texte=date)


def hour_problems(adresse: str, chemin: Chemin, heure: str) -> Iterator[Problem]:
    """What is wrong with the words of a field that says at what hour."""
    try:
        typed = typed_hours(heure)[0]
    except PhraseError as error:
        yield problem(error.code, adresse, chemin, **error.facts)
        return
    if typed is None and any(map(str.isdigit, heure)):
        # « en soirée » says what it can; figures that are no hour are shown, but nothing can be made of them.
        yield problem("DAT-21", adresse, chemin, Niveau.AVERTISSEMENT, brut=heure)


@rule(Scope.RECORD)
def meeting_every_so_often_has_a_first_day(dossier: Dossier) -> Iterator[Problem]:
    """« Aux deux semaines » says which weeks only from a first time."""
    for evenement in dossier.jeu.evenements.values():
        if evenement.date is not None and lacks_a_first_day(evenement):
            yield problem("DAT-22", evenement.adresse, ("date",), texte=evenement.date.texte)


@rule(Scope.RECORD)
def bounds_are_those_of_what_comes_back(dossier: Dossier) -> Iterator[Problem]:
    """`debut` and `fin` bound a meeting that comes back; any other has its date."""
    for evenement in dossier.jeu.evenements.values():
        if evenement.recurrence is None:
            for champ in ("debut", "fin"):
                if getattr(evenement, champ):
                    yield problem("DAT-23", evenement.adresse, (champ,), champ=champ)


@rule(Scope.RECORDS)
def serie_is_a_meeting_that_comes_back(dossier: Dossier) -> Iterator[Problem]:
    """A meeting is one time of a meeting that comes back, not of another that has its date."""
    for evenement in dossier.jeu.evenements.values():
        serie = dossier.jeu.evenements.get(evenement.serie) if evenement.serie else None
        if serie is not None and serie.recurrence is None:
            yield problem("REF-21", evenement.adresse, ("serie",), id=serie.id)


def _last_day(evenement: Evenement) -> str:
    if evenement.fin is not None and evenement.recurrence is not None:
        return say_date(evenement.fin.edtf)
    last = max(last for _, last in spans(evenement))
    return say_date(last.isoformat())
