"""What people may follow: where the calendars stand, and what has one.

Goes in: the address of a record, or `SITE`. Comes out: addresses from the root of the site. A site that does not know
its own address has nothing to follow: a file that is read elsewhere cannot lead back to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from clairevoie.pages.site import Reglages

# What stands for the whole site, where the address of a record would.
SITE = "site"
CALENDRIERS = "calendriers"
# The collections of which each record has a calendar.
AVEC_CALENDRIER = ("demarches", "comites", "territoires")


@dataclass(frozen=True, slots=True)
class CalendrierASuivre:
    """The whole address of a calendar, and the one by which a telephone offers to follow it."""

    adresse: str
    suivre: str


@dataclass(frozen=True, slots=True)
class Abonnement:
    """What may be followed of one page."""

    calendrier: CalendrierASuivre | None


def subscription(reglages: Reglages, adresse: str = SITE) -> Abonnement | None:
    """What may be followed of the site or of a record, None for nothing."""
    calendrier = calendar_to_follow(reglages, adresse)
    return Abonnement(calendrier) if calendrier else None


def calendar_place(adresse: str = SITE) -> str:
    """`calendriers/comites/table.ics`."""
    return f"{CALENDRIERS}/{adresse}.ics"


def calendar_to_follow(reglages: Reglages, adresse: str = SITE) -> CalendrierASuivre | None:
    """The calendar of the site or of a record, None for what has none."""
    if not reglages.adresse or not (adresse == SITE or adresse.partition("/")[0] in AVEC_CALENDRIER):
        return None
    whole = f"{reglages.adresse}{calendar_place(adresse)}"
    return CalendrierASuivre(whole, urlsplit(whole)._replace(scheme="webcal").geturl())
