"""What a record changed, told on the page of another: links, which are not the effects of that other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.model.projets import Projet
from clairevoie.pages.site import Site
from clairevoie.wording.typography import shortened

# The section that tells what was observed, that which tells what people are proud of; how much another page says.
_IMPACTS, _FIERTES = "impacts-observes", "fiertes"
_LENGTH, _SHOWN = 200, 5


@dataclass(frozen=True, slots=True)
class ImpactsAilleurs:
    """What a record changed: its address, the address and words of the first impacts, how many, where, its prides."""

    adresse: str
    impacts: tuple[tuple[str, str], ...]
    nombre: int
    tous: str
    fiertes: str | None


def of_demarches(site: Site, projet: Projet) -> tuple[ImpactsAilleurs, ...]:
    """What was observed in the démarches of a project that says nothing of its own."""
    if projet.impacts_observes:
        return ()
    return tuple(_observed(site, one) for one in site.demarches(projet) if one.impacts_observes)


def of_place(site: Site, fiches: Iterable[Fiche]) -> tuple[ImpactsAilleurs, ...]:
    """What changed in a place, according to the projects and the démarches that say they are there."""
    told = (one for one in fiches if isinstance(one, Demarche | Projet))
    return tuple(_observed(site, one) for one in told if one.impacts_observes or _proud(one))


def _proud(fiche: Demarche | Projet) -> bool:
    return isinstance(fiche, Demarche) and bool(fiche.fiertes)


def _observed(site: Site, fiche: Demarche | Projet) -> ImpactsAilleurs:
    ancres = {id(element.forme): ancre for ancre, element in site.elements(fiche).items()}
    shown = tuple(
        (f"{fiche.adresse}#{ancres.get(id(one), _IMPACTS)}", shortened(one.texte, _LENGTH))
        for one in fiche.impacts_observes[:_SHOWN]
    )
    return ImpactsAilleurs(
        fiche.adresse,
        shown,
        len(fiche.impacts_observes),
        f"{fiche.adresse}#{_IMPACTS}",
        f"{fiche.adresse}#{_FIERTES}" if _proud(fiche) else None,
    )
