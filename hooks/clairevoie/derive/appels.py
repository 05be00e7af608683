"""Calls for projects on a day: open, to come, closed, or of dates that do not say; and what was given after them.

Goes in: a call and a day; the fundings that name a call. Comes out: a state that only certain dates give, and sums that
nobody guesses.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clairevoie.derive.sommes import Somme, fundings
from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.listes import EtatAppel
from clairevoie.model.phrases import ReadDeadline, bounds
from clairevoie.model.temps import Echeance

_GIVEN = ("recu", "confirme")


def state_of_call(appel: Appel, on: date) -> EtatAppel:
    """Whether one may ask that day. A doubt in a date is a doubt in the state: nothing is open for want of a date."""
    opening, closing = _days(appel.ouverture), _days(appel.cloture)
    if closing and closing[1] < on:
        return "ferme"
    if opening and on < opening[0]:
        return "a_venir"
    is_opened = opening is not None and opening[1] <= on
    is_going_on = (closing is not None and on <= closing[0]) or _never_ends(appel.cloture)
    return "ouvert" if is_opened and is_going_on else "incertain"


def years_of_call(appel: Appel) -> tuple[date, date] | None:
    """The days between which the last known of its dates falls, None when none is known."""
    return _days(appel.cloture) or _days(appel.ouverture)


def given_after(paid: Iterable[tuple[Financement, Budget | None]]) -> tuple[Somme, ...]:
    """What the fundings that name a call add up to by currency: those given, not already counted elsewhere."""
    given = [
        one.model_copy(update={"statut": "confirme", "devise": currency_of(one, budget)})
        for one, budget in paid
        if one.statut in _GIVEN
    ]
    return fundings(given).sommes


def _days(echeance: Echeance | None) -> tuple[date, date] | None:
    """The days that a certain date covers; None for one that is about it, in doubt, or depends on something."""
    lues = echeance.lues if echeance else ()
    return bounds(lues[0].edtf) if len(lues) == 1 and lues[0].edtf and _is_certain(lues[0]) else None


def _is_certain(lue: ReadDeadline) -> bool:
    in_doubt = lue.approximatif or lue.alternative or lue.annee_deduite or lue.question or lue.depend_de
    return not in_doubt and not (lue.edtf or "").endswith("~")


def _never_ends(echeance: Echeance | None) -> bool:
    return echeance is not None and [lue.type for lue in echeance.lues] == ["continu"]
