"""A meeting as a file that any calendar takes (RFC 5545), written beside its page.

Goes in: a `Site` and an event. Comes out: the text of `rencontre.ics`, or None when no day of it is sure: neither a
month nor a season is ever made into a day, and what comes back has a rule only when its phrase says it exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from clairevoie.derive.heures import hours
from clairevoie.derive.recurrence import Recurrence, occurrences, rule_of
from clairevoie.derive.rencontres import replaced
from clairevoie.model.evenements import Evenement
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.rencontres import RASSEMBLEMENTS, Hours, limits
from clairevoie.pages.adresses import leads_to_a_site
from clairevoie.pages.site import Site
from clairevoie.pages.temps.prochaines import recorded_with
from clairevoie.wording.names import title
from clairevoie.wording.rencontres import COMPUTED

FILE = "rencontre.ics"
_ZONE = "America/Toronto"
# The hours of Eastern Canada, and those it had until 2006.
_TIMEZONE = """\
BEGIN:VTIMEZONE
TZID:America/Toronto
BEGIN:DAYLIGHT
TZNAME:EDT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
DTSTART:19870405T020000
RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:EST
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
DTSTART:19871025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z
END:STANDARD
BEGIN:DAYLIGHT
TZNAME:EDT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:EST
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE""".splitlines()
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = 12
# Every month has so many of each day of the week.
_WEEKS = 4
# How many octets a line may have, its end aside.
_WIDTH = 75


@dataclass(frozen=True, slots=True)
class _Entree:
    """One thing to write in a calendar: its first and last day, its hours, the rule by which it comes back, the days
    on which another record takes its place."""

    debut: date
    fin: date
    heures: Hours = (None, None)
    regle: str = ""
    sauf: tuple[date, ...] = ()


def calendar_file(site: Site, evenement: Evenement) -> str | None:
    """The text of the file, the same on any day for the same data."""
    found = tuple(_entries(site, evenement))
    if not found:
        return None
    timed = any(one.heures[0] for one in found)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Claire-voie//FR",
        *(_TIMEZONE if timed else ()),
        *(line for rank, one in enumerate(found) for line in _lines(site, evenement, one, rank)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def may_be_added(site: Site, evenement: Evenement) -> bool:
    """Whether it has such a file, and is not over."""
    state = site.state(evenement)
    return state not in ("passee", "tenue", "terminee", "annulee") and any(_entries(site, evenement))


def _entries(site: Site, evenement: Evenement) -> Iterator[_Entree]:
    if evenement.type not in RASSEMBLEMENTS:
        return
    told = hours(evenement)
    said = told.debut, told.fin
    if evenement.recurrence is not None:
        yield from _repeated(site, evenement, said)
        return
    for lue in evenement.date.lues if evenement.date else ():
        days = _days(lue)
        if days:
            own = said if lue.heure in (None, said[0]) else (lue.heure, lue.heure_fin)
            yield _Entree(*days, own if days[0] == days[1] else (None, None))


def _days(lue: ReadDeadline) -> tuple[date, date] | None:
    """The first and the last day of a reading that says both; None for a month, a limit, what is vague or depends."""
    parts = (lue.edtf or "").split("/")
    vague = lue.approximatif or lue.alternative or lue.depend_de is not None
    sure = all(map(_A_DAY.fullmatch, parts)) and not vague
    return (date.fromisoformat(parts[0]), date.fromisoformat(parts[-1])) if sure else None


def _repeated(site: Site, evenement: Evenement, said: Hours) -> Iterator[_Entree]:
    """What comes back: from its first time, or from the next one when nobody gave the first."""
    lue = evenement.recurrence
    regle = rule_of(lue) if lue else None
    if lue is None or regle is None or not _is_exact(regle):
        return
    opening, closing = limits(evenement, lue)
    first = next(occurrences(regle, opening or site.on, debut=opening, fin=closing), None)
    if first is None:
        return
    until = f";UNTIL={_limit(closing, said[0])}" if closing else ""
    out = sorted({day for day in replaced(evenement, recorded_with(site, evenement)) if day >= first})
    yield _Entree(first, first, said, _rrule(regle, first) + until, tuple(out))


def _is_exact(regle: Recurrence) -> bool:
    """Whether a calendar has words for it: it knows no holiday, and no quarter but through its first and last month."""
    if regle.unite == "trimestre" and (regle.pas > 1 or (regle.rang or 0) > _WEEKS):
        return False
    return not regle.sauf_feries


def _rrule(regle: Recurrence, first: date) -> str:
    """« FREQ=MONTHLY;BYDAY=1TU »."""
    every = f";INTERVAL={regle.pas}" if regle.pas > 1 else ""
    months = tuple(month for month in regle.mois or range(1, _YEAR + 1) if month not in regle.sauf)
    only = f";BYMONTH={','.join(map(str, months))}" if len(months) < _YEAR else ""
    if regle.unite == "jour":
        return f"FREQ=DAILY{every}{only}"
    if regle.unite == "semaine":
        day = first.weekday() if regle.semaine is None else regle.semaine
        return f"FREQ=WEEKLY{every}{only};BYDAY={_WEEK[day]};WKST=MO"
    if regle.quantieme is not None:
        on = f";BYMONTHDAY={regle.quantieme}"
    else:
        on = f";BYDAY={regle.rang}{_WEEK[regle.semaine or 0]}"
    if regle.unite == "trimestre":
        # The first Tuesday of a quarter is that of its first month, the last one that of its last month.
        held = range(3, _YEAR + 1, 3) if (regle.rang or 0) < 0 else range(1, _YEAR + 1, 3)
        return f"FREQ=YEARLY;BYMONTH={','.join(str(month) for month in held if month in months)}{on}"
    return f"FREQ={'YEARLY' if regle.unite == 'annee' else 'MONTHLY'}{every}{only}{on}"


def _limit(last: date, hour: str | None) -> str:
    """The end of a rule, in the form that its beginning calls for."""
    if hour is None:
        return _basic(last)
    end = datetime.combine(last, time(23, 59, 59), ZoneInfo(_ZONE)).astimezone(UTC)
    return f"{end:%Y%m%dT%H%M%S}Z"


def _lines(site: Site, evenement: Evenement, one: _Entree, rank: int) -> Iterator[str]:
    page = f"{site.reglages.adresse}{evenement.adresse}/"
    host = urlsplit(site.reglages.adresse).hostname or "claire-voie"
    yield "BEGIN:VEVENT"
    yield f"UID:{evenement.adresse}{f'/{rank + 1}' if rank else ''}@{host}"
    yield f"DTSTAMP:{_basic(_changed(site, evenement, one))}T000000Z"
    yield from _when(one)
    if one.regle:
        yield f"RRULE:{one.regle}"
    for day in one.sauf:
        yield f"EXDATE{_moment(day, one.heures[0])}"
    yield f"SUMMARY:{_escaped(title(evenement))}"
    if evenement.lieu:
        yield f"LOCATION:{_escaped(evenement.lieu)}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(_told(evenement, one, page)))}"
    yield f"URL:{page}"
    if evenement.statut == "annulee":
        yield "STATUS:CANCELLED"
    elif one.regle:
        yield "STATUS:TENTATIVE"
    yield "END:VEVENT"


def _when(one: _Entree) -> Iterator[str]:
    start, end = one.heures
    yield f"DTSTART{_moment(one.debut, start)}"
    if start is None and one.fin > one.debut:
        yield f"DTEND{_moment(one.fin + timedelta(1), None)}"
    elif start and end and end > start:
        yield f"DTEND{_moment(one.debut, end)}"


def _moment(day: date, hour: str | None) -> str:
    """« ;TZID=America/Toronto:20261208T190000 », « ;VALUE=DATE:20261208 »."""
    if hour is None:
        return f";VALUE=DATE:{_basic(day)}"
    return f";TZID={_ZONE}:{_basic(day)}T{hour.replace(':', '')}00"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _told(evenement: Evenement, one: _Entree, page: str) -> Iterator[str]:
    """What a person needs there, and where to read the rest."""
    if evenement.en_bref:
        yield evenement.en_bref
    if evenement.ouvert_au_public:
        yield "Ouvert à tous."
    if evenement.lien and leads_to_a_site(evenement.lien):
        yield f"En ligne : {evenement.lien}"
    if one.regle and evenement.recurrence:
        yield f"« {evenement.recurrence.texte} » : chaque date est {COMPUTED}."
    yield page


def _changed(site: Site, evenement: Evenement, one: _Entree) -> date:
    """The day when its record last changed, as far as the history tells; else its own day, never that of the build."""
    story = site.histoires.get(evenement.adresse)
    known = [etape.jour for etape in story.etapes] if story else []
    added = site.ajouts.get(evenement.adresse)
    return max((*known, *((added,) if added else ())), default=one.debut)


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


def _folded(line: str) -> str:
    """The same in lines of at most 75 octets, none of which cuts a character in two."""
    parts, room = [""], _WIDTH
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append("")
            room = _WIDTH - 1
        parts[-1] += sign
        room -= size
    return "\r\n ".join(parts)
