"""How to reach an organisme by a function that other records give: its staff, as a démarche or a comité tells them."""

from __future__ import annotations

from dataclasses import dataclass

from clairevoie.model.gens import Contact
from clairevoie.model.organismes import Organisme
from clairevoie.pages.fiche.vue import Vue
from clairevoie.pages.renvois.titres import JOINDRE


@dataclass(frozen=True, slots=True)
class ContactAilleurs:
    """A function of the organisme, as other records give it, and the addresses of these: what to call it for."""

    contact: Contact
    pour: tuple[str, ...]


def reached_elsewhere(vue: Vue, organisme: Organisme) -> tuple[ContactAilleurs, ...]:
    """The contacts of the organisme that stand in other records, each once."""
    vue.rubrique(JOINDRE.cle)
    found: dict[Contact, dict[str, None]] = {}
    for mention in vue.site.mentions(organisme):
        if isinstance(mention.forme, Contact):
            here = mention.forme.model_copy(update={"organisme": None})
            found.setdefault(here, {})[mention.fiche.adresse] = None
    return tuple(ContactAilleurs(one, tuple(pour)) for one, pour in found.items())
