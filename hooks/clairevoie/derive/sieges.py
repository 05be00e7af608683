"""Who sits where, on a day: the seats of several comités, by what each speaks for.

Nothing else decides who is a member: whoever counts or lists seats asks here, or asks `tenue` and `appartenance`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clairevoie.model.comites import Comite
from clairevoie.model.gens import Membre, Tenue


@dataclass(frozen=True, slots=True)
class Occupant:
    """What a seat speaks for: a record (`collection/id`), or else only a function (« citoyenne »)."""

    adresse: str | None
    fonction: str | None


# How one knows whether a seat is held today.
Hold = Callable[[Membre], Tenue]
Sieges = dict[Occupant, dict[str, list[Membre]]]


def held(membres: Iterable[Membre], hold: Hold, when: Tenue = "actuel") -> tuple[Membre, ...]:
    """The seats that are held today, or that were, or will be."""
    return tuple(membre for membre in membres if hold(membre) == when)


def by_occupant(comites: Iterable[Comite], hold: Hold) -> Sieges:
    """The seats held today by each occupant, by comité, in the order of the records."""
    found: Sieges = {}
    for comite in comites:
        for membre in held(comite.membres, hold):
            found.setdefault(occupant(membre), {}).setdefault(comite.id, []).append(membre)
    return found


def occupant(membre: Membre) -> Occupant:
    """An organisme before a comité, a comité before a territory; a person counts only by a function."""
    held_for = (
        ("organismes", membre.organisme),
        ("comites", membre.comite),
        ("territoires", membre.territoire),
    )
    adresse = next((f"{collection}/{id}" for collection, id in held_for if id), None)
    return Occupant(adresse, None if adresse else membre.fonction)
