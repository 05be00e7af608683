"""The feeds that people follow: of the site, of each démarche, comité, project, plan and territory.

Goes in: a `Site` and the folder of the templates. Comes out: the texts of each feed. An entry is what one commit did to
one record, in the words of the journal, which names no person and brings back nothing that was erased.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import escape

from clairevoie.derive.journal.chapters import Etape
from clairevoie.derive.journal.followers import SITE, SUIVIES
from clairevoie.exports.atom import ENDING as ATOM
from clairevoie.exports.atom import atom_text
from clairevoie.exports.feed import Feed, FeedEntry
from clairevoie.exports.json_feed import ENDING as JSON
from clairevoie.exports.json_feed import json_feed_text
from clairevoie.exports.provenance import DROITS
from clairevoie.model.fiche import Fiche
from clairevoie.model.quand import moment
from clairevoie.pages.abonner import addresses_kept, feed_place
from clairevoie.pages.cartes import said_of
from clairevoie.pages.environment import environment
from clairevoie.pages.journal.liste import departures
from clairevoie.pages.journal.recit import MOVED, LotJournal, Recit, step_story
from clairevoie.pages.partage import name_of_the_site
from clairevoie.pages.site import DERNIERES, Site
from clairevoie.pages.temps.agenda import host, page_address
from clairevoie.wording.names import title
from clairevoie.wording.typography import headline, spaced

# Of one change, how many facts an entry tells, and how many elements its title names.
_FACTS = 20
_NAMED = 3
_BOUND = f"Les {DERNIERES} derniers changements, à la date où ils sont arrivés sur le site."
_SUBJECTS = {
    SITE: "Ce qui a changé dans toutes les fiches.",
    "demarches": "Ce qui a changé dans cette démarche, ses comités, ses plans, ses projets et ses rencontres.",
    "comites": "Ce qui a changé dans la fiche de ce comité et dans ses rencontres.",
    "projets": "Ce qui a changé dans la fiche de ce projet.",
    "plans": "Ce qui a changé dans ce plan, action par action.",
    "territoires": "Ce qui a changé dans ce territoire et dans les plus petits qu'il contient.",
}
_RETIREE = "Page retirée"
# What a page shows by its look, or says to screen readers in place of a sign.
_FOR_THE_EYE = re.compile(r'<span aria-hidden="true">[^<]*</span>')
_LOOK = re.compile(r'</?span\b[^>]*>| (?:class|reversed)(?:="[^"]*")?(?=[ >])')
_AROUND_BLOCKS = re.compile(r"\s*(</?(?:ul|ol|li|p|div)>)\s*")
_TAG = re.compile(r"<[^>]*>")

Texts = tuple[str, ...]


def feeds(site: Site, templates: Path) -> Iterator[tuple[tuple[str, ...], Callable[[], Texts]]]:
    """The places of each feed, one a format, and how to make its texts; that of a withdrawn record says only that."""
    if not site.reglages.adresse:
        return
    make = _Feeds(site, templates)
    yield _places((SITE,)), make.of_site
    for name in SUIVIES:
        for fiche in site.jeu.collection(name).values():
            kept = addresses_kept(fiche, SUIVIES)
            yield _places(kept), partial(_at_each, make.of_record, fiche, len(kept))
    for fiche in site.retirees:
        if fiche.collection in SUIVIES:
            kept = addresses_kept(fiche, SUIVIES)
            yield _places(kept), partial(_at_each, make.of_withdrawn, fiche, len(kept))


def _places(adresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{feed_place(adresse)}.{ending}" for adresse in adresses for ending in (ATOM, JSON))


def _at_each(make: Callable[[Fiche], Texts], fiche: Fiche, times: int) -> Texts:
    """The same texts at so many addresses: who followed a record before it moved still hears of it."""
    return make(fiche) * times


class _Feeds:
    """How to make the feeds of a site; what is told of one change is told once for all of them."""

    def __init__(self, site: Site, templates: Path) -> None:
        self._site = site
        self._env = environment(templates, site, site.reglages.adresse)
        # By record and rank of the commit, with the keys that each entry looked at.
        self._known: dict[tuple[str, int], tuple[FeedEntry, frozenset[str]]] = {}

    def of_site(self) -> Texts:
        """The feed of everything, with how many records left."""
        site = self._site
        left = [_departure(site, *one) for one in departures(site.journal.departs)]
        told = (*self._entries(SITE), *left)
        entries = tuple(sorted(told, key=lambda one: one.day, reverse=True))[:DERNIERES]
        return self._texts(SITE, name_of_the_site(site.reglages), f"{site.reglages.adresse}journal/", entries)

    def of_record(self, fiche: Fiche) -> Texts:
        """The feed of a record and of what belongs to it."""
        site = self._site
        site.tracker.seen.add(fiche.adresse)
        name = f"{title(fiche)} – {name_of_the_site(site.reglages)}"
        entries = tuple(self._entries(fiche.adresse))
        return self._texts(fiche.premiere_adresse, name, page_address(site, fiche.adresse), entries, fiche)

    def of_withdrawn(self, fiche: Fiche) -> Texts:
        """The feed of a record that was withdrawn: neither its name nor its facts."""
        site = self._site
        name = f"{_RETIREE} – {name_of_the_site(site.reglages)}"
        return self._texts(fiche.adresse, name, f"{site.reglages.adresse}{fiche.adresse}/", (), fiche)

    def _texts(
        self, first: str, name: str, url: str, entries: tuple[FeedEntry, ...], fiche: Fiche | None = None
    ) -> Texts:
        adresse = self._site.reglages.adresse
        gone = fiche is not None and fiche.publication == "retire"
        feed = Feed(
            id=f"{adresse}{feed_place(first)}.{ATOM}",
            title=name,
            subtitle="Cette page a été retirée." if gone else self._subtitle(fiche),
            url=url,
            place=f"{adresse}{feed_place(fiche.adresse if fiche else SITE)}",
            author=self._site.reglages.nom,
            rights=DROITS,
            updated=entries[0].day if entries else self._last_known(fiche),
            entries=entries,
        )
        return atom_text(feed), json_feed_text(feed)

    def _subtitle(self, fiche: Fiche | None) -> str:
        """What the feed is about, then what the journal says of a history that is not whole."""
        known, cut = self._site.etat_du_journal
        template = self._env.get_template("composants/etat-du-journal.html")
        html = template.module.etat_du_journal(known, moment(cut.isoformat()) if cut else None, 0)  # type: ignore[attr-defined]
        about = _SUBJECTS[fiche.collection if fiche else SITE]
        return " ".join((about, _BOUND, *_TAG.sub(" ", str(html)).split()))

    def _last_known(self, fiche: Fiche | None) -> date:
        """When nothing is told: the day of the withdrawal, or of the facts, else the day of the site."""
        if fiche is not None and fiche.retrait is not None:
            return _first_day(fiche.retrait.date.edtf) or self._site.on
        known = fiche.etat_au.edtf if fiche is not None and fiche.etat_au else None
        return _first_day(known) or self._site.on

    def _entries(self, adresse: str) -> Iterator[FeedEntry]:
        tracker = self._site.tracker
        for etape in self._site.dernieres(adresse):
            key = etape.adresse, etape.rang
            if key not in self._known:
                self._known[key] = tracker.inside(partial(self._entry, etape))
            entry, keys = self._known[key]
            tracker.seen.update(keys)
            yield entry

    def _entry(self, etape: Etape) -> FeedEntry:
        site = self._site
        fiche = site.jeu.fiche(etape.adresse)
        assert fiche is not None, "only published records have a story"
        recit = step_story(site, etape, _FACTS)
        return FeedEntry(
            id=f"tag:{host(site)},{etape.jour.isoformat()}:{fiche.premiere_adresse}{_rank(site, etape)}",
            title=spaced(_title(site, etape, recit)),
            url=page_address(site, _leads_to(etape, recit)),
            day=etape.jour,
            html=self._html(recit) + (_summary(site, fiche) if etape.genre == "ajoutee" else ""),
        )

    def _html(self, recit: Recit) -> str:
        """The change as its page tells it, whole without the look of the site."""
        module: Any = self._env.get_template("composants/changements.html").module
        plain = _LOOK.sub("", _FOR_THE_EYE.sub("", str(module.recit(recit))))
        return _AROUND_BLOCKS.sub(r"\1", re.sub(r"\s+(?=,)", "", " ".join(plain.split())))


def _title(site: Site, etape: Etape, recit: Recit) -> str:
    """« Plan 2026 : Action 1.1 », « Nouvelle fiche : Table de quartier »."""
    name = site.plain_name(etape.adresse)
    if etape.genre != "changee":
        return f"{'Nouvelle fiche' if etape.genre == 'ajoutee' else 'Fiche remise en ligne'} : {name}"
    parts = [part for lot in recit.lots for part in _parts(lot)] or [headline(MOVED.partition(" : ")[0])]
    parts = list(dict.fromkeys(parts))
    more = len(parts) - _NAMED
    return f"{name} : {', '.join(parts[:_NAMED])}" + (f" et {more} de plus" if more > 0 else "")


def _parts(lot: LotJournal) -> list[str]:
    """What of a record changed: the element, or the fields of the record itself."""
    if lot.nom:
        return [lot.nom]
    return [line.titre for line in lot.lignes] or (["Note d'édition"] if lot.notes else [])


def _leads_to(etape: Etape, recit: Recit) -> str:
    """The element that changed when there is only one; else the journal of the record, or its page when it is new."""
    (only,) = recit.lots if len(recit.lots) == 1 else (None,)
    if only is not None and only.nom:
        return only.adresse
    return f"{etape.adresse}#journal" if etape.genre == "changee" else etape.adresse


def _rank(site: Site, etape: Etape) -> str:
    """Nothing for the first change of a record on its day, `/2` for the second."""
    story = site.histoires.get(etape.adresse)
    ranks = sorted(one.rang for one in story.etapes if one.jour == etape.jour) if story else [etape.rang]
    rank = ranks.index(etape.rang) + 1
    return f"/{rank}" if rank > 1 else ""


def _summary(site: Site, fiche: Fiche) -> str:
    said = said_of(site, fiche)
    return f"<p>{escape(spaced(said))}</p>" if said else ""


def _departure(site: Site, day: date, collection: str, words: str) -> FeedEntry:
    """The records of one collection that left on one day, which are counted and never named."""
    return FeedEntry(
        id=f"tag:{host(site)},{day.isoformat()}:retraits/{collection}",
        title=spaced(words),
        url=f"{site.reglages.adresse}journal/",
        day=day,
        html=f"<p>{spaced(words)}.</p>",
    )


def _first_day(edtf: str | None) -> date | None:
    return date.fromisoformat(edtf) if edtf and len(edtf) == len("2026-01-01") else None
