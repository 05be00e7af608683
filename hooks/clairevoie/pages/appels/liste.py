"""Every call for projects: those that are open today first, then those to come, in doubt, and closed by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from clairevoie.derive.appels import years_of_call
from clairevoie.derive.ordre import alphabetical
from clairevoie.model import holding
from clairevoie.model.appels import Appel
from clairevoie.model.fiche import Fiche
from clairevoie.model.listes import EtatAppel
from clairevoie.model.quand import on
from clairevoie.pages.site import Site


@dataclass(frozen=True, slots=True)
class AppelDit:
    """A call, the record that holds it, its anchor on this page and its state today."""

    appel: Appel
    fiche: Fiche
    ancre: str
    etat: EtatAppel

    @property
    def adresse(self) -> str:
        """Where all is said of it."""
        return f"{self.fiche.adresse}#{self.appel.id}"

    @property
    def annee(self) -> int | None:
        """The year of its last known date."""
        days = years_of_call(self.appel)
        return days[1].year if days else None


def calls(site: Site) -> dict[str, object]:
    """The calls by state, each in the order of its dates; those that are closed by year, the latest first."""
    said = sorted(_all(site), key=_rank)
    closed = sorted((one for one in said if one.etat == "ferme"), key=lambda one: -(one.annee or 0))
    return {
        "appels": said,
        "jour": on(site.on.isoformat()),
        **{etat: [one for one in said if one.etat == etat] for etat in ("ouvert", "a_venir", "incertain")},
        "fermes": [(year, list(found)) for year, found in groupby(closed, key=lambda one: one.annee)],
    }


def published(site: Site) -> dict[str, object]:
    """Whether there is any call: without one, the menu does not lead to their page."""
    return {"appels": any(getattr(fiche, "appels", ()) for fiche in _holders(site))}


def _all(site: Site) -> Iterator[AppelDit]:
    for fiche in _holders(site):
        for appel in getattr(fiche, "appels", ()):
            # No id holds two hyphens in a row: what stands on each side is told apart.
            ancre = f"{fiche.collection}-{fiche.id}--{appel.id}"
            yield AppelDit(appel, fiche, ancre, site.call_state(fiche, appel))


def _holders(site: Site) -> Iterator[Fiche]:
    for name in holding(Appel):
        yield from site.jeu.collection(name).values()


def _rank(one: AppelDit) -> tuple[int, str, str]:
    """The one that closes first, first."""
    days = years_of_call(one.appel)
    return days[0].toordinal() if days else 10**7, alphabetical(one.appel.titre), one.ancre
