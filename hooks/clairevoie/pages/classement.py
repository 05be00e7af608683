"""Under what a thing is filed: the territories and the issues that it says, or else those of what holds it."""

from __future__ import annotations

from typing import Any

from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.territoires import Territoire
from clairevoie.pages.site import Site


def places(site: Site, fiche: Fiche, chemin: Chemin = ()) -> tuple[str, ...]:
    """The ids of the territories of an element of a record, of the record, or of its démarches."""
    own: tuple[str, ...] = (
        (fiche.id,) if isinstance(fiche, Territoire) else _said(fiche, chemin, "territoires")
    )
    found = own or next((one.territoires for one in site.demarches(fiche) if one.territoires), ())
    return tuple(id for id in found if id in site.jeu.territoires)


def issues(site: Site, fiche: Fiche, chemin: Chemin = ()) -> tuple[str, ...]:
    """The ids of the issues of an element, of the objective it stands under, or of the record."""
    found = _said(fiche, chemin, "enjeux")
    return tuple(dict.fromkeys(cite.enjeu for cite in found if cite.enjeu in site.jeu.enjeux))


def _said(fiche: Fiche, chemin: Chemin, champ: str) -> tuple[Any, ...]:
    """What the innermost form that a path goes through says in a field, or else the record; a form may lack it."""
    found: tuple[Any, ...] = vars(fiche).get(champ, ())
    value: Any = fiche
    for part in chemin:
        value = vars(value)[part] if isinstance(part, str) else value[part]
        if isinstance(value, Forme):
            found = vars(value).get(champ) or found
    return found
