"""The hub of a démarche: who decides, what is planned, what happens, when, and the money elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from clairevoie.derive.cycle import Cycle, cycle
from clairevoie.derive.ordre import alphabetical
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.pages.cartes import Carte, card
from clairevoie.pages.gouvernance.organigramme import Gouvernance, of_demarche
from clairevoie.pages.site import Site
from clairevoie.pages.temps.chronologie import timeline
from clairevoie.pages.temps.frise import Frise
from clairevoie.wording.money import Argent, money_of_records
from clairevoie.wording.typography import headline

# Those who carry a démarche, in the order in which one wants to know them.
_PORTEURS = ("promoteur", "initiateur", "mandataire", "mandant", "coordination", "fiduciaire", "bailleur")


@dataclass(frozen=True, slots=True)
class Ensemble:
    """What the page of a démarche gathers.

    `porteurs` are words for a role and the addresses of those who hold it.
    """

    porteurs: tuple[tuple[str, tuple[str, ...]], ...]
    gouvernance: Gouvernance
    plans: tuple[Carte, ...]
    projets: tuple[Carte, ...]
    frise: Frise
    cycle: Cycle | None
    argent: tuple[Argent, ...]
    documents: tuple[Carte, ...]


def gather(site: Site, demarche: Demarche) -> Ensemble:
    """Everything that belongs to a démarche."""
    comites = cast(tuple[Comite, ...], site.citing(demarche, "comites", "demarches"))
    evenements = cast(tuple[Evenement, ...], site.citing(demarche, "evenements", "demarche"))
    plans = _sorted(site.citing(demarche, "plans", "demarche"))
    projets = _sorted(site.citing(demarche, "projets", "demarche"))
    return Ensemble(
        porteurs=tuple(_carriers(demarche)),
        gouvernance=of_demarche(site, demarche),
        plans=tuple(card(site, plan) for plan in plans),
        projets=tuple(card(site, projet) for projet in projets),
        frise=timeline(site, demarche, plans, projets, evenements),
        cycle=cycle(demarche, comites, evenements),
        argent=tuple(money_of_records((*projets, *plans))),
        documents=tuple(card(site, document) for document in sources_first(site, demarche)),
    )


def sources_first(site: Site, demarche: Demarche) -> tuple[Fiche, ...]:
    """The documents of a démarche: those that its records rest on, then those that are only mentioned."""
    documents = site.citing(demarche, "documents", "demarches")
    return tuple(sorted(documents, key=lambda d: (not is_source(d), alphabetical(d.intitule), d.id)))


def is_source(document: Fiche) -> bool:
    """Whether the site has read the document itself, or gives it to read."""
    said = vars(document)
    return said.get("date_consultation") is not None or said.get("fichier") is not None


def _sorted(fiches: Iterable[Fiche]) -> tuple[Any, ...]:
    return tuple(sorted(fiches, key=lambda fiche: (alphabetical(fiche.intitule), fiche.id)))


def _carriers(demarche: Demarche) -> Iterator[tuple[str, tuple[str, ...]]]:
    for role in _PORTEURS:
        held = tuple(f"organismes/{one.organisme}" for one in demarche.organismes if one.role == role)
        if held:
            yield headline(mot(role)), tuple(dict.fromkeys(held))
