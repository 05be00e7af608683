"""What comes first where there is no room for all: what goes on now, the next meetings, telephones that answer.

Goes in: records. Comes out: the same records, in the order in which a person wants to read them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clairevoie.derive.ordre import alphabetical, when
from clairevoie.derive.suivi import state_of
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact

# What goes on, what is to come, what nobody says, what is over; a state that is not here says nothing of that.
_NOW = ("en_cours", "actif", "continu")
_LATER = ("prevu", "a_venir", "envisage", "reporte", "en_veille")
_OVER = ("realise", "terminee", "dissous", "abandonne", "annulee")


def current_first(fiches: Iterable[Fiche]) -> tuple[Fiche, ...]:
    """What goes on, then what is planned, then what says nothing, then what is over; each in the order given."""
    return tuple(sorted(fiches, key=_currency))


def to_come(evenements: Iterable[Evenement], on: date) -> tuple[Evenement, ...]:
    """The meetings that are not over on that day, the nearest first; one announced without a date comes last."""
    known = [evenement for evenement in evenements if _is_to_come(evenement, on)]
    return tuple(sorted(known, key=lambda e: (when(e), alphabetical(e.intitule), e.id)))


def best_first(contacts: Iterable[tuple[Contact, Fiche]]) -> tuple[tuple[Contact, Fiche], ...]:
    """Functions to reach, each once, with the record that names it first; those somebody verified come first."""
    known: dict[tuple[str | None, ...], tuple[Contact, Fiche]] = {}
    for contact, fiche in contacts:
        whose = contact.organisme or fiche.adresse
        known.setdefault((contact.fonction, whose, contact.telephone, contact.courriel), (contact, fiche))
    return tuple(sorted(known.values(), key=lambda pair: pair[0].verifie_le is None))


def _currency(fiche: Fiche) -> int:
    state = state_of(fiche)
    if fiche.publication == "archive" or state in _OVER:
        return 3
    return 0 if state in _NOW else 1 if state in _LATER else 2


def _is_to_come(evenement: Evenement, on: date) -> bool:
    if evenement.statut in _OVER or evenement.publication == "archive":
        return False
    last = when(evenement)[1]
    return last >= on if last != date.max else evenement.statut == "a_venir"
