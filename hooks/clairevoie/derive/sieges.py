"""Who sits where: the seats of several comités, by what each speaks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clairevoie.model.comites import Comite
from clairevoie.model.gens import Membre


@dataclass(frozen=True, slots=True)
class Occupant:
    """What a seat speaks for: a record (`collection/id`), or else only a function (« citoyenne »)."""

    adresse: str | None
    fonction: str | None


Sieges = dict[Occupant, dict[str, list[Membre]]]


def by_occupant(comites: Iterable[Comite]) -> Sieges:
    """The seats of each occupant by comité, in the order of the records."""
    found: Sieges = {}
    for comite in comites:
        for membre in comite.membres:
            found.setdefault(occupant(membre), {}).setdefault(comite.id, []).append(membre)
    return found


def occupant(membre: Membre) -> Occupant:
    """An organisme before a comité, a comité before a territory; a person counts only by a function."""
    held = (
        ("organismes", membre.organisme),
        ("comites", membre.comite),
        ("territoires", membre.territoire),
    )
    adresse = next((f"{collection}/{id}" for collection, id in held if id), None)
    return Occupant(adresse, None if adresse else membre.fonction)
