"""An editorial note where it stands, with the name of the field that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from clairevoie.model.describe import describe, forms_inside
from clairevoie.model.fiche import Fiche
from clairevoie.model.listes import NatureNote
from clairevoie.model.sources import Note
from clairevoie.pages.site import Site
from clairevoie.wording.names import element_name

# Of an element without number, its first words.
_LENGTH = 40


@dataclass(frozen=True, slots=True)
class NoteSituee:
    """`sur` is the title of a field, `de` the name of an element it is all about; of a whole record, neither."""

    nature: NatureNote
    texte: str
    sur: str | None
    de: str | None = None


def situated(site: Site, fiche: Fiche, note: Note) -> NoteSituee:
    """A note of a record, with what it is about."""
    champ = note.champ or ""
    sur = _about(site, fiche, champ)
    element = site.element(fiche, champ.partition(".")[0]) if sur is None else None
    return NoteSituee(note.nature, note.texte, sur, element_name(element, _LENGTH) if element else None)


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
