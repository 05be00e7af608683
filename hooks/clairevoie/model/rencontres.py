"""What the day of an event says by itself: whether it is to come or past, and from when to when it comes back.

The checker and the pages ask here; a date alone never says that people met.
"""

from __future__ import annotations

from datetime import date

from clairevoie.model.comites import Comite
from clairevoie.model.days import extent
from clairevoie.model.evenements import Evenement
from clairevoie.model.listes import EtatEvenement
from clairevoie.model.phrases import ReadFrequency, read_deadlines

# The events where people gather: these are held. The others only end.
RASSEMBLEMENTS = frozenset({"rencontre", "forum", "assemblee", "lancement"})

# An hour is read by the grammar of deadlines, in which it stands beside a day.
_A_DAY = "1er janvier 2026"

# The first and last day of something; when it starts and ends in the day, « 19:00 ».
Span = tuple[date, date]
Hours = tuple[str | None, str | None]


def spans(evenement: Evenement) -> tuple[Span, ...]:
    """The dates of an event, as far as they are read."""
    return tuple(extent(lue.edtf) for lue in evenement.date.lues if lue.edtf) if evenement.date else ()


def moment(evenement: Evenement, on: date) -> EtatEvenement | None:
    """« À venir » or « passée », as far as its date says it; None when it says neither, or both."""
    known = spans(evenement)
    if evenement.recurrence is not None:
        last = limits(evenement, evenement.recurrence)[1]
        return "passee" if last and last < on else None
    if not known or evenement.date is None or len(known) < len(evenement.date.lues):
        return None
    if max(last for _, last in known) < on:
        return "passee"
    return "a_venir" if min(first for first, _ in known) >= on else None


def typed_hours(heure: str) -> Hours:
    """The hours in the words of a field that has no day: `("13:30", None)`. Raises PhraseError for « 25 h 99 »."""
    lue = read_deadlines(f"{_A_DAY}, {heure}")[0]
    return lue.heure, lue.heure_fin


def hours_of_date(evenement: Evenement) -> Hours:
    """The hours in the words of the date."""
    lues = evenement.date.lues if evenement.date else ()
    said = (lue.frequence or lue for lue in lues)
    return next(((one.heure, one.heure_fin) for one in said if one.heure), (None, None))


def limits(fiche: Evenement | Comite, lue: ReadFrequency) -> tuple[date | None, date | None]:
    """The first and the last day of what comes back, as the record or the phrase itself says them."""
    first, last = extent(lue.periode) if lue.periode else (date.min, date.max)
    first = extent(fiche.debut.edtf)[0] if fiche.debut and fiche.debut.edtf else first
    last = extent(fiche.fin.edtf)[1] if fiche.fin and fiche.fin.edtf else last
    return None if first == date.min else first, None if last == date.max else last


def lacks_a_first_day(evenement: Evenement) -> bool:
    """Whether what comes back is counted from a first time that nobody gave: « aux deux semaines »."""
    lue = evenement.recurrence
    if lue is None or lue.pas == 1:
        return False
    on_a_day = bool(lue.jour) or lue.par in ("jour", "semaine")
    return on_a_day and limits(evenement, lue)[0] is None
