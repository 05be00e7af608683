"""How a message names a seat: by what it stands for, never by the person who sits there."""

from __future__ import annotations

from clairevoie.model.gens import Membre
from clairevoie.validate.dossier import Dossier


def seat_name(dossier: Dossier, membre: Membre) -> str:
    """The organisme, comité, territory or function of a seat; the id when the record is not there."""
    jeu = dossier.jeu
    stands_for = (
        (jeu.organismes, membre.organisme),
        (jeu.comites, membre.comite),
        (jeu.territoires, membre.territoire),
    )
    for collection, id in stands_for:
        if id:
            return collection[id].intitule if id in collection else id
    return membre.fonction or ""
