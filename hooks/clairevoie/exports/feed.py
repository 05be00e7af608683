"""What a feed says, whatever the format that it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

LANGUAGE = "fr-CA"
_ZONE = ZoneInfo("America/Toronto")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that happened: `id` names it for good, `url` leads to it, `html` tells it whole."""

    id: str
    title: str
    url: str
    day: date
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The latest entries first. `place` is the whole address of the feed, less the ending of each format."""

    id: str
    title: str
    subtitle: str
    url: str
    place: str
    author: str
    rights: str
    updated: date
    entries: tuple[FeedEntry, ...] = ()


def moment(day: date) -> str:
    """The beginning of a day in Québec, as RFC 3339 writes it: a journal knows days, and no hours."""
    return datetime(day.year, day.month, day.day, tzinfo=_ZONE).isoformat()
