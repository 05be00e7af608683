"""What comes first where there is no room for all: what goes on now, telephones that answer.

Goes in: records. Comes out: the same records, in the order in which a person wants to read them.
"""

from __future__ import annotations

from collections.abc import Iterable

from clairevoie.derive.suivi import state_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact

# What goes on, what is to come, what nobody says, what is over; a state that is not here says nothing of that.
_NOW = ("en_cours", "partiellement_realise", "en_retard", "actif", "continu")
_LATER = (
    "prevu",
    "propose",
    "a_discuter",
    "a_venir",
    "envisage",
    "reporte",
    "en_pause",
    "bloque",
    "en_veille",
)
_OVER = ("realise", "terminee", "dissous", "abandonne", "non_retenu", "annulee")


def current_first(fiches: Iterable[Fiche]) -> tuple[Fiche, ...]:
    """What goes on, then what is planned, then what says nothing, then what is over; each in the order given."""
    return tuple(sorted(fiches, key=_currency))


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
