"""The seats of one record, ready to be shown: those of today, then apart those to come and those of other days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clairevoie.derive.sieges import held
from clairevoie.model.gens import Membre, Tenue, appartenance
from clairevoie.model.listes import QualiteMembre, values_of
from clairevoie.pages.site import Site
from clairevoie.wording.sieges import counted, period


@dataclass(frozen=True, slots=True)
class SiegeDit:
    """One seat, and from when to when in words."""

    membre: Membre
    dates: str


@dataclass(frozen=True, slots=True)
class GroupeDeSieges:
    """Seats under a title that gives their number; an empty one where a number would say nothing."""

    titre: str
    sieges: tuple[SiegeDit, ...]


def of_comite(site: Site, membres: Sequence[Membre]) -> Iterator[GroupeDeSieges]:
    """The seats of a comité: what is counted in a title is what stands under it."""
    today = held(membres, site.tenue)
    for qualite in values_of(QualiteMembre):
        found = _members_first(membre for membre in today if membre.qualite == qualite)
        if found:
            yield _group(counted(found), found, "actuel")
    coming = _members_first(held(membres, site.tenue, "a_venir"))
    if coming:
        yield _group(f"À venir : {counted(coming)}", coming, "a_venir")
    past = held(membres, site.tenue, "ancien")
    former = [membre for membre in past if appartenance(membre) == "membre"]
    others = [membre for membre in past if appartenance(membre) != "membre"]
    if former:
        yield _group(f"Anciens membres : {len(former)}", former, "ancien")
    if others:
        yield _group(f"Autres sièges d'avant : {counted(others)}", others, "ancien")


def of_organisme(site: Site, membres: Sequence[Membre]) -> Iterator[GroupeDeSieges]:
    """The functions held in an organisme: who works there is not one of its members."""
    for titre, tenue in _FONCTIONS:
        found = held(membres, site.tenue, tenue)
        if found:
            yield _group(titre, found, tenue)


_FONCTIONS: tuple[tuple[str, Tenue], ...] = (("", "actuel"), ("À venir", "a_venir"), ("Auparavant", "ancien"))


def _members_first(membres: Iterable[Membre]) -> tuple[Membre, ...]:
    """The members, then who takes part without being one, in the order typed."""
    return tuple(sorted(membres, key=lambda membre: appartenance(membre) != "membre"))


def _group(titre: str, membres: Iterable[Membre], tenue: Tenue) -> GroupeDeSieges:
    return GroupeDeSieges(titre, tuple(SiegeDit(membre, period(membre, tenue)) for membre in membres))
