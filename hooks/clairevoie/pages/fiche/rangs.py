"""How each kind of entry of a list is filed: under which name, in which year, for how much."""

from __future__ import annotations

from functools import singledispatch
from typing import Any, NamedTuple

from clairevoie.derive.ordre import when
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Participation
from clairevoie.pages.cartes import Carte
from clairevoie.pages.fiche.impacts import ImpactsAilleurs
from clairevoie.pages.gouvernance.membres import SiegeDit
from clairevoie.pages.gouvernance.sieges import RangeeDeSieges
from clairevoie.pages.renvois.rubriques import LotDeCitations
from clairevoie.pages.site import Site
from clairevoie.pages.tables.argent import LigneArgent
from clairevoie.pages.temps.frise import LigneFrise
from clairevoie.wording.money import Argent
from clairevoie.wording.names import public_name


class Rang(NamedTuple):
    """How an entry is filed: its name, what tells it from one of the same name, its year (None where none counts)."""

    nom: str
    id: str
    annee: str | None = None
    poids: int = 1


@singledispatch
def rang(entree: Any, site: Site) -> Rang:  # noqa: ARG001 - some entries know only the address of what they name
    """How an entry of a list is filed."""
    raise TypeError(type(entree))


@rang.register
def _(carte: Carte, _site: Site) -> Rang:
    return Rang(carte.titre, carte.adresse.rpartition("/")[2])


@rang.register
def _(fiche: Fiche, _site: Site) -> Rang:
    return Rang(public_name(fiche), fiche.id, _year(fiche))


@rang.register
def _(lot: LotDeCitations, _site: Site) -> Rang:
    return Rang(lot.nom, lot.fiche.id, _year(lot.fiche), 1 + len(lot.lignes))


def _year(fiche: Fiche) -> str | None:
    """The year of what happens in time, empty when it is not known."""
    if not isinstance(fiche, Evenement):
        return None
    first, _last = when(fiche)
    return f"{first.year:04}" if 1 < first.year < 9999 else ""


@rang.register
def _(ligne: LigneArgent, _site: Site) -> Rang:
    return Rang(ligne.libelle, ligne.adresse, ligne.annee)


@rang.register
def _(siege: SiegeDit, _site: Site) -> Rang:
    return Rang(siege.nom, "", siege.annee)


@rang.register
def _(ligne: LigneFrise, _site: Site) -> Rang:
    return Rang(ligne.titre, ligne.adresse.replace("/", "-").replace("#", "-"), str(ligne.annee or ""))


@rang.register
def _(argent: Argent, site: Site) -> Rang:
    return Rang(site.plain_name(argent.adresse), argent.adresse)


@rang.register
def _(impacts: ImpactsAilleurs, site: Site) -> Rang:
    return Rang(site.plain_name(impacts.adresse), impacts.adresse)


@rang.register
def _(part: Participation, site: Site) -> Rang:
    return Rang(site.plain_name(f"organismes/{part.organisme}"), part.organisme, poids=1 + len(part.taches))


@rang.register
def _(rangee: RangeeDeSieges, _site: Site) -> Rang:
    return Rang(rangee.nom, rangee.adresse or "", poids=1 + sum(1 for cellule in rangee.cellules if cellule))
