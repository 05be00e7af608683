"""What a calendar is told of a record: its sure days, and the rule by which it comes back.

Goes in: a `Site` and an event or a comité. Comes out: entries of a calendar, and the file `rencontre.ics` of a meeting.
Neither a month nor a season is ever made into a day, and what comes back has a rule only when its phrase says it
exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from clairevoie.derive.heures import hours
from clairevoie.derive.recurrence import Recurrence, occurrences, rule_of
from clairevoie.derive.rencontres import meets_by_rule, replaced
from clairevoie.exports.icalendar import CalendarEntry, calendar_text, can_say
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import ReadDeadline, ReadFrequency
from clairevoie.model.rencontres import RASSEMBLEMENTS, Hours, limits
from clairevoie.pages.adresses import href, leads_to_a_site
from clairevoie.pages.site import Site
from clairevoie.pages.temps.prochaines import recorded_with
from clairevoie.wording.names import title
from clairevoie.wording.rencontres import COMPUTED

FILE = "rencontre.ics"
_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def calendar_file(site: Site, evenement: Evenement) -> str | None:
    """The text of the file of a meeting, the same on any day for the same data; None when no day of it is sure."""
    found = tuple(_of_meeting(site, evenement))
    return calendar_text(found) if found else None


def may_be_added(site: Site, evenement: Evenement) -> bool:
    """Whether it has such a file, and is not over."""
    state = site.state(evenement)
    return state not in ("passee", "tenue", "terminee", "annulee") and any(_of_meeting(site, evenement))


def dated_entries(site: Site, evenement: Evenement) -> Iterator[CalendarEntry]:
    """An entry for each day, or each few days that follow, on which its record says that an event is."""
    told = hours(evenement)
    said = told.debut, told.fin
    for lue in evenement.date.lues if evenement.date else ():
        days = _days(lue)
        if days:
            own = said if lue.heure in (None, said[0]) else (lue.heure, lue.heure_fin)
            one = _entry(site, evenement, *days)
            yield replace(one, hours=own) if days[0] == days[1] else one


def repeated_entry(site: Site, fiche: Evenement | Comite, du: date | None) -> CalendarEntry | None:
    """What comes back by the rule of an event or of a comité, from a day on; without one, from its first time.

    None for a record without a rule that a calendar can say, or when nothing of it is left.
    """
    lue = fiche.recurrence if isinstance(fiche, Evenement) else meets_by_rule(fiche)
    regle = rule_of(lue) if lue else None
    if lue is None or regle is None or not can_say(regle):
        return None
    opening, closing = limits(fiche, lue)
    start = du or opening or site.on
    days = tuple(occurrences(regle, start, debut=opening, fin=closing)) if regle.sauf_feries else ()
    taken = set(replaced(fiche, recorded_with(site, fiche)))
    found = days or occurrences(regle, start, debut=opening, fin=closing)
    first = next((day for day in found if day not in taken), None)
    if first is None:
        return None
    return replace(
        _entry(site, fiche, first, first),
        hours=_hours(fiche, lue),
        rule=regle,
        # No calendar knows our holidays: they are told one by one, and as far ahead as they are.
        until=days[-1] if days else closing,
        skipped=tuple(sorted(day for day in taken | _holidays(regle, days) if day > first)),
        description=(*_told(fiche), f"« {lue.texte} » : chaque date est {COMPUTED}."),
        computed=True,
    )


def host(site: Site) -> str:
    """The name of the site on the Web, by which what it publishes is told from what others do."""
    return urlsplit(site.reglages.adresse).hostname or "claire-voie"


def page_address(site: Site, adresse: str) -> str:
    """The whole address of what stands at an address of the site, empty when the site itself has none."""
    return href(site.reglages.adresse, site.place(adresse)) if site.reglages.adresse else ""


def last_change(site: Site, fiche: Fiche, otherwise: date) -> date:
    """The day when a record last changed, as far as the history tells; never that of the build."""
    story = site.histoires.get(fiche.adresse)
    known = [etape.jour for etape in story.etapes] if story else []
    added = site.ajouts.get(fiche.adresse)
    return max((*known, *((added,) if added else ())), default=otherwise)


def _of_meeting(site: Site, evenement: Evenement) -> Iterator[CalendarEntry]:
    """What the file of a meeting holds; each of its days has its own name."""
    if evenement.type not in RASSEMBLEMENTS:
        return
    if evenement.recurrence is not None:
        one = repeated_entry(site, evenement, None)
        yield from (one,) if one else ()
        return
    yield from named_apart(dated_entries(site, evenement))


def named_apart(entries: Iterator[CalendarEntry]) -> Iterator[CalendarEntry]:
    """The same, where the second of one record and those after it say their rank in their name."""
    for rank, one in enumerate(entries, 1):
        name, sign, place = one.uid.rpartition("@")
        yield one if rank == 1 else replace(one, uid=f"{name}/{rank}{sign}{place}")


def _days(lue: ReadDeadline) -> tuple[date, date] | None:
    """The first and the last day of a reading that says both; None for a month, a limit, what is vague or depends."""
    parts = (lue.edtf or "").split("/")
    vague = lue.approximatif or lue.alternative or lue.depend_de is not None
    sure = all(map(_A_DAY.fullmatch, parts)) and not vague
    return (date.fromisoformat(parts[0]), date.fromisoformat(parts[-1])) if sure else None


def _entry(site: Site, fiche: Evenement | Comite, first: date, last: date) -> CalendarEntry:
    """An entry that says what its record does, less its hours and its rule."""
    return CalendarEntry(
        uid=f"{fiche.premiere_adresse}@{host(site)}",
        stamp=last_change(site, fiche, first),
        first=first,
        last=last,
        summary=title(fiche),
        url=page_address(site, fiche.adresse),
        location=(fiche.lieu or "") if isinstance(fiche, Evenement) else "",
        description=tuple(_told(fiche)),
        cancelled=fiche.statut == "annulee",
    )


def _hours(fiche: Evenement | Comite, lue: ReadFrequency) -> Hours:
    if isinstance(fiche, Comite):
        return lue.heure, lue.heure_fin
    told = hours(fiche)
    return told.debut, told.fin


def _holidays(regle: Recurrence, days: tuple[date, ...]) -> set[date]:
    """The days of a rule that holidays take, between the first and the last of its days."""
    if not days:
        return set()
    every = occurrences(replace(regle, sauf_feries=False), days[0], debut=days[0], fin=days[-1])
    return set(every) - set(days)


def _told(fiche: Evenement | Comite) -> Iterator[str]:
    """What a person needs there; the rest is on the page."""
    if isinstance(fiche, Comite):
        return
    if fiche.en_bref:
        yield fiche.en_bref
    if fiche.ouvert_au_public:
        yield "Ouvert à tous."
    if fiche.lien and leads_to_a_site(fiche.lien):
        yield f"En ligne : {fiche.lien}"
