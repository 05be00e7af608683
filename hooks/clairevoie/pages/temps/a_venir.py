"""The meetings to come of the whole site, as lines of the calendar: the nearest first, each with its day in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from clairevoie.derive.rencontres import Fois
from clairevoie.model.comites import Comite
from clairevoie.model.days import extent
from clairevoie.model.evenements import Evenement
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.rencontres import RASSEMBLEMENTS
from clairevoie.pages.adresses import leads_to_a_site
from clairevoie.pages.site import Site
from clairevoie.pages.temps.agenda import FILE, may_be_added
from clairevoie.pages.temps.calendrier import Date, beside, computed_line, event_lines, for_whom
from clairevoie.pages.temps.prochaines import prochaines
from clairevoie.pages.temps.reperes import JOUR
from clairevoie.wording.instants import Instant
from clairevoie.wording.rencontres import COMPUTED, long_day, time_of


class RencontreAVenir(NamedTuple):
    """One time that people meet, its first day (None when nobody gave any), and its line."""

    fiche: Evenement | Comite
    jour: date | None
    ligne: Date

    @property
    def ouverte(self) -> bool:
        """Whether its record says that everyone may come."""
        return isinstance(self.fiche, Evenement) and bool(self.fiche.ouvert_au_public)


def meetings_to_come(site: Site) -> tuple[RencontreAVenir, ...]:
    """Those that are recorded, and the next times of what comes back, in the order of time."""
    known = (one for one in site.jeu.evenements.values() if one.type in RASSEMBLEMENTS)
    fois = prochaines(site, known, site.jeu.comites.values()).fois
    return tuple(sorted((one for each in fois for one in _times(site, each)), key=lambda one: one.ligne.tri))


def next_ones(site: Site, some: tuple[RencontreAVenir, ...]) -> tuple[RencontreAVenir, ...]:
    """The next of these meetings whose day is known, and the next one open to all when it is another."""
    sure = [one for one in some if one.jour and one.jour >= site.on and one.ligne.marque == JOUR] or some
    open_ones = (one for one in sure if one.ouverte)
    return tuple(dict.fromkeys((*sure[:1], *(one for one in (next(open_ones, None),) if one))))


def _times(site: Site, fois: Fois) -> Iterator[RencontreAVenir]:
    fiche = fois.fiche
    if isinstance(fiche, Comite) or fois.jour:
        line = replace(computed_line(fois, ()), precisions=_computed(fois))
        yield RencontreAVenir(fiche, fois.jour, _told(site, fiche, line))
        return
    dated: list[ReadDeadline | None] = [lue for lue in (fiche.date.lues if fiche.date else ()) if lue.edtf]
    for lue, line in zip(dated or [None], event_lines(site, fiche, ()), strict=True):
        first, last = extent(lue.edtf) if lue and lue.edtf else (None, date.max)
        if last >= site.on:
            yield RencontreAVenir(fiche, first, _told(site, fiche, _in_full(line, first)))


def _computed(fois: Fois) -> tuple[str, ...]:
    """The hours of a time worked out from a rule, and whether all may come; the rule itself is on its page."""
    told = [*for_whom(fois.fiche, time_of(fois))] if isinstance(fois.fiche, Evenement) else [time_of(fois)]
    return tuple(one for one in (*told, COMPUTED) if one)


def _in_full(line: Date, first: date | None) -> Date:
    """« mardi 8 décembre 2026 » for a day, which people look for by the day of the week."""
    if line.marque != JOUR or first is None:
        return line
    return replace(line, quand=(Instant(None, long_day(first), first.isoformat(), None),))


def _told(site: Site, fiche: Evenement | Comite, line: Date) -> Date:
    """The hours and whether all may come, then the place when it is one where people go, then who meets; the state
    goes without saying."""
    lieu = fiche.lieu if isinstance(fiche, Evenement) else None
    place = (lieu,) if lieu and not leads_to_a_site(lieu) else ()
    told = (*line.precisions, *place, *beside(site, fiche))
    takes = isinstance(fiche, Evenement) and may_be_added(site, fiche)
    return replace(line, precisions=told, etat=None, agenda=f"{fiche.adresse}/{FILE}" if takes else None)
