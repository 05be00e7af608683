"""The hub of a démarche: who decides, what is planned, what happens, when, and the money elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from clairevoie.derive.gouvernance import Noeud, tree
from clairevoie.derive.ordre import alphabetical, in_time
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Relation
from clairevoie.model.mots import mot
from clairevoie.pages.argent import budget_sentences, funding_sentences
from clairevoie.pages.cartes import Carte, card
from clairevoie.pages.designations import kind_of, public_name
from clairevoie.pages.site import Site
from clairevoie.pages.typographie import headline

# Those who carry a démarche, in the order in which one wants to know them.
_PORTEURS = ("promoteur", "initiateur", "mandataire", "mandant", "coordination", "fiduciaire", "bailleur")


@dataclass(frozen=True, slots=True)
class Argent:
    """The money of a project or a plan of the démarche: never added to that of the others."""

    adresse: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ensemble:
    """What the page of a démarche gathers.

    `porteurs` are words for a role and the addresses of those who hold it; `noeuds` what the component
    `organigramme` draws: address, name, precision, nodes below.
    """

    porteurs: tuple[tuple[str, tuple[str, ...]], ...]
    noeuds: tuple[tuple[Any, ...], ...]
    plans: tuple[Carte, ...]
    projets: tuple[Carte, ...]
    frise: tuple[Evenement, ...]
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
        noeuds=tuple(_node(site, node) for node in tree(comites)),
        plans=tuple(card(site, plan) for plan in plans),
        projets=tuple(card(site, projet) for projet in projets),
        frise=in_time(evenements),
        argent=tuple(_money((*projets, *plans))),
        documents=tuple(card(site, document) for document in sources_first(site, demarche)),
    )


def sources_first(site: Site, demarche: Demarche) -> tuple[Fiche, ...]:
    """The documents of a démarche: those that its records rest on, then those that are only mentioned."""
    documents = site.citing(demarche, "documents", "demarches")
    return tuple(sorted(documents, key=lambda d: (not is_source(d), alphabetical(d.intitule), d.id)))


def is_source(document: Fiche) -> bool:
    """Whether the site has read the document itself."""
    return getattr(document, "date_consultation", None) is not None


def _sorted(fiches: Iterable[Fiche]) -> tuple[Any, ...]:
    return tuple(sorted(fiches, key=lambda fiche: (alphabetical(fiche.intitule), fiche.id)))


def _carriers(demarche: Demarche) -> Iterator[tuple[str, tuple[str, ...]]]:
    for role in _PORTEURS:
        held = tuple(f"organismes/{one.organisme}" for one in demarche.organismes if one.role == role)
        if held:
            yield headline(mot(role)), tuple(dict.fromkeys(held))


def _node(site: Site, node: Noeud) -> tuple[Any, ...]:
    comite = node.comite
    parts = ["" if comite.type == "non_precise" else kind_of(comite)]
    parts += [mot(comite.statut) if comite.statut != "non_precise" else ""]
    parts += [_relation(site, one) for one in comite.relations if one.cibles]
    said = ", ".join(part for part in parts if part)
    return (
        comite.adresse,
        site.name(comite.adresse),
        said or None,
        tuple(_node(site, n) for n in node.dessous),
    )


def _relation(site: Site, one: Relation) -> str:
    """« élit : comité stratégique »; a link of no listed kind is told in the words of the source."""
    if one.type == "autre":
        return one.texte or ""
    return f"{mot(one.type)} : {' et '.join(public_name(site.jeu.comites[id]) for id in one.cibles)}"


def _money(fiches: Iterable[Any]) -> Iterator[Argent]:
    for fiche in fiches:
        said = [phrase for budget in fiche.budgets for phrase in budget_sentences(budget)]
        said += funding_sentences(fiche.financements) if fiche.financements else ()
        if said:
            yield Argent(fiche.adresse, tuple(dict.fromkeys(said)))
