"""What a timeline gathers: the periods, the meetings and the deadlines of a démarche; the démarches of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from clairevoie.derive.jalons import Jalon, adoption, deadlines, in_order, may_be_due, meetings, period
from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import element_text
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.pages.cartes import sentence
from clairevoie.pages.site import Site
from clairevoie.pages.temps.frise import LENGTH, Frise, Lot, draw
from clairevoie.pages.temps.reperes import MOMENTS
from clairevoie.wording.names import kind_of, title
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import shortened

REPERES = ("repère", "repères")
_PERIODES = ("période", "périodes")
_RENCONTRES = ("rencontre ou étape", "rencontres et étapes")
_ACTIONS = {
    "demarches": ("date", "dates"),
    "plans": ("action", "actions"),
    "evenements": ("décision", "décisions"),
}
_ETAPES = ("étape", "étapes")
# What is due in more records than this is told by collection.
_MANY = 6


def timeline(
    site: Site,
    demarche: Demarche,
    plans: Iterable[Any],
    projets: Iterable[Any],
    evenements: Iterable[Evenement],
) -> Frise:
    """The timeline of a démarche: its periods, its meetings, then what each plan and project promised."""
    plans, projets, evenements = tuple(plans), tuple(projets), tuple(evenements)
    told, suites = events(evenements)
    spans = periods(demarche, plans, projets)
    adopted = any(jalon.genre == "adoption" for jalon in spans)
    titre = "Périodes et adoptions" if adopted else "Périodes"
    lots = (
        Lot(
            "quand-periodes",
            titre,
            REPERES if adopted else _PERIODES,
            spans,
            period_words,
            liste=_list("projets" if projets else "plans", demarche),
        ),
        Lot(
            "quand-rencontres",
            "Rencontres et étapes",
            _RENCONTRES,
            told,
            _said_of_an_event,
            partial(event_state, site),
            suites,
            liste=_list("evenements", demarche),
        ),
        *_due(site, demarche, (demarche, *plans, *projets, *evenements)),
    )
    return draw(lots, chacun=True)


def periods(demarche: Demarche | None, plans: Iterable[Any], projets: Iterable[Any]) -> tuple[Jalon, ...]:
    """When the démarche, its plans and its projects take place; a démarche that says nothing of it is left out."""
    own = [period(demarche)] if demarche else []
    found = [jalon for jalon in own if jalon.lues]
    for plan in plans:
        found += [jalon for jalon in (period(plan), adoption(plan)) if jalon]
    return in_order([*found, *(period(projet) for projet in projets)])


def events(evenements: Iterable[Evenement]) -> tuple[tuple[Jalon, ...], dict[str, tuple[Evenement, ...]]]:
    """The events in the order of time, and those without date that follow each."""
    found = meetings(evenements)
    jalons = (Jalon("evenement", one, one.date.lues if one.date else ()) for one, _ in found)
    return tuple(jalons), {one.id: after for one, after in found if after}


def period_words(jalon: Jalon) -> str:
    """« Plan d'action », « Adoption »: what takes place."""
    return "Adoption" if jalon.genre == "adoption" else kind_of(jalon.fiche)


def event_state(site: Site, jalon: Jalon) -> str | None:
    """The state of an event today; a period, an adoption or a deadline has none here."""
    return site.state(jalon.fiche) if jalon.genre == "evenement" else None


def _said_of_an_event(jalon: Jalon) -> str | None:
    return sentence(jalon.fiche)


def _said_of_what_is_due(jalon: Jalon) -> str | None:
    """The words of an action; those of an action without number are its name already. Of a call: which of its dates."""
    if jalon.genre in MOMENTS:
        return MOMENTS[jalon.genre]
    forme = jalon.element.forme if jalon.element else None
    return shortened(element_text(forme), LENGTH) if forme and getattr(forme, "numero", None) else None


def _list(collection: str, demarche: Demarche) -> str:
    """Where the records of a démarche are, in the list of their collection."""
    return f"{collection}#{demarche.id}"


def _due(site: Site, demarche: Demarche, fiches: Iterable[Fiche]) -> Iterator[Lot]:
    """What is due in each of these records, one fold away; of many records, in those of each collection."""
    found = [
        (fiche, in_order(deadlines(fiche, site.elements(fiche).values())))
        for fiche in filter(may_be_due, fiches)
    ]
    held = [(fiche, jalons) for fiche, jalons in found if jalons]
    if len(held) > _MANY:
        yield from _together(demarche, held)
        return
    for fiche, jalons in held:
        yield Lot(
            f"quand-{fiche.collection}-{fiche.id}",
            shortened(f"Échéances : {title(fiche)}", LENGTH),
            _ACTIONS.get(fiche.collection, _ETAPES),
            jalons,
            _said_of_what_is_due,
            adresse=fiche.adresse,
            replie=True,
            liste=fiche.adresse,
        )


def _together(demarche: Demarche, held: Iterable[tuple[Fiche, tuple[Jalon, ...]]]) -> Iterator[Lot]:
    by_collection: dict[str, list[tuple[Jalon, ...]]] = {}
    for fiche, jalons in held:
        by_collection.setdefault(fiche.collection, []).append(jalons)
    for collection, groups in by_collection.items():
        of_whom = several(len(groups), COLLECTIONS[collection].singulier)
        yield Lot(
            f"quand-{collection}",
            f"Échéances : {of_whom}",
            _ACTIONS.get(collection, _ETAPES),
            in_order(jalon for jalons in groups for jalon in jalons),
            _said_of_what_is_due_somewhere,
            replie=True,
            liste=None if collection == "demarches" else _list(collection, demarche),
        )


def _said_of_what_is_due_somewhere(jalon: Jalon) -> str:
    said = _said_of_what_is_due(jalon)
    return f"{title(jalon.fiche)} : {said}" if said else title(jalon.fiche)
