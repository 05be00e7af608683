"""Under what a thing is filed: the territories and the issues that it says, or else those of what holds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.territoires import Territoire
from clairevoie.pages.site import Site


def places(site: Site, fiche: Fiche, chemin: Chemin = ()) -> tuple[str, ...]:
    """The ids of the territories of an element of a record, of the record, or of its démarches."""
    own = _first(_holders(fiche, chemin), "territoires")
    found: tuple[str, ...] = own or _first(site.demarches(fiche), "territoires")
    return tuple(id for id in found if id in site.jeu.territoires)


def issues(site: Site, fiche: Fiche, chemin: Chemin = ()) -> tuple[str, ...]:
    """The ids of the issues of an element, of the objective it stands under, or of the record."""
    found = _first(_holders(fiche, chemin), "enjeux")
    return tuple(dict.fromkeys(cite.enjeu for cite in found if cite.enjeu in site.jeu.enjeux))


def _first(holders: tuple[Forme, ...], champ: str) -> tuple[Any, ...]:
    """What the nearest holder that says something says."""
    return next((found for holder in holders if (found := _said(holder, champ))), ())


def _said(holder: Forme, champ: str) -> tuple[Any, ...]:
    """The values of a field, none when the form has no such field; a territory is its own."""
    if isinstance(holder, Territoire) and champ == "territoires":
        return (holder.id,)
    found: tuple[Any, ...] = vars(holder).get(champ, ())
    return found


def _holders(fiche: Fiche, chemin: Chemin) -> tuple[Forme, ...]:
    """The forms that a path goes through, the innermost first, the record last."""
    return tuple(reversed([fiche, *_along(fiche, chemin)]))


def _along(value: Any, chemin: Chemin) -> Iterator[Forme]:
    for part in chemin:
        value = getattr(value, part) if isinstance(part, str) else value[part]
        if isinstance(value, Forme):
            yield value
