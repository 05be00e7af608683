"""The seats of one record, ready to be shown: those of today, then apart those to come and those of other days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clairevoie.derive.sieges import held
from clairevoie.model.days import last_day
from clairevoie.model.gens import Membre, Tenue, appartenance
from clairevoie.model.listes import QualiteMembre, values_of
from clairevoie.pages.site import Site
from clairevoie.wording.sieges import counted, period

# Past so many, seats are in the order of time rather than in that of the source.
_LONG = 40


@dataclass(frozen=True, slots=True)
class SiegeDit:
    """One seat: under which name and year (None where years do not count) it is filed, from when to when in words."""

    membre: Membre
    nom: str
    dates: str
    annee: str | None = None


@dataclass(frozen=True, slots=True)
class GroupeDeSieges:
    """Seats under a title that gives their number, empty where a number would say nothing; `cle` does not change."""

    cle: str
    titre: str
    sieges: tuple[SiegeDit, ...]


def of_comite(site: Site, membres: Sequence[Membre]) -> Iterator[GroupeDeSieges]:
    """The seats of a comité: what is counted in a title is what stands under it."""
    today = held(membres, site.tenue)
    for qualite in values_of(QualiteMembre):
        found = _members_first(membre for membre in today if membre.qualite == qualite)
        if found:
            yield _group(site, f"sieges-{qualite.replace('_', '-')}", counted(found), found, "actuel")
    coming = _members_first(held(membres, site.tenue, "a_venir"))
    if coming:
        yield _group(site, "sieges-a-venir", f"À venir : {counted(coming)}", coming, "a_venir")
    past = held(membres, site.tenue, "ancien")
    former = [membre for membre in past if appartenance(membre) == "membre"]
    others = [membre for membre in past if appartenance(membre) != "membre"]
    if former:
        yield _group(site, "anciens-membres", f"Anciens membres : {len(former)}", former, "ancien")
    if others:
        yield _group(site, "anciens-sieges", f"Autres sièges d'avant : {counted(others)}", others, "ancien")


def of_organisme(site: Site, membres: Sequence[Membre]) -> Iterator[GroupeDeSieges]:
    """The functions held in an organisme: who works there is not one of its members."""
    for titre, tenue in _FONCTIONS:
        found = held(membres, site.tenue, tenue)
        if found:
            yield _group(site, f"fonctions-{tenue.replace('_', '-')}", titre, found, tenue)


_FONCTIONS: tuple[tuple[str, Tenue], ...] = (("", "actuel"), ("À venir", "a_venir"), ("Auparavant", "ancien"))


def _members_first(membres: Iterable[Membre]) -> tuple[Membre, ...]:
    """The members, then who takes part without being one, in the order typed."""
    return tuple(sorted(membres, key=lambda membre: appartenance(membre) != "membre"))


def _group(site: Site, cle: str, titre: str, membres: Iterable[Membre], tenue: Tenue) -> GroupeDeSieges:
    seats = [
        SiegeDit(membre, _named(site, membre), period(membre, tenue), _end(membre, tenue))
        for membre in membres
    ]
    if len(seats) > _LONG:  # those of the last days first
        seats.sort(key=lambda siege: siege.annee or "", reverse=True)
    return GroupeDeSieges(cle, titre, tuple(seats))


def _end(membre: Membre, tenue: Tenue) -> str | None:
    """The year in which a former seat ended, empty when nobody says."""
    if tenue != "ancien":
        return None
    return f"{last_day(membre.fin).year:04}" if membre.fin and membre.fin.edtf else ""


def _named(site: Site, membre: Membre) -> str:
    """What a seat speaks for; else the function of who holds it."""
    held_for = (
        f"{collection}/{id}"
        for collection, id in (
            ("organismes", membre.organisme),
            ("comites", membre.comite),
            ("territoires", membre.territoire),
        )
        if id
    )
    adresse = next(held_for, None)
    return site.plain_name(adresse) if adresse else membre.fonction or "Sans titulaire"
