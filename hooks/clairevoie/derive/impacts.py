"""What leads to what, as far as the source says it: actions envisaged, effects hoped for, impacts observed.

Goes in: a record that has a chain of results, or impacts that were observed. Comes out: bands (the actions, the
effects of one zone of control, what was observed), each a list of trees that nest as the source does. Nothing
joins one band to another but what the source says (`contribue_a`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from clairevoie.derive.nesting import nest
from clairevoie.derive.ordre import ZONES
from clairevoie.model.actions import Action
from clairevoie.model.ancres import elements
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche

Sorte = Literal["action", "souhaite", "observe"]

_OBSERVES = ("effet_observe", "impact_observe")
_SOUHAITES = ("effet_souhaite", "impact_souhaite")
# What the place of a sentence says of it already.
_ENTENDU = {"souhaite": "effet_souhaite", "observe": "impact_observe"}


@dataclass(frozen=True, slots=True)
class Maillon:
    """An action, one of its points, an effect or an impact, and what the source places under it.

    `nature` is told only when it is not what its band is made of; `sous` is the anchor that the source places
    it under, when that is not in the same band.
    """

    forme: Action | Enonce
    ancre: str | None
    sorte: Sorte
    nature: str | None
    sous: str | None
    dessous: tuple[Maillon, ...]

    @property
    def vers(self) -> tuple[str, ...]:
        """What the source says it contributes to: anchors of the record, or addresses."""
        return self.forme.contribue_a if isinstance(self.forme, Enonce) else ()


@dataclass(frozen=True, slots=True)
class Bande:
    """One band: `actions`, a zone of control, `sans_zone` or `observes`."""

    cle: str
    noeuds: tuple[Maillon, ...]

    def tous(self) -> Iterator[Maillon]:
        """Every node of the band, a parent before what is under it."""
        return _walk(self.noeuds)


def bands(fiche: Fiche) -> tuple[Bande, ...]:
    """The bands of a record, in the way of the chain; those that hold nothing are left out."""
    ancres = {id(element.forme): element.ancre for element in elements(fiche)}
    chaine = getattr(fiche, "chaine_resultats", None)
    by_zone = _by_zone(chaine.effets if chaine else ())
    found = (
        Bande(
            "actions", tuple(_action(one, ancres) for one in (chaine.actions_envisagees if chaine else ()))
        ),
        *(Bande(zone, _nested(by_zone.get(zone, ()), "souhaite", ancres)) for zone in (*ZONES, "sans_zone")),
        Bande("observes", _nested(getattr(fiche, "impacts_observes", ()), "observe", ancres)),
    )
    return tuple(bande for bande in found if bande.noeuds)


def kind_of_effect(enonce: Enonce, place: Sorte) -> Sorte:
    """Hoped for or observed: what is said of the sentence itself, else what its place says."""
    if enonce.nature in _OBSERVES:
        return "observe"
    return "souhaite" if enonce.nature in _SOUHAITES else place


def observed(fiche: Fiche) -> tuple[Maillon, ...]:
    """What was observed, wherever the record says it, nested as in the source; what is only hoped for is left out."""
    return tuple(one for bande in bands(fiche) for one in _observed(bande.noeuds))


def hopes(fiche: Fiche) -> bool:
    """Whether a record tells any effect that it hopes for."""
    return any(one.sorte == "souhaite" for bande in bands(fiche) for one in bande.tous())


def prides(fiche: Fiche) -> tuple[Maillon, ...]:
    """What people are proud of, nested as in the source."""
    ancres = {id(element.forme): element.ancre for element in elements(fiche)}
    return _nested(getattr(fiche, "fiertes", ()), "observe", ancres)


def _observed(noeuds: Iterable[Maillon]) -> Iterator[Maillon]:
    """The trees of what was observed; what the source places under a hope stands by itself."""
    for noeud in noeuds:
        below = tuple(_observed(noeud.dessous))
        if noeud.sorte == "observe":
            yield replace(noeud, dessous=below)
        else:
            yield from below


def _walk(noeuds: Iterable[Maillon]) -> Iterator[Maillon]:
    for noeud in noeuds:
        yield noeud
        yield from _walk(noeud.dessous)


def _by_zone(effets: Iterable[Enonce]) -> Mapping[str, tuple[Enonce, ...]]:
    def zone(effet: Enonce) -> str:
        return effet.zone_controle or "sans_zone"

    return {key: tuple(found) for key, found in groupby(sorted(effets, key=zone), key=zone)}


def _action(action: Action, ancres: Mapping[int, str | None]) -> Maillon:
    points = _nested(action.sous_actions, "action", ancres)
    return Maillon(action, ancres.get(id(action)), "action", None, None, points)


def _nested(enonces: Iterable[Enonce], sorte: Sorte, ancres: Mapping[int, str | None]) -> tuple[Maillon, ...]:
    """The sentences of one list, each under its parent when the list holds it."""
    liste = tuple(enonces)
    here = {ancres.get(id(enonce)) for enonce in liste}

    def node(enonce: Enonce, under: tuple[Maillon, ...]) -> Maillon:
        sous = None if enonce.parent in here else enonce.parent
        ancre = ancres.get(id(enonce))
        return Maillon(enonce, ancre, kind_of_effect(enonce, sorte), _nature(enonce, sorte), sous, under)

    return nest(liste, lambda enonce: ancres.get(id(enonce)), lambda enonce: enonce.parent, node)


def _nature(enonce: Enonce, place: Sorte) -> str | None:
    return None if enonce.nature == _ENTENDU.get(place) else enonce.nature
