"""Who takes care of something, or says it."""

from __future__ import annotations

from clairevoie.model.base import Forme, RefComite, RefOrganisme, Texte, one


class Responsable(Forme):
    """Who takes care of something: a comité, an organisme, or a role."""

    comite: RefComite | None = one("Comité", "Comité qui s'en occupe")
    organisme: RefOrganisme | None = one("Organisme", "Organisme qui s'en occupe")
    texte: Texte | None = one("Selon la source", "Rôle, ou graphie de la source")


def address_of(responsable: Responsable) -> str | None:
    """The address of the comité or of the organisme; None for a role that belongs to neither."""
    if responsable.comite:
        return f"comites/{responsable.comite}"
    return f"organismes/{responsable.organisme}" if responsable.organisme else None
