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
from clairevoie.model.projets import Projet
from clairevoie.pages.cartes import Carte, card
from clairevoie.pages.gouvernance.organigramme import Gouvernance, of_demarche
from clairevoie.pages.site import Site
from clairevoie.pages.temps.chronologie import timeline
from clairevoie.pages.temps.frise import Frise
from clairevoie.wording.money import Argent, money_of_records
from clairevoie.wording.typography import headline, shortened

# Those who carry a démarche, in the order in which one wants to know them.
# The section of a démarche that tells what was observed, and how much of it the page of a project says.
_IMPACTS = "impacts-observes"
_LENGTH, _SHOWN = 200, 5
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


@dataclass(frozen=True, slots=True)
class ImpactsDeLaDemarche:
    """What a démarche changed: its address, the address and the words of the first impacts, how many in all, where."""

    adresse: str
    impacts: tuple[tuple[str, str], ...]
    nombre: int
    tous: str


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


def impacts_elsewhere(site: Site, projet: Projet) -> tuple[ImpactsDeLaDemarche, ...]:
    """What was observed in the démarches of a project that says nothing of its own."""
    if projet.impacts_observes:
        return ()
    return tuple(_observed(site, one) for one in site.demarches(projet) if one.impacts_observes)


def _observed(site: Site, demarche: Demarche) -> ImpactsDeLaDemarche:
    ancres = {id(element.forme): ancre for ancre, element in site.elements(demarche).items()}
    shown = tuple(
        (f"{demarche.adresse}#{ancres.get(id(one), _IMPACTS)}", shortened(one.texte, _LENGTH))
        for one in demarche.impacts_observes[:_SHOWN]
    )
    return ImpactsDeLaDemarche(
        demarche.adresse, shown, len(demarche.impacts_observes), f"{demarche.adresse}#{_IMPACTS}"
    )


def _sorted(fiches: Iterable[Fiche]) -> tuple[Any, ...]:
    return tuple(sorted(fiches, key=lambda fiche: (alphabetical(fiche.intitule), fiche.id)))


def _carriers(demarche: Demarche) -> Iterator[tuple[str, tuple[str, ...]]]:
    for role in _PORTEURS:
        held = tuple(f"organismes/{one.organisme}" for one in demarche.organismes if one.role == role)
        if held:
            yield headline(mot(role)), tuple(dict.fromkeys(held))
