"""Under what a thing is filed: the territories and the issues that it says, or else those of what holds it; the
démarches of the records of a collection, and the steps by which a long list is filed under them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from clairevoie.model.base import Forme
from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.territoires import Territoire
from clairevoie.pages.decoupage import NOMS, PartieCoupee, Pas, decouper, par_lettre
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name, short_name, sorted_by_name
from clairevoie.wording.typography import headline

SANS_DEMARCHE = "sans-demarche"
# With more démarches than this, they are found by the letter of their names.
_MANY = 100
LETTRES = "Choisissez la première lettre du nom d'une démarche."
# A record under one of its démarches, or under none.
Filed = tuple[Demarche | None, Any]


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


def by_demarches(site: Site, collection: str) -> list[Filed]:
    """The records of a collection by the name of each of their démarches, then by theirs; those of none come last."""
    owned: dict[str, list[Fiche]] = {
        demarche.id: [] for demarche in sorted_by_name(site.jeu.demarches.values())
    }
    orphans: list[Filed] = []
    for fiche in sorted_by_name(site.jeu.collection(collection).values()):
        demarches = site.demarches(fiche)
        for demarche in demarches:
            owned[demarche.id].append(fiche)
        if not demarches:
            orphans.append((None, fiche))
    return [(site.jeu.demarches[id], fiche) for id, found in owned.items() for fiche in found] + orphans


def under_demarche(liste: str, demarche: Demarche | None, many: bool, depth: int) -> Pas | tuple[str, int]:
    """The step of what belongs to a démarche, or to none, in a list; or else the address below which it goes on being
    filed, and how deep.

    The letter of the démarche comes first when they are `many`; its own step has the anchor that its heading has in a
    list that is not cut.
    """
    if many and demarche and depth == 0:
        letter = par_lettre(f"{liste}/demarches", short_name(demarche), demarche.id, 0)
        assert letter is not None
        return letter
    inner = depth - (1 if many and demarche else 0)
    base = f"{liste}/demarche/{demarche.id}" if demarche else f"{liste}/{SANS_DEMARCHE}/toutes"
    if inner == 0:
        titre = headline(short_name(demarche)) if demarche else "Sans démarche"
        return Pas(base, titre, demarche.id if demarche else SANS_DEMARCHE)
    return base, inner - 1


def are_many(demarches: Iterable[Demarche | None]) -> bool:
    """Whether there are so many démarches that they are found by the letter of their names."""
    return len({one.id for one in demarches if one}) > _MANY


def their_anchors(demarches: Iterable[Demarche | None]) -> tuple[str, ...]:
    """The anchors that the headings of these démarches have in a list that is not cut, each once."""
    return tuple(dict.fromkeys(one.id for one in demarches if one))


def part_by_name(base: str, fiches: Sequence[Fiche], titre: str, ancre: str) -> PartieCoupee[Fiche]:
    """A part of a list that only leads to these records, by the letters of their names."""
    tranche = decouper(
        fiches, lambda fiche, depth: par_lettre(base, public_name(fiche), fiche.id, depth), base, fois=NOMS
    )
    return PartieCoupee(
        replace(tranche, pas=Pas(base, titre)),
        public_name,
        ("fiche", "fiches"),
        lambda some: {"adresses": [fiche.adresse for fiche in some]},
        gabarit="liens",
        titre=titre,
        ancre=ancre,
    )


def _said(fiche: Fiche, chemin: Chemin, champ: str) -> tuple[Any, ...]:
    """What the innermost form that a path goes through says in a field, or else the record; a form may lack it."""
    found: tuple[Any, ...] = vars(fiche).get(champ, ())
    value: Any = fiche
    for part in chemin:
        value = vars(value)[part] if isinstance(part, str) else value[part]
        if isinstance(value, Forme):
            found = vars(value).get(champ) or found
    return found
