"""At what hour a meeting starts and ends, as its record says it or as its length makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clairevoie.model.evenements import Evenement
from clairevoie.model.rencontres import hours_of_date, typed_hours
from clairevoie.model.temps import Duree

_ISO = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Horaire:
    """The hours of a meeting, « 19:00 »; `calculee` whether its end is its beginning and its length put together."""

    debut: str | None = None
    fin: str | None = None
    calculee: bool = False


def hours(evenement: Evenement) -> Horaire:
    """When it starts and ends in the day, as far as anything says it."""
    said = Horaire(*(typed_hours(evenement.heure) if evenement.heure else hours_of_date(evenement)))
    length = minutes(evenement.duree) if evenement.duree else None
    if said.debut is None or said.fin or length is None:
        return said
    end = _in_minutes(said.debut) + length
    return Horaire(said.debut, f"{end // 60:02}:{end % 60:02}", calculee=True) if end < _DAY else said


def minutes(duree: Duree) -> int | None:
    """How many minutes a length of hours and minutes has; None for one of days, months or years."""
    found = _ISO.fullmatch(duree.lue.iso or "")
    hour, minute = (int(part or 0) for part in found.groups()) if found else (0, 0)
    return hour * 60 + minute or None


def _in_minutes(heure: str) -> int:
    hour, minute = heure.split(":")
    return int(hour) * 60 + int(minute)
