"""The meetings to come that some records announce: those recorded, and the next times of what comes back.

Goes in: a `Site`, its events and its comités. Comes out: `Prochaines`, where nothing that may be to come is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from clairevoie.derive.rencontres import (
    Fois,
    in_order,
    is_to_come,
    is_undated,
    meets_by_rule,
    times,
)
from clairevoie.derive.rencontres_inscrites import recorded
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.model.rencontres import spans
from clairevoie.pages.site import Site
from clairevoie.wording.rencontres import recorded_words


@dataclass(frozen=True, slots=True)
class Prochaines:
    """`fois` the nearest first; `annulees` those to come that will not be held; `sans_jour` those that may be to come,
    of which no day is known."""

    fois: tuple[Fois, ...] = ()
    annulees: tuple[Evenement, ...] = ()
    sans_jour: tuple[Evenement, ...] = ()


def prochaines(site: Site, evenements: Iterable[Evenement], comites: Iterable[Comite] = ()) -> Prochaines:
    """What is to come among these events, and by the rules of these comités."""
    known = {one.id: one for one in evenements}
    hosts = {one.id: one for one in comites}
    rules = by_rule(known.values(), hosts.values())
    if not known and not rules:
        return Prochaines()
    on = site.on
    coming = [Fois(one) for one in known.values() if is_to_come(one, on, site.state(one))]
    for fiche in rules:
        coming += times(fiche, recorded_with(site, fiche), on)
    told = {one.fiche.id for one in coming}
    return Prochaines(
        in_order(coming),
        tuple(one for one in known.values() if one.statut == "annulee" and _ends_after(site, one)),
        tuple(one for one in known.values() if one.id not in told and is_undated(one, site.state(one))),
    )


def by_rule(evenements: Iterable[Evenement], comites: Iterable[Comite]) -> tuple[Evenement | Comite, ...]:
    """What comes back among these events; then the comités that meet by a rule, unless such an event gathers them."""
    repeated = tuple(one for one in evenements if one.recurrence is not None)
    covered = {id for one in repeated for id in one.reunis}
    return (*repeated, *(one for one in comites if one.id not in covered and meets_by_rule(one)))


def meetings_of(site: Site, comite: Comite) -> tuple[Evenement, ...]:
    """The events where a comité meets or invites."""
    return cast(tuple[Evenement, ...], site.citing(comite, "evenements", "comite", "comites"))


def recorded_for(site: Site, comite: Comite) -> str:
    """« en 2026 : 3 rencontres inscrites sur 4 à 6 prévues »; nothing for a comité with none recorded."""
    meetings = meetings_of(site, comite)
    if not meetings:
        return ""
    found = recorded(comite, meetings, site.annee, stale=site.may_have_changed(comite))
    return recorded_words(found) if found else ""


def recorded_with(site: Site, fiche: Evenement | Comite) -> Iterator[Evenement]:
    """The recorded events that may take the place of a time of what comes back."""
    if isinstance(fiche, Comite):
        yield from meetings_of(site, fiche)
        return
    yield from cast(tuple[Evenement, ...], site.citing(fiche, "evenements", "serie"))
    for id in fiche.reunis:
        comite = site.jeu.comites.get(id)
        if comite is not None:
            yield from meetings_of(site, comite)


def _ends_after(site: Site, evenement: Evenement) -> bool:
    return any(last >= site.on for _, last in spans(evenement))
