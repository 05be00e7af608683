"""What is said twice and does not agree: an action and its project, an action and its parts.

A date that is not certain (about, deduced, left to something else) contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from clairevoie.model.actions import Action, SousAction
from clairevoie.model.fiche import Fiche
from clairevoie.model.journal import deadlines, in_force, last_told_state, state
from clairevoie.model.parcours import Chemin
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.projets import Projet
from clairevoie.model.temps import Echeance
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.dates import span
from clairevoie.validate.rules.etats import deadline_place

# « about », « perhaps », both, in EDTF.
_HEDGES = frozenset("~?%")


@rule(Scope.RECORDS)
def deadline_falls_within_project(dossier: Dossier) -> Iterator[Problem]:
    """An action is not due before its project begins, nor after it has ended."""
    for fiche, chemin, action in dossier.formes(Action):
        projet = fiche if isinstance(fiche, Projet) else dossier.jeu.projets.get(action.projet or "")
        now = in_force(action)
        due, period = _sure(now.echeances), _period(projet) if projet else None
        if projet and due and period and (due[1] < period[0] or due[0] > period[1]):
            facts = {
                "texte": _said(now.echeances),
                "projet": projet.intitule,
                "periode": _said(in_force(projet).echeances),
                "ou": _where(dossier, projet, "periode"),
            }
            yield problem("DAT-36", fiche.adresse, (*chemin, *deadline_place(action, now)), **facts)


@rule(Scope.RECORDS)
def done_action_has_a_project_that_began(dossier: Dossier) -> Iterator[Problem]:
    """What carries out an action that is done is not still to come."""
    for fiche, chemin, action in dossier.formes(Action):
        projet = dossier.jeu.projets.get(action.projet or "")
        if projet and state(action) == "realise" and state(projet) == "prevu":
            facts = {"projet": projet.intitule, "ou": _where(dossier, projet, *_state_place(projet))}
            yield problem("DAT-37", fiche.adresse, (*chemin, *_state_place(action)), **facts)


@rule(Scope.RECORD)
def part_is_due_before_its_action(dossier: Dossier) -> Iterator[Problem]:
    """The parts of an action are not due after the action itself."""
    for fiche, chemin, action in dossier.formes(Action):
        whole, now = _sure(in_force(action).echeances), in_force(action)
        for rank, part in enumerate(action.sous_actions if whole else ()):
            mine = in_force(part)
            due = _sure(mine.echeances)
            if whole and due and due[0] > whole[1]:
                place = (*chemin, "sous_actions", rank, *deadline_place(part, mine))
                line = dossier.line(fiche, *chemin, *deadline_place(action, now))
                facts = {"texte": _said(mine.echeances), "action": _said(now.echeances), "l": line}
                yield problem("DAT-38", fiche.adresse, place, **facts)


def _sure(echeances: Iterable[Echeance]) -> tuple[date, date] | None:
    """First and last day of deadlines, None as soon as one of them is not certain."""
    given = tuple(echeances)
    lues = [lue for echeance in given for lue in echeance.lues]
    return span(given) if all(map(_is_certain, lues)) else None


def _is_certain(lue: ReadDeadline) -> bool:
    """Whether a reading says when, plainly."""
    hedged = lue.approximatif or lue.alternative or lue.annee_deduite or lue.depend_de
    return bool(lue.edtf) and not hedged and _HEDGES.isdisjoint(lue.edtf or "")


def _period(projet: Projet) -> tuple[date, date] | None:
    """From the first day to the last of the periods that a project has had: a follow-up moves its end."""
    spans = [_sure(delai.echeances) for delai in deadlines(projet) if delai.echeances]
    known = [one for one in spans if one]
    if not known or len(known) < len(spans):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def _said(echeances: Iterable[Echeance]) -> str:
    return ", ".join(echeance.texte for echeance in echeances)


def _state_place(forme: Action | SousAction | Projet) -> Chemin:
    """Where the state in force is typed."""
    entry = last_told_state(forme.suivi)
    rank = next((rank for rank, one in enumerate(forme.suivi) if one is entry), None)
    return ("statut",) if rank is None else ("suivi", rank, "statut")


def _where(dossier: Dossier, fiche: Fiche, *chemin: str | int) -> str:
    """« data/projets/jardin.yml, ligne 12 »."""
    return f"{dossier.records[fiche.adresse].path}, ligne {dossier.line(fiche, *chemin)}"
