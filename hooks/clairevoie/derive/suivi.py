"""Progress as it was stated: the state of an action is that of its last follow-up, never deduced from a date."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping

from clairevoie.model.actions import Action, last_state
from clairevoie.model.fiche import Fiche
from clairevoie.model.listes import StatutAction
from clairevoie.model.parcours import formes

_STATUTS = typing.get_args(StatutAction)


def state(action: Action) -> str:
    """The state of the last follow-up that gives one, else the state typed."""
    return last_state(action.suivi) or action.statut


def actions(fiche: Fiche) -> tuple[Action, ...]:
    """Every action of a record, in the order of the file."""
    return tuple(forme for _, forme in formes(fiche) if isinstance(forme, Action))


def is_followed(actions: Iterable[Action]) -> bool:
    """Whether anything at all is known of what came of them."""
    return any(action.suivi or state(action) != "non_precise" for action in actions)


def by_state(actions: Iterable[Action]) -> Mapping[str, int]:
    """How many actions in each state, in the order of the model's list; states that none is in are left out."""
    states = [state(action) for action in actions]
    return {statut: states.count(statut) for statut in _STATUTS if statut in states}
