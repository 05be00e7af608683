"""What a follow-up journal makes of the thing followed: its order, the state it gives, the deadline in force.

Entries go by date, and those of one day in the order of the file: what was typed last has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clairevoie.model.actions import Action, SousAction, Suivi
from clairevoie.model.days import first_day
from clairevoie.model.decisions import Decision
from clairevoie.model.demarches import Demarche
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.temps import Echeance

Suivie = Action | Projet | SousAction


class Delai(NamedTuple):
    """Deadlines that held, and the entry that gave them: None for those that were there first."""

    echeances: tuple[Echeance, ...]
    entree: Suivi | None = None


def in_order(journal: Iterable[Suivi]) -> tuple[Suivi, ...]:
    """The entries, the latest at the end."""
    return tuple(sorted(journal, key=lambda entry: first_day(entry.date)))


def last_told_state(journal: Iterable[Suivi]) -> Suivi | None:
    """The latest entry among those that give a state."""
    told = [entry for entry in in_order(journal) if entry.statut]
    return told[-1] if told else None


def last_state(journal: Iterable[Suivi]) -> str | None:
    """The state that this entry gives."""
    entry = last_told_state(journal)
    return entry.statut if entry else None


def state(suivie: Suivie) -> str:
    """The state of the last follow-up that gives one, else the state typed."""
    return last_state(suivie.suivi) or suivie.statut


def deadlines(forme: Action | Decision | Demarche | Plan | Projet | SousAction) -> tuple[Delai, ...]:
    """The deadlines of something (for a record, its period), one after another: the last is the one in force."""
    moves = in_order(getattr(forme, "suivi", ()))
    moved = (Delai((entry.nouvelle_echeance,), entry) for entry in moves if entry.nouvelle_echeance)
    return (Delai(_typed(forme)), *moved)


def in_force(forme: Action | Decision | Demarche | Plan | Projet | SousAction) -> Delai:
    """The deadline that holds now."""
    return deadlines(forme)[-1]


def _typed(forme: Action | Decision | Demarche | Plan | Projet | SousAction) -> tuple[Echeance, ...]:
    if isinstance(forme, (Action, SousAction)):
        return forme.echeances
    told = forme.echeance if isinstance(forme, Decision) else forme.periode
    return (told,) if told else ()
