"""Progress as it was stated: the state of an action is that of its last follow-up, never deduced from a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from clairevoie.model.actions import Action, SousAction, Suivi
from clairevoie.model.fiche import Fiche
from clairevoie.model.journal import in_force, in_order, state
from clairevoie.model.listes import StatutSuivi, values_of
from clairevoie.model.parcours import formes
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.projets import Projet

T = TypeVar("T", Action, SousAction)
_STATUTS = values_of(StatutSuivi)


def state_of(fiche: Fiche) -> str | None:
    """The state of a record: for a project, that of its last follow-up; None for what has no state."""
    return state(fiche) if isinstance(fiche, Projet) else getattr(fiche, "statut", None)


def actions(fiche: Fiche) -> tuple[Action, ...]:
    """Every action of a record, in the order of the file."""
    return tuple(forme for _, forme in formes(fiche) if isinstance(forme, Action))


def parts(fiche: Fiche) -> tuple[SousAction, ...]:
    """The parts of actions that somebody does, by some time or up to some point; those that are only words are not."""
    found = (forme for _, forme in formes(fiche) if isinstance(forme, SousAction))
    return tuple(one for one in found if one.est_conduite)


def is_followed(actions: Iterable[Action | SousAction]) -> bool:
    """Whether anything at all is known of what came of them."""
    return any(action.suivi or state(action) != "non_precise" for action in actions)


def followed(actions: Iterable[T]) -> tuple[T, ...]:
    """Those of which anything at all is known of what came of them."""
    return tuple(action for action in actions if is_followed((action,)))


def moved(fiche: Fiche) -> tuple[Action | SousAction, ...]:
    """The actions of a record, and the parts of them, whose deadline a follow-up moved."""
    found = (forme for _, forme in formes(fiche) if isinstance(forme, Action | SousAction))
    return tuple(one for one in found if in_force(one).entree)


def grouped(actions: Iterable[T]) -> Mapping[str, tuple[T, ...]]:
    """The actions by state, in the order of the model's list; states that none is in are left out."""
    groups: dict[str, list[T]] = {statut: [] for statut in _STATUTS}
    for action in actions:
        groups[state(action)].append(action)
    return {statut: tuple(found) for statut, found in groups.items() if found}


def by_state(actions: Iterable[Action]) -> Mapping[str, int]:
    """How many actions in each state."""
    return {statut: len(found) for statut, found in grouped(actions).items()}


def last_told(journal: Iterable[Suivi]) -> ReadDeadline | None:
    """The day of the latest entry."""
    entries = in_order(journal)
    return entries[-1].date if entries else None
