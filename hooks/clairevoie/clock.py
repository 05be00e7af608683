"""The day it is where the facts are published: read once by whoever starts a command, and given to all the rest."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

# Not the clock of the machine: in a Québec evening, a server that counts in UTC is already the day after.
_HERE = ZoneInfo("America/Toronto")


def today() -> date:
    """The real day in Québec."""
    return datetime.now(_HERE).date()
