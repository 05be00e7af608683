"""What people may follow from elsewhere: where the calendars and the feeds stand, and what has one.

Goes in: the address of a record, or `SITE`. Comes out: addresses. A site that does not know its own address has
nothing to follow: a file that is read elsewhere could not lead back to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from clairevoie.derive.journal.followers import SITE, SUIVIES
from clairevoie.exports import atom, icalendar, json_feed
from clairevoie.model.fiche import Fiche
from clairevoie.pages.site import Reglages
from clairevoie.wording.typography import NBSP

CALENDRIERS, FLUX = "calendriers", "flux"
# The collections of which each record has a calendar.
AVEC_CALENDRIER = ("demarches", "comites", "territoires")
# By the name that people know: the type and the ending of each format of feed.
_FILS = {"Atom": (atom.TYPE, atom.ENDING), "JSON": (json_feed.TYPE, json_feed.ENDING)}


@dataclass(frozen=True, slots=True)
class CalendrierASuivre:
    """The whole address of a calendar, and the one by which a telephone offers to follow it."""

    adresse: str
    suivre: str


@dataclass(frozen=True, slots=True)
class Fil:
    """A feed: the name and the type of its format, its title, its address from the root of the site."""

    format: str
    type: str
    titre: str
    place: str


@dataclass(frozen=True, slots=True)
class Abonnement:
    """What may be followed of one page: its calendar if it has one, the whole address of its feed in each format."""

    calendrier: CalendrierASuivre | None
    fils: tuple[tuple[str, str], ...]


def subscription(reglages: Reglages, adresse: str = SITE) -> Abonnement | None:
    """What may be followed of the site or of a record, None for nothing."""
    if not _is_followed(reglages, adresse, SUIVIES):
        return None
    fils = tuple((name, f"{reglages.adresse}{feed_place(adresse)}.{end}") for name, (_, end) in _FILS.items())
    return Abonnement(calendar_to_follow(reglages, adresse), fils)


def calendar_to_follow(reglages: Reglages, adresse: str = SITE) -> CalendrierASuivre | None:
    """The calendar of the site or of a record, None for what has none."""
    if not _is_followed(reglages, adresse, AVEC_CALENDRIER):
        return None
    whole = f"{reglages.adresse}{calendar_place(adresse)}"
    return CalendrierASuivre(whole, urlsplit(whole)._replace(scheme="webcal").geturl())


def feeds_of_page(reglages: Reglages, url: str, titre: str) -> tuple[Fil, ...]:
    """The feeds that a page offers to browsers: its own, or those of its record, else those of the site."""
    adresse = "/".join(url.split("/")[:2])
    own = adresse.partition("/")[0] in SUIVIES
    said = f"Ce qui change{NBSP}: {titre if own else reglages.nom}"
    place = feed_place(adresse if own else SITE)
    if not reglages.adresse:
        return ()
    return tuple(Fil(name, type, said, f"{place}.{end}") for name, (type, end) in _FILS.items())


def calendar_place(adresse: str = SITE) -> str:
    """`calendriers/comites/table.ics`."""
    return f"{CALENDRIERS}/{adresse}.{icalendar.ENDING}"


def feed_place(adresse: str = SITE) -> str:
    """`flux/plans/plan`, less the ending of a format."""
    return f"{FLUX}/{adresse}"


def addresses_kept(fiche: Fiche, collections: tuple[str, ...]) -> tuple[str, ...]:
    """The address of a record, then those of other days at which people may still follow it."""
    old = (one for one in fiche.anciennes_adresses if one.partition("/")[0] in collections)
    return (fiche.adresse, *old)


def _is_followed(reglages: Reglages, adresse: str, collections: tuple[str, ...]) -> bool:
    return bool(reglages.adresse) and (adresse == SITE or adresse.partition("/")[0] in collections)
