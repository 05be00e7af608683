"""The journal of the site: month by month, the latest first; days, records, facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from clairevoie.derive.journal.chapters import Depart, Etape
from clairevoie.model import COLLECTIONS
from clairevoie.model.folding import slug
from clairevoie.model.quand import moment
from clairevoie.pages.abonner import subscription
from clairevoie.pages.decoupage import Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.journal.recit import Recit, step_story
from clairevoie.pages.site import Site
from clairevoie.wording.typography import NBSP, headline, number

T = TypeVar("T", Etape, Depart)
# Beyond these, the page would be too heavy for an old telephone: the rest is on the page of each record.
_STEPS = 300
_FACTS = 8
_NAMES = 40


@dataclass(frozen=True, slots=True)
class Ajouts:
    """Records of one collection added on one day; `adresses` is empty when there are too many to be named."""

    collection: str
    libelle: str
    nombre: int
    adresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Jour:
    """What happened on one day; `departs` are sentences."""

    titre: str
    iso: str
    recits: tuple[Recit, ...]
    ajouts: tuple[Ajouts, ...]
    departs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mois:
    """One month: its days, or only its numbers when it is too far back."""

    titre: str
    ancre: str
    compte: str
    jours: tuple[Jour, ...]
    ouvert: bool


def journal(site: Site) -> Mapping[str, object] | Coupe:
    """The months of the journal, and what is known of the history itself."""
    found = site.journal
    known = {
        "connu": found.connu,
        "coupe": moment(found.coupe.isoformat()) if found.coupe else None,
        "illisibles": found.illisibles,
        "suivre": subscription(site.reglages) if found.connu else None,
    }
    if is_long(sum(map(_weight, found.etapes))):
        return _cut(site, (*found.etapes, *found.departs), known)
    return {**known, "mois": list(_months(site, found.etapes, found.departs))}


def _cut(site: Site, found: Sequence[Etape | Depart], known: Mapping[str, object]) -> Coupe:
    """The same by month, then by day, then by the name of the record."""
    latest = sorted(found, key=lambda one: one.jour, reverse=True)
    part = PartieCoupee(
        decouper(latest, partial(_step, site), "journal", poids=_weight),
        lambda one: headline(moment(one.jour.isoformat())),
        ("changement", "changements"),
        partial(_seen, site),
        "journal",
    )
    return Coupe((f"{number(len(found))}{NBSP}changements.",), (part,), "etat-du-journal", known)


def _weight(one: Etape | Depart) -> int:
    """Records that came or left are only named or counted."""
    return 1 if isinstance(one, Etape) and one.genre != "ajoutee" else 0


def _step(site: Site, one: Etape | Depart, depth: int) -> Pas | None:
    day = one.jour.isoformat()
    if depth == 0:
        return Pas(f"journal/{day[:7]}", headline(moment(day[:7])), f"mois-{day[:7]}")
    if depth == 1:
        return Pas(f"journal/{day}", headline(moment(day)))
    if isinstance(one, Depart):
        return Pas(f"journal/{day}/retraits", "Fiches retirées") if depth == 2 else None
    return par_lettre(
        f"journal/{day}", site.plain_name(one.adresse), f"{slug(one.adresse)}-{one.rang}", depth - 2
    )


def _seen(site: Site, some: Sequence[Etape | Depart]) -> Mapping[str, object]:
    """What the template sees of a part of the journal: all its days."""
    steps = [one for one in some if isinstance(one, Etape)]
    left = [one for one in some if isinstance(one, Depart)]
    months = _months(site, steps, left, everything=True)
    return {"connu": True, "coupe": None, "illisibles": 0, "suivre": None, "mois": list(months)}


def _months(
    site: Site, etapes: Iterable[Etape], departs: Iterable[Depart], everything: bool = False
) -> Iterator[Mois]:
    steps, left = _by_month(etapes), _by_month(departs)
    shown = 0
    for rank, month in enumerate(sorted({*steps, *left}, reverse=True)):
        here, gone = steps.get(month, []), left.get(month, [])
        shown += sum(etape.genre == "changee" for etape in here)
        is_near = everything or rank == 0 or shown <= _STEPS
        jours = tuple(_days(site, here, gone)) if is_near else ()
        yield Mois(headline(moment(month)), f"mois-{month}", _count(here, gone), jours, rank == 0)


def _by_month(found: Iterable[T]) -> Mapping[str, list[T]]:
    months: dict[str, list[T]] = {}
    for one in found:
        months.setdefault(one.jour.isoformat()[:7], []).append(one)
    return months


def _count(steps: Sequence[Etape], left: Sequence[Depart]) -> str:
    """« 3 fiches changées, 12 ajoutées, 1 retirée »."""
    changed = len({etape.adresse for etape in steps if etape.genre == "changee"})
    added = sum(etape.genre != "changee" for etape in steps)
    said = [f"{n} {word}{'s' if n > 1 else ''}" for n, word in _numbers(changed, added, len(left)) if n]
    first, *others = said
    n, _, word = first.partition(" ")
    return ", ".join((f"{n} {'fiches' if int(n) > 1 else 'fiche'} {word}", *others))


def _numbers(changed: int, added: int, left: int) -> tuple[tuple[int, str], ...]:
    return (changed, "changée"), (added, "ajoutée"), (left, "retirée")


def _days(site: Site, steps: Sequence[Etape], left: Sequence[Depart]) -> Iterator[Jour]:
    days = {etape.jour for etape in steps} | {depart.jour for depart in left}
    for jour in sorted(days, reverse=True):
        here = [etape for etape in steps if etape.jour == jour]
        iso = jour.isoformat()
        yield Jour(
            headline(moment(iso)),
            iso,
            tuple(step_story(site, etape, _FACTS) for etape in here if etape.genre != "ajoutee"),
            tuple(_added(etape.adresse for etape in here if etape.genre == "ajoutee")),
            tuple(words for _, _, words in departures(one for one in left if one.jour == jour)),
        )


def _added(adresses: Iterable[str]) -> Iterator[Ajouts]:
    by_collection: dict[str, list[str]] = {name: [] for name in COLLECTIONS}
    for adresse in adresses:
        by_collection[adresse.partition("/")[0]].append(adresse)
    for name, found in by_collection.items():
        if found:
            named = tuple(found) if len(found) <= _NAMES else ()
            yield Ajouts(name, COLLECTIONS[name].libelle, len(found), named)


def departures(departs: Iterable[Depart]) -> Iterator[tuple[date, str, str]]:
    """By day, the latest first, and by collection: what left is never named, « Projets : 1 fiche retirée du site »."""
    counts = Counter((one.jour, one.collection) for one in departs)
    names = tuple(COLLECTIONS)
    for (day, name), n in sorted(
        counts.items(), key=lambda one: (-one[0][0].toordinal(), names.index(one[0][1]))
    ):
        s = "s" if n > 1 else ""
        yield day, name, f"{COLLECTIONS[name].libelle} : {n} fiche{s} retirée{s} du site"
