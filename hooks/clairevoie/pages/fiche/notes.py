"""An editorial note where it stands, with the name of the field that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from clairevoie.model.describe import describe, forms_inside
from clairevoie.model.fiche import Fiche
from clairevoie.model.listes import NatureNote
from clairevoie.model.sources import Note
from clairevoie.pages.site import Site


@dataclass(frozen=True, slots=True)
class NoteSituee:
    """`sur` is the title of a field; None for a note on a whole record or on a whole element of it."""

    nature: NatureNote
    texte: str
    sur: str | None


def situated(site: Site, fiche: Fiche, note: Note) -> NoteSituee:
    """A note of a record, with what it is about."""
    return NoteSituee(note.nature, note.texte, _about(site, fiche, note.champ or ""))


def _about(site: Site, fiche: Fiche, champ: str) -> str | None:
    """The title of a field of the record, of an element of it, else of any form that it holds."""
    head, *inside = champ.split(".")
    own = describe(type(fiche)).get(head)
    if own is not None:
        return own.titre
    element = site.element(fiche, head)
    if element is not None:
        known = describe(type(element.forme))
        return next((known[name].titre for name in inside if name in known), None)
    holders = sorted(forms_inside(type(fiche)), key=lambda forme: forme.__name__)
    return next((describe(one)[head].titre for one in holders if head in describe(one)), None)
