"""What a record changed, told on the page of another: links, which are not the effects of that other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clairevoie.derive.impacts import hopes, observed, prides
from clairevoie.model.ancres import element_text
from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.model.projets import Projet
from clairevoie.pages.site import Site
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import shortened

# The section that tells what was observed, that of prides, that of the chain of results, where an observed effect may
# stand alone; how much another page says.
_IMPACTS, _FIERTES, _CHAINE = "impacts-observes", "fiertes", "chaine-resultats"
_LENGTH, _SHOWN = 200, 3


@dataclass(frozen=True, slots=True)
class ImpactsAilleurs:
    """What a record changed: its address, the address and words of the first impacts, how many, where, its prides."""

    adresse: str
    impacts: tuple[tuple[str, str], ...]
    nombre: int
    tous: str
    fiertes: str | None

    @property
    def compte(self) -> str:
        """« 4 impacts observés »."""
        return several(self.nombre, "impact observé")


def of_demarches(site: Site, projet: Projet) -> tuple[ImpactsAilleurs, ...]:
    """What was observed in the démarches of a project that says nothing of its own."""
    if observed(projet):
        return ()
    return tuple(_observed(one) for one in site.demarches(projet) if observed(one))


def observed_by(fiches: Iterable[Fiche]) -> tuple[ImpactsAilleurs, ...]:
    """What changed according to the projects and the démarches among these records."""
    told = (one for one in fiches if isinstance(one, Demarche | Projet))
    return tuple(_observed(one) for one in told if observed(one) or prides(one))


def section_of(fiche: Demarche | Projet) -> str:
    """The address of the section that tells what a record observed."""
    return f"{fiche.adresse}#{_IMPACTS if fiche.impacts_observes else _CHAINE}"


def prides_of(fiche: Demarche | Projet) -> str | None:
    """The address of the section that tells what people are proud of, None for those who say nothing of it."""
    return f"{fiche.adresse}#{_FIERTES}" if prides(fiche) else None


def hoped_at(fiche: Fiche) -> str | None:
    """The address of the section where a record tells the effects that it hopes for, None for one that tells none."""
    return f"{fiche.adresse}#{_CHAINE}" if hopes(fiche) else None


def _observed(fiche: Demarche | Projet) -> ImpactsAilleurs:
    found = observed(fiche)
    shown = tuple(
        (
            f"{fiche.adresse}#{one.ancre}" if one.ancre else section_of(fiche),
            shortened(element_text(one.forme), _LENGTH),
        )
        for one in found[:_SHOWN]
    )
    return ImpactsAilleurs(
        fiche.adresse,
        shown,
        len(found),
        section_of(fiche),
        prides_of(fiche),
    )
