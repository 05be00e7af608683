"""What minutes say holds together: the order of an agenda, who was there, how many it takes to decide.

A source may contradict itself: a note says so, and nothing here is a verdict on what people decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import get_args

from clairevoie.model.ancres import slug_of_number
from clairevoie.model.base import Forme
from clairevoie.model.decisions import Vote
from clairevoie.model.describe import describe
from clairevoie.model.evenements import Evenement
from clairevoie.model.listes import EtatPresence
from clairevoie.model.mots import mot
from clairevoie.model.ordre_du_jour import PointOrdreDuJour
from clairevoie.model.phrases import PhraseError
from clairevoie.model.presences import Presence, Presences, Quorum, assembled, listed
from clairevoie.model.quand import hour
from clairevoie.model.rencontres import hours_of_date, moment, typed_hours
from clairevoie.model.responsables import Responsable
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.noms import form_name
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.rencontres import hour_problems

# By state of the list, the field that counts it.
_COUNTS: Mapping[EtatPresence, str] = {
    "present": "presents",
    "represente": "representes",
    "excuse": "excuses",
    "absent": "absents",
    "invite": "invites",
}
# The forms that say nothing without one of these fields, and those that say nothing when they are empty.
_WHO = ("organisme", "comite", "fonction")
_SAYING: Mapping[type[Forme], tuple[str, ...]] = {
    Presence: _WHO,
    Presences: tuple(describe(Presences)),
    Quorum: tuple(describe(Quorum)),
    Responsable: ("comite", "organisme", "texte"),
    Vote: tuple(describe(Vote)),
}
_COUNTING = (Presence, Presences, Quorum, Vote)
_LENGTH = 40


@rule(Scope.RECORD)
def point_starts_after_the_one_before(dossier: Dossier) -> Iterator[Problem]:
    """The hours of an agenda are hours, and follow one another from that of the meeting."""
    for evenement in dossier.jeu.evenements.values():
        if not evenement.ordre_du_jour:
            continue
        before, what = _start(evenement) or "", "le début de la rencontre"
        for rank, point in enumerate(evenement.ordre_du_jour):
            if point.heure is None:
                continue
            place = ("ordre_du_jour", rank, "heure")
            yield from hour_problems(evenement.adresse, place, point.heure)
            now = _hour(point.heure)
            if now is None:
                continue
            if now < before:
                facts = {"point": _named(point), "heure": hour(now), "avant": f"{what} ({hour(before)})"}
                yield problem("REN-01", evenement.adresse, place, **facts)
            before, what = now, f"le point {_named(point)}"


@rule(Scope.RECORD)
def points_are_numbered_without_a_hole(dossier: Dossier) -> Iterator[Problem]:
    """Each numbered point has the one of the number before it, or a point that has no number stands there."""
    for evenement in dossier.jeu.evenements.values():
        known = {_parts(point) for point in evenement.ordre_du_jour}
        unnumbered = 0
        for rank, point in enumerate(evenement.ordre_du_jour):
            *outer, last = _parts(point)
            unnumbered += last == ""
            missing = (*outer, str(int(last) - 1)) if last.isdecimal() and int(last) > 1 else ()
            if missing and missing not in known:
                facts = {"manque": ".".join(missing), "numero": point.numero}
                if not unnumbered:
                    yield problem("REN-02", evenement.adresse, ("ordre_du_jour", rank, "numero"), **facts)
                unnumbered = max(unnumbered - 1, 0)


@rule(Scope.RECORD)
def list_of_those_present_agrees_with_the_counts(dossier: Dossier) -> Iterator[Problem]:
    """No more people are listed in a state than the source counts in it."""
    for evenement, presences in _attended(dossier):
        for etat in get_args(EtatPresence):
            champ = _COUNTS[etat]
            counted, named = getattr(presences, champ), listed(presences, etat)
            if counted is not None and named > counted >= 0:
                facts = {"champ": champ, "n": _said(named), "m": _said(counted), "etat": mot(etat)}
                yield problem("REN-03", evenement.adresse, ("presences", champ), **facts)
        presents, far = presences.presents, presences.en_ligne
        if presents is not None and far is not None and far > presents:
            facts = {"champ": "presents", "n": _said(far), "m": _said(presents), "etat": "en ligne"}
            yield problem("REN-03", evenement.adresse, ("presences", "en_ligne"), **facts)


@rule(Scope.RECORD)
def decisions_are_taken_with_a_quorum(dossier: Dossier) -> Iterator[Problem]:
    """What is said of the quorum agrees with who was there, and with what was decided."""
    for evenement, presences in _attended(dossier):
        quorum, there = presences.quorum, assembled(presences)
        if quorum is None:
            continue
        is_short = quorum.nombre is not None and there is not None and there < quorum.nombre
        decided = any(one.issue not in ("reportee", "rejetee") for one in evenement.decisions)
        constat = ""
        if quorum.atteint is False and decided:
            constat = "Le quorum n'était pas atteint, et des décisions sont inscrites"
        elif is_short and (decided or quorum.atteint):
            what = "des décisions sont inscrites" if decided else "il est dit atteint"
            constat = f"Le quorum est de {_said(quorum.nombre)}, {_said(there)} étaient là ou représentés, et {what}"
        if constat:
            yield problem("REN-04", evenement.adresse, ("presences", "quorum"), constat=constat)


@rule(Scope.RECORDS)
def presences_are_those_of_a_meeting_that_was_held(dossier: Dossier) -> Iterator[Problem]:
    """Nobody can say who was at a meeting to come."""
    for evenement, _ in _attended(dossier):
        if moment(evenement, dossier.on) == "a_venir":
            yield problem("REN-05", evenement.adresse, ("presences",))


@rule(Scope.RECORD)
def count_of_a_meeting_is_a_whole_number(dossier: Dossier) -> Iterator[Problem]:
    """People and voices are counted in whole numbers."""
    for kind in _COUNTING:
        for fiche, chemin, forme in dossier.formes(kind):
            for champ in describe(kind).values():
                value = getattr(forme, champ.nom)
                if champ.sorte == "nombre" and value is not None and (value < 0 or value % 1):
                    place = (*chemin, champ.nom)
                    yield problem("REN-11", fiche.adresse, place, champ=champ.nom, valeur=f"{value}")


@rule(Scope.RECORD)
def what_is_typed_of_a_meeting_says_something(dossier: Dossier) -> Iterator[Problem]:
    """Somebody is present, a vote was counted, a statement is somebody's: an empty block says none of it."""
    for kind, fields in _SAYING.items():
        for fiche, chemin, forme in dossier.formes(kind):
            if not any(getattr(forme, champ) not in (None, ()) for champ in fields):
                facts = {"le_bloc": form_name(kind), "liste": ", ".join(fields)}
                yield problem("REN-12", fiche.adresse, chemin, **facts)


def _attended(dossier: Dossier) -> Iterator[tuple[Evenement, Presences]]:
    for evenement in dossier.jeu.evenements.values():
        if evenement.presences is not None:
            yield evenement, evenement.presences


def _start(evenement: Evenement) -> str | None:
    """The hour at which a meeting starts, « 19:00 »."""
    return _hour(evenement.heure) if evenement.heure else hours_of_date(evenement)[0]


def _hour(heure: str) -> str | None:
    try:
        return typed_hours(heure)[0]
    except PhraseError:
        return None


def _parts(point: PointOrdreDuJour) -> tuple[str, ...]:
    """`4.1` → `("4", "1")`."""
    return tuple(slug_of_number(point.numero or "").split("-"))


def _named(point: PointOrdreDuJour) -> str:
    """« 4.1 », or the first words of a point without a number."""
    texte = point.texte if len(point.texte) <= _LENGTH else f"{point.texte[:_LENGTH].rstrip()}…"
    return point.numero or f"« {texte} »"


def _said(nombre: Decimal | None) -> str:
    return f"{nombre.normalize():f}" if nombre is not None else ""
