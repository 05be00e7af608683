"""Things that happen, as a file that any calendar takes (RFC 5545).

Goes in: entries, whose days are sure. Comes out: the text of the file. Nothing here reads the clock: the stamp of an
entry is the day when its facts last changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clairevoie.derive.recurrence import Recurrence
from clairevoie.exports.provenance import DROITS
from clairevoie.model.rencontres import Hours

ENDING = "ics"
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
_YEAR = 12
# Every month has so many of each day of the week.
_WEEKS = 4
# How many octets a line may have, its end aside.
_WIDTH = 75
# How often a program that follows a calendar need ask for it: sites are made once a day at most.
_REFRESH = "P1D"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing in a calendar, from its day `first` to its day `last`.

    `uid` names it for good; `url` is its page, empty for a site without an address; `rule` is how it comes back,
    `until` the last day on which it may, and `skipped` the days on which it does not. `computed` says that a rule gave
    its days, `cancelled` that it will not be.
    """

    uid: str
    stamp: date
    first: date
    last: date
    summary: str
    url: str
    hours: Hours = (None, None)
    rule: Recurrence | None = None
    until: date | None = None
    skipped: tuple[date, ...] = ()
    location: str = ""
    description: tuple[str, ...] = ()
    computed: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarName:
    """What a calendar that people follow says of itself: its name, and the page it comes from."""

    name: str
    url: str


def calendar_text(entries: Iterable[CalendarEntry], called: CalendarName | None = None) -> str:
    """The text of a calendar; `called` when people may follow it."""
    found = tuple(entries)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Claire-voie//FR",
        *(_named(called) if called else ()),
        f"DESCRIPTION:{_escaped(DROITS)}",
        # A calendar holds one component at least, even one in which nothing happens yet.
        *(_TIMEZONE if called or any(one.hours[0] for one in found) else ()),
        *(line for one in found for line in _event(one)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def can_say(rule: Recurrence) -> bool:
    """Whether a calendar has words for it: it knows no quarter but through its first and last month."""
    return rule.unite != "trimestre" or (rule.pas == 1 and (rule.rang or 0) <= _WEEKS)


def _named(called: CalendarName) -> Iterator[str]:
    """The name and how often to ask again, in the words of the standard and in those of programs older than it."""
    yield f"NAME:{_escaped(called.name)}"
    yield f"X-WR-CALNAME:{_escaped(called.name)}"
    yield f"X-WR-TIMEZONE:{_ZONE}"
    yield f"URL:{called.url}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}"
    yield f"X-PUBLISHED-TTL:{_REFRESH}"


def _event(one: CalendarEntry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{_basic(one.stamp)}T000000Z"
    yield from _when(one)
    if one.rule:
        yield f"RRULE:{_rrule(one.rule, one.first)}{_until(one)}"
    for day in one.skipped:
        yield f"EXDATE{_moment(day, one.hours[0])}"
    yield f"SUMMARY:{_escaped(one.summary)}"
    if one.location:
        yield f"LOCATION:{_escaped(one.location)}"
    told = tuple(filter(None, (*one.description, one.url)))
    if told:
        yield f"DESCRIPTION:{_escaped(chr(10).join(told))}"
    if one.url:
        yield f"URL:{one.url}"
    if one.hours[0] is None:
        yield "TRANSP:TRANSPARENT"
    if one.cancelled:
        yield "STATUS:CANCELLED"
    elif one.computed:
        yield "STATUS:TENTATIVE"
    yield "END:VEVENT"


def _when(one: CalendarEntry) -> Iterator[str]:
    start, end = one.hours
    yield f"DTSTART{_moment(one.first, start)}"
    if start is None and one.last > one.first:
        yield f"DTEND{_moment(one.last + timedelta(1), None)}"
    elif start and end and end > start:
        yield f"DTEND{_moment(one.first, end)}"


def _rrule(rule: Recurrence, first: date) -> str:
    """« FREQ=MONTHLY;BYDAY=1TU »."""
    every = f";INTERVAL={rule.pas}" if rule.pas > 1 else ""
    months = tuple(month for month in rule.mois or range(1, _YEAR + 1) if month not in rule.sauf)
    only = f";BYMONTH={','.join(map(str, months))}" if len(months) < _YEAR else ""
    if rule.unite == "jour":
        return f"FREQ=DAILY{every}{only}"
    if rule.unite == "semaine":
        day = first.weekday() if rule.semaine is None else rule.semaine
        return f"FREQ=WEEKLY{every}{only};BYDAY={_WEEK[day]};WKST=MO"
    if rule.quantieme is not None:
        on = f";BYMONTHDAY={rule.quantieme}"
    else:
        on = f";BYDAY={rule.rang}{_WEEK[rule.semaine or 0]}"
    if rule.unite == "trimestre":
        # The first Tuesday of a quarter is that of its first month, the last one that of its last month.
        held = range(3, _YEAR + 1, 3) if (rule.rang or 0) < 0 else range(1, _YEAR + 1, 3)
        return f"FREQ=YEARLY;BYMONTH={','.join(str(month) for month in held if month in months)}{on}"
    return f"FREQ={'YEARLY' if rule.unite == 'annee' else 'MONTHLY'}{every}{only}{on}"


def _until(one: CalendarEntry) -> str:
    """The end of a rule, in the form that its beginning calls for."""
    if one.until is None:
        return ""
    if one.hours[0] is None:
        return f";UNTIL={_basic(one.until)}"
    end = datetime.combine(one.until, time(23, 59, 59), ZoneInfo(_ZONE)).astimezone(UTC)
    return f";UNTIL={end:%Y%m%dT%H%M%S}Z"


def _moment(day: date, hour: str | None) -> str:
    """« ;TZID=America/Toronto:20261208T190000 », « ;VALUE=DATE:20261208 »."""
    if hour is None:
        return f";VALUE=DATE:{_basic(day)}"
    return f";TZID={_ZONE}:{_basic(day)}T{hour.replace(':', '')}00"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


def _folded(line: str) -> str:
    """The same in lines of at most 75 octets, none of which cuts a character in two."""
    octets, start, room, parts = line.encode(), 0, _WIDTH, []
    if len(octets) <= room:
        return line
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        parts.append(octets[start:end])
        start, room = end, _WIDTH - 1
    return b"\r\n ".join((*parts, octets[start:])).decode()
