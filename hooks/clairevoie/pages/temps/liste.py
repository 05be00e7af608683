"""The two pages that gather all the dates of the site: its timeline, and its calendar by month and by comité."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from clairevoie.derive.ordre import alphabetical
from clairevoie.derive.rencontres import Fois
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.quand import on
from clairevoie.pages.abonner import calendar_to_follow
from clairevoie.pages.decoupage import NOMS, Coupe, is_long
from clairevoie.pages.site import Site
from clairevoie.pages.temps.a_venir import meetings_to_come
from clairevoie.pages.temps.calendrier import (
    CaseDeMois,
    Date,
    Due,
    all_due,
    beside,
    computed_line,
    due_lines,
    event_lines,
    whose,
)
from clairevoie.pages.temps.chronologie import REPERES, event_state, events, period_words, periods
from clairevoie.pages.temps.coupes import Agenda, cut_calendar, cut_timeline
from clairevoie.pages.temps.frise import Lot, draw
from clairevoie.pages.temps.prochaines import prochaines
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.names import public_name, short_name, title

# With more dates to come than this, all the years but one are folded; those that are over always are.
_SHORT = 120
# How many of the next meetings come before all the dates.
_NEXT = 4
# What ends the anchor of what is over, when what is to come has the same year or the same month.
_OVER = "-passe"
# What is told of events of no known day: a title and a sentence, by what their record says.
_SANS_JOUR = {
    "qui-reviennent": (
        "Rencontres qui reviennent",
        "Leurs prochaines dates, calculées d'après la règle, sont plus haut. Elles restent à confirmer.",
    ),
    "sans-jour": (
        "Sans jour précis",
        "Pour ces rencontres et étapes, la source dit quand sans donner de date.",
    ),
    "dates-non-lues": (
        "Dates non lues",
        "Pour ces rencontres et étapes, la source dit quand, en des mots que le site ne sait pas lire.",
    ),
    "sans-date": ("Sans date", "Pour ces rencontres et étapes, la source ne dit pas quand."),
}


@dataclass(frozen=True, slots=True)
class Annee:
    """What is to come or what is over of a year: its headings with their lines, how many lines, whether it stands open.

    `suffixe` ends its anchor where both have the same year.
    """

    annee: int
    cases: tuple[tuple[CaseDeMois, tuple[Date, ...]], ...]
    nombre: int
    ouverte: bool
    passee: bool = False
    suffixe: str = ""

    @property
    def ancre(self) -> str:
        """The anchor of its heading."""
        return f"{self.annee}{self.suffixe}"


def timeline(site: Site) -> Mapping[str, object] | Coupe:
    """The periods and the meetings of every démarche; then of none."""
    owned: dict[str, dict[str, list[Any]]] = {}
    for name in ("plans", "projets", "evenements"):
        for fiche in site.jeu.collection(name).values():
            for id in [demarche.id for demarche in site.demarches(fiche)] or [""]:
                owned.setdefault(id, {}).setdefault(name, []).append(fiche)
    demarches = sorted(site.jeu.demarches.values(), key=lambda one: (alphabetical(short_name(one)), one.id))
    placed: list[tuple[Demarche | None, Lot]] = [
        (one, _lot(site, one, owned.get(one.id if one else "", {}))) for one in (*demarches, None)
    ]
    lots = [lot for _, lot in placed]
    if is_long(sum(len(lot.jalons) for lot in lots)):
        return cut_timeline(placed)
    return {
        "frise": draw(lots, chacun=False),
        "sans_rien": [lot.adresse for lot in lots if lot.adresse and not lot.jalons],
    }


def calendar(site: Site) -> Mapping[str, object] | Coupe:
    """The next meetings; every date by year and month, what is to come first; the dates of each comité; then the events
    of which no day is known, by what is said of it."""
    evenements, due = tuple(site.jeu.evenements.values()), all_due(site)
    told = [(one, line) for one in evenements for line in event_lines(site, one, beside(site, one))]
    computed = [fois for fois in prochaines(site, evenements, site.jeu.comites.values()).fois if fois.jour]
    placed = [line for _, line in told if line.case] + due_lines(due, partial(whose, site))
    placed += [computed_line(fois, beside(site, fois.fiche)) for fois in computed]
    dated = sorted(placed, key=lambda line: line.tri)
    agendas = tuple(_agendas(site, evenements, computed, due))
    without = tuple(_without_day([(one, line) for one, line in told if not line.case]))
    meetings = meetings_to_come(site)
    nearest = {
        "prochaines": [one.ligne for one in meetings[:_NEXT]],
        "reste": max(len(meetings) - _NEXT, 0),
        "jour": on(site.on.isoformat()),
        "suivre": calendar_to_follow(site.reglages),
    }
    if is_long(len(told) + len(dated) + sum(1 + len(agenda.dates) for agenda in agendas), NOMS):
        return cut_calendar(dated, agendas, without, nearest)
    return {
        **nearest,
        "annees": _years(site, dated),
        "comites": agendas,
        "sans_jour": without,
        "marques": tuple(dict.fromkeys(line.marque for line in sorted(dated, key=_shape))),
    }


def _lot(site: Site, demarche: Demarche | None, owned: Mapping[str, list[Any]]) -> Lot:
    """All that the timeline of the site says of one démarche: what is due is on its own page."""
    told, suites = events(owned.get("evenements", ()))
    spans = periods(demarche, owned.get("plans", ()), owned.get("projets", ()))
    return Lot(
        cle=f"quand-{demarche.id if demarche else 'sans-demarche'}",
        titre=title(demarche) if demarche else "Sans démarche",
        noms=REPERES,
        jalons=(*spans, *told),
        dire=period_words,
        etat=partial(event_state, site),
        suites=suites,
        adresse=demarche.adresse if demarche else None,
        replie=True,
        liste=f"{demarche.adresse}#quand"
        if demarche
        else next((f"{name}#sans-demarche" for name in owned), None),
    )


def _years(site: Site, dated: Sequence[Date]) -> tuple[Annee, ...]:
    """What is to come, this year first and what began before last; then what is over, the latest year first."""
    today = site.on
    coming = _by_year(line for line in dated if line.fin and line.fin >= today)
    over = _by_year(line for line in dated if not line.fin or line.fin < today)
    few = sum(map(len, coming.values())) <= _SHORT
    ordered = sorted(coming, key=lambda year: (year < today.year, year))
    return (
        *(_year(year, coming[year], few or year == ordered[0]) for year in ordered),
        *(_past_year(year, over[year], coming.get(year, ())) for year in sorted(over, reverse=True)),
    )


def _by_year(lines: Iterable[Date]) -> dict[int, list[Date]]:
    years: dict[int, list[Date]] = {}
    for line in lines:
        years.setdefault(line.case.annee if line.case else 0, []).append(line)
    return years


def _year(year: int, lines: Iterable[Date], is_open: bool) -> Annee:
    found = tuple(lines)
    return Annee(year, tuple(_cases(found)), len(found), is_open)


def _past_year(year: int, lines: Sequence[Date], coming: Iterable[Date]) -> Annee:
    """What is over of a year, under anchors and titles of its own where what is to come has the usual ones."""
    made = _year(year, lines, False)
    taken = {line.case.ancre for line in coming if line.case}
    cases = tuple((_over(case) if case.ancre in taken else case, found) for case, found in made.cases)
    return replace(made, cases=cases, passee=True, suffixe=_OVER if taken else "")


def _over(case: CaseDeMois) -> CaseDeMois:
    return replace(case, ancre=f"{case.ancre}{_OVER}", titre=f"{case.titre}, ce qui est passé")


def _cases(lines: Iterable[Date]) -> Iterator[tuple[CaseDeMois, tuple[Date, ...]]]:
    """The headings of a year, months first, each with its lines in order."""
    placed = [(line.case, line) for line in lines if line.case]
    ordered = sorted(placed, key=lambda pair: pair[0].rang)
    for case, found in groupby(ordered, key=lambda pair: pair[0]):
        yield case, tuple(line for _, line in found)


def _without_day(told: Iterable[tuple[Evenement, Date]]) -> Iterator[tuple[str, str, str, tuple[Date, ...]]]:
    """The events of no known day, under what is known of it: an anchor, a title, a sentence, the lines in order."""
    groups: dict[str, list[Date]] = {}
    for evenement, line in told:
        groups.setdefault(_kind_of_day(evenement), []).append(line)
    for kind, (titre, phrase) in _SANS_JOUR.items():
        if kind in groups:
            yield kind, titre, phrase, tuple(sorted(groups[kind], key=lambda line: line.tri))


def _kind_of_day(evenement: Evenement) -> str:
    if evenement.recurrence is not None:
        return "qui-reviennent"
    if evenement.date is None:
        return "sans-date"
    return "dates-non-lues" if evenement.date.non_lue else "sans-jour"


def _agendas(
    site: Site, evenements: Iterable[Evenement], computed: Iterable[Fois], due: Sequence[Due]
) -> Iterator[Agenda]:
    """What is known of the dates of each comité; comités of which nothing is known are left out."""
    lines: dict[str, list[Date]] = {}
    for evenement in evenements:
        for id in evenement.reunis:
            lines.setdefault(id, []).extend(event_lines(site, evenement, ()))
    for fois in computed:
        for id in fois.reunis:
            lines.setdefault(id, []).append(computed_line(fois, ()))
    charges: dict[str, list[Due]] = {}
    for one in due:
        for id in one.comites:
            charges.setdefault(id, []).append(one)
    for id, found in charges.items():
        lines.setdefault(id, []).extend(due_lines(found, lambda _: ()))
    for comite in sorted(site.jeu.comites.values(), key=lambda one: (alphabetical(one.intitule), one.id)):
        dates = tuple(sorted(lines.get(comite.id, ()), key=lambda line: line.tri))
        rhythms = tuple(rhythm(one) for one in comite.frequence)
        if rhythms and site.is_past(comite):
            rhythms = ("a pris fin", *rhythms)
        if dates or rhythms:
            yield Agenda(comite.adresse, public_name(comite), whose(site, comite), rhythms, dates)


def _shape(line: Date) -> int:
    order = ("jour", "mois", "saison", "annee", "intervalle")
    return order.index(line.marque) if line.marque in order else len(order)
