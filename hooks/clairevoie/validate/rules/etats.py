"""States that are told: what they rest on, and what time or the last follow-up makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from clairevoie.model import quand
from clairevoie.model.actions import Action, SousAction, Suivi
from clairevoie.model.base import Forme
from clairevoie.model.comites import Comite
from clairevoie.model.days import extent
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.journal import Delai, Suivie, in_force, last_state, state
from clairevoie.model.parcours import Chemin
from clairevoie.model.phrases import bounds
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.temps import Echeance
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.membres import seat_name


class _Preuve(NamedTuple):
    """What a state that claims something rests on: the fact itself, how it is called, how it is typed."""

    etats: tuple[str, ...]
    fait: Callable[[Any, Fiche], object]
    appui: str
    exemple: str


_SUIVI = 'suivi: [{{date: "2026-01-15", statut: {}, texte: "Ce qui a été fait."}}]'
# A register gives the state of all it lists on one day: that of the record dates it as well as a follow-up.
_DONE = _Preuve(
    ("realise", "partiellement_realise"),
    lambda done, fiche: done.suivi or fiche.etat_au,
    "une entrée de suivi, ou sur la date de la fiche (etat_au)",
    _SUIVI.format("realise"),
)
_PROOFS: dict[type[Forme], _Preuve] = {
    Action: _DONE,
    SousAction: _DONE,
    Projet: _DONE,
    Demarche: _Preuve(
        ("terminee",), lambda demarche, _: demarche.periode, "une période", 'periode: "2009-2011"'
    ),
    Evenement: _Preuve(
        ("terminee",), lambda evenement, _: evenement.date, "une date", 'date: "15 janvier 2026"'
    ),
    Plan: _Preuve(
        ("adopte",),
        lambda plan, _: (
            plan.adoption and (plan.adoption.date or plan.adoption.decision or plan.adoption.resolution)
        ),
        "la date, la décision ou le numéro de résolution de son adoption",
        'adoption: {date: "15 janvier 2026"}',
    ),
    Comite: _Preuve(("dissous",), lambda comite, _: comite.fin, "la fin du comité", 'fin: "juin 2025"'),
}
_OPEN = frozenset({"prevu", "en_cours"})


@rule(Scope.RECORD)
def claimed_state_rests_on_a_fact(dossier: Dossier) -> Iterator[Problem]:
    """What is said to be done, over, adopted or dissolved has a date or a follow-up."""
    for kind, preuve in _PROOFS.items():
        for fiche, chemin, forme in dossier.formes(kind):
            etat = getattr(forme, "statut", None)
            if etat in preuve.etats and not preuve.fait(forme, fiche):
                facts = {"valeur": etat, "appui": preuve.appui, "exemple": preuve.exemple}
                yield problem("DAT-14", fiche.adresse, (*chemin, "statut"), **facts)


@rule(Scope.RECORDS)
def event_to_come_is_not_over(dossier: Dossier) -> Iterator[Problem]:
    """An event whose first day is after today has not ended."""
    for evenement in dossier.jeu.evenements.values():
        if evenement.statut != "terminee" or evenement.date is None:
            continue
        values = [lue.edtf for lue in evenement.date.lues if lue.edtf]
        first = min(values, key=bounds, default=None)
        if first and bounds(first)[0] > dossier.on:
            yield problem("DAT-15", evenement.adresse, ("statut",), quand=quand.of(first.partition("/")[0]))


@rule(Scope.RECORDS)
def open_action_is_not_overdue(dossier: Dossier) -> Iterator[Problem]:
    """What is planned or under way has a deadline still to come; the last new one is the one that counts."""
    for fiche, chemin, forme in _done_over_time(dossier):
        if state(forme) not in _OPEN:
            continue
        now = in_force(forme)
        due = _last_day(now.echeances)
        if due and due < dossier.on:
            place = (*chemin, *deadline_place(forme, now))
            yield problem("DAT-16", fiche.adresse, place, jours=_days((dossier.on - due).days))


@rule(Scope.RECORDS)
def seat_of_a_dissolved_comite_has_an_end(dossier: Dossier) -> Iterator[Problem]:
    """Nobody still sits in a committee that is no more (a committee without its end is told by DAT-14)."""
    for comite in dossier.jeu.comites.values():
        if comite.statut != "dissous" or comite.fin is None:
            continue
        for rank, membre in enumerate(comite.membres):
            if membre.fin is None and not membre.ancien:
                facts = {"membre": seat_name(dossier, membre), "quand": quand.on(comite.fin)}
                place = ("membres", rank)
                yield problem("DAT-17", comite.adresse, place, date=quand.day(comite.fin), **facts)


@rule(Scope.RECORD)
def typed_state_is_that_of_last_suivi(dossier: Dossier) -> Iterator[Problem]:
    """A state typed beside a follow-up says the same, or is not typed."""
    for fiche, chemin, forme in _done_over_time(dossier):
        if "statut" not in forme.model_fields_set:
            continue
        told = last_state(forme.suivi)
        if told and told != forme.statut:
            place = (*chemin, "statut")
            yield problem("DAT-20", fiche.adresse, place, valeur=forme.statut, lu=told)


@rule(Scope.RECORD)
def late_is_said_by_someone(dossier: Dossier) -> Iterator[Problem]:
    """Late is never worked out from a date: a document, or a meeting, says it."""
    for fiche, chemin, entry in dossier.formes(Suivi):
        if entry.statut == "en_retard" and entry.source is None and entry.decision is None:
            yield problem("DAT-35", fiche.adresse, (*chemin, "statut"))


def _done_over_time(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, Suivie]]:
    """What has a state and follow-ups."""
    yield from ((projet, (), projet) for projet in dossier.jeu.projets.values())
    yield from dossier.formes(Action)
    yield from dossier.formes(SousAction)


def _days(count: int) -> str:
    """« 1 jour », « 15 jours »."""
    return f"{count} jour{'s' if count > 1 else ''}"


def deadline_place(forme: Suivie, delai: Delai) -> tuple[str | int, ...]:
    """Where a deadline is typed."""
    for rank, entry in enumerate(forme.suivi):
        if entry is delai.entree:
            return ("suivi", rank, "nouvelle_echeance")
    return ("periode",) if isinstance(forme, Projet) else ("echeances",)


def _last_day(echeances: tuple[Echeance, ...]) -> date | None:
    """The last day, None as soon as one of the deadlines has no date: it may be still to come."""
    lues = [lue for echeance in echeances for lue in echeance.lues]
    days = [extent(lue.edtf)[1] for lue in lues if lue.edtf]
    return max(days) if days and len(days) == len(lues) else None
