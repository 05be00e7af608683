"""Checked facts merge into dressed pages: the second half of the chain, from a `Loaded` to a whole site.

Site → pages, lists → print, index → check. What the last build printed the same is reused.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from clairevoie.cache.fingerprints import fingerprint, folder_fingerprint, program_fingerprint
from clairevoie.cache.pieces import Pieces
from clairevoie.cache.reuse import Made, Reuse
from clairevoie.exports.of_records import FOLDER
from clairevoie.exports.provenance import EtatNomme, Provenance, Publication
from clairevoie.incremental_journal import journal_of
from clairevoie.ledger import Situation, lists_of, redirections
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.pages import editions, partage
from clairevoie.pages.abonnements.calendriers import calendars
from clairevoie.pages.abonnements.flux import feeds
from clairevoie.pages.affiche.affiche import sheets as edition_sheets
from clairevoie.pages.explorer.table import table
from clairevoie.pages.fiche.sheets import sheets
from clairevoie.pages.homonymes import told_apart
from clairevoie.pages.listes import LISTES, makers
from clairevoie.pages.site import Reglages, Site
from clairevoie.problems import DataRefused, Located
from clairevoie.publish import (
    abonnements,
    addresses,
    assets,
    discovery,
    explorer,
    exports,
    fichiers,
    host_rules,
    links,
    presence,
    printing,
    share_cards,
    sizes,
)
from clairevoie.publish.dressing import Settings
from clairevoie.publish.exchange import take_place
from clairevoie.publish.fingerprints import Fingerprints
from clairevoie.publish.search import indexing
from clairevoie.publish.search.entries import SearchEntries, known_entries, last_entries
from clairevoie.publish.staging import MARK, locked
from clairevoie.read.history import History
from clairevoie.read.ledger import Ledger
from clairevoie.read.state import read_state

# No page leads to these files, and those of the index have other names each time.
_UNLINKED = (MARK, f"{indexing.FOLDER}/", f"{partage.FOLDER}/")
# Beside the lists, which have the names that written pages call them by.
_TABLE = "explorer/"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Checked data: the dataset, what the checker said of it, where it stands, and its history.

    `paths` gives the path of each file, and `seals` the fingerprint of what it holds, by the address of its record;
    `situation` tells where addresses lead, and `ledger` those that were published.
    """

    data: Path
    jeu: Jeu
    problems: tuple[Located, ...]
    paths: Mapping[str, str]
    fingerprints: Mapping[str, bytes]
    history: History
    on: date
    situation: Situation
    ledger: Ledger | None = None


def fill(
    stage: Path,
    loaded: Loaded,
    root: Path,
    cache_dir: Path | None = None,
    before: Path | None = None,
    index: bool = True,
) -> tuple[Reuse, SearchEntries]:
    """Merge the facts into dressed pages, and check what came out; raises DataRefused or BadAddress.

    `before` is the site in place: what would be the same there is reused. Gives what to save once the new
    one has taken its place.
    """
    settings, templates = Settings.take(stage), root / "overrides"
    site = site_of(loaded, settings, cache_dir)
    reuse = _reuse_of(stage, loaded, site, templates, cache_dir, before)
    entries = _print(stage, site, templates, reuse)
    assets.lighten(stage / "assets")
    share_cards.write_share_cards(stage, templates, partage.share_cards(site), cache_dir)
    followed = (*calendars(site), *feeds(site, templates))
    abonnements.write_followed(stage, followed, reuse, site.tracker)
    fichiers.publish_files(stage, site.jeu, loaded.data)
    provenance = Provenance(site.reglages.adresse, site.reglages.nom, site.publication)
    exports.publish_exports(stage, site.jeu, provenance, reuse, None if index else before)
    sizes.tell_sizes(stage, stage / FOLDER / "index.html")
    withdrawn = {fiche.adresse for fiche in site.retirees}
    discovery.write_discovery(stage, site.reglages, _days(loaded, loaded.history.changed), withdrawn)
    _index(stage, entries, before, index)
    _check(stage, site, loaded, settings, entries, reuse)
    return reuse, entries


def _print(stage: Path, site: Site, templates: Path, reuse: Reuse) -> SearchEntries:
    """Complete the pages that the engine dressed, then print those of the records."""
    printers = printing.take_blanks(stage)
    cut = _fill_written(stage, site, templates, reuse)
    written = indexing.written_entries(stage)
    card = partage.of_the_site(site.reglages)
    for name, below in cut.items():
        fresh = name in reuse.made_again
        printing.print_list_pages(stage, printers, LISTES[name].adresse, below, card, reuse, fresh)
    pages = (
        *sheets(site, templates),
        *edition_sheets(site, templates),
        *editions.sheets(site, templates),
    )
    known = known_entries(reuse.cache_dir)
    printed = printing.print_pages(stage, printers, pages, reuse, site.tracker, known)
    return SearchEntries(reuse.cache_dir, written, [url for url, _ in pages], printed, known)


def _fill_written(
    stage: Path, site: Site, templates: Path, reuse: Reuse
) -> Mapping[str, printing.PagesOfList]:
    """Put into the written pages, and beside them, what looks at the whole dataset.

    Gives the pages of the lists that are cut, by the name of the list.
    """
    whole = replace(site)
    pieces = Pieces(site.tracker, reuse.cache_dir, reuse.base, reuse.fingerprint_of)
    fragments: dict[str, Callable[[], Made]] = {
        **makers(site, templates, whole, pieces),
        _TABLE: lambda: explorer.files(whole.once(table)),
    }
    made = reuse.make(fragments, site.tracker, pieces, len(site.fichiers))
    filled = printing.fill_written(stage, made, site.name, site.place, partial(told_apart, site))
    explorer.write(stage, made[_TABLE])
    return {name: below for name in filled if isinstance(below := made[name], dict)}


def _index(stage: Path, entries: SearchEntries, before: Path | None, index: bool) -> None:
    """The search of these pages; without `index`, that of the site in place, until it is made again."""
    if index:
        indexing.index_entries(stage, entries.entries(), entries.cache_dir)
    elif before and (before / indexing.FOLDER).is_dir():
        shutil.copytree(before / indexing.FOLDER, stage / indexing.FOLDER)


def _reuse_of(
    stage: Path, loaded: Loaded, site: Site, templates: Path, cache_dir: Path | None, before: Path | None
) -> Reuse:
    """What may be reused of the site in place; what decides of every page is in its fingerprint."""
    reglages = repr(site.reglages).encode()
    around = (
        program_fingerprint() + printing.blanks_fingerprint(stage) + folder_fingerprint(templates) + reglages
    )
    keys = Fingerprints(site, loaded.jeu, loaded.fingerprints)
    return Reuse.of(cache_dir, before, fingerprint(around), keys, _UNLINKED)


def _check(
    stage: Path, site: Site, loaded: Loaded, settings: Settings, entries: SearchEntries, reuse: Reuse
) -> None:
    """Lead the other addresses to the records; raise DataRefused if a link leads nowhere, or a record was lost."""
    moved = redirections(loaded.situation, loaded.ledger)
    said = addresses.SiteSaid(site.reglages.adresse, site.reglages.inventee)
    taken = (
        *addresses.write_redirections(stage, moved, said),
        *addresses.write_short_addresses(stage, (*site.jeu, *site.retirees), said),
    )
    vanished = addresses.write_vanished_lists(stage, lists_of(loaded.ledger), said)
    # An anchor that left its record since is told by the page alone.
    ways = [*((one.ancienne, one.vers) for one in moved if not one.ancres), *vanished]
    gone = [fiche.adresse for fiche in site.retirees]
    host_rules.write_host_rules(stage, ways, gone, urlsplit(settings.site_url).path or "/")
    broken = (
        *taken,
        *presence.check_presence(stage, site.jeu, entries.found),
        *links.check_links(stage, urlsplit(settings.site_url).path or "/", reuse),
    )
    if any(problem.is_error for problem in broken):
        raise DataRefused(broken)


def index_again(out: Path, cache_dir: Path) -> None:
    """Give the site at `out` the index of the pages it has now, as its last build saved them."""
    with TemporaryDirectory(prefix=".index-", dir=out.parent) as folder:
        entries = last_entries(cache_dir)
        indexing.index_entries(Path(folder), entries.entries(), cache_dir)
        with locked(out):
            take_place(Path(folder) / indexing.FOLDER, out / indexing.FOLDER)
    entries.save()


def site_of(loaded: Loaded, settings: Settings, cache_dir: Path | None = None) -> Site:
    """What the pages may speak of: the publishable facts, under the settings of the site."""
    said = settings.extra
    reglages = Reglages(
        settings.site_url,
        settings.site_name,
        str(said.get("signaler") or ""),
        str(said.get("depot") or ""),
        settings.site_description,
        said.get("communaute_inventee") is True,
    )
    added = _days(loaded, loaded.history.added)
    entries = journal_of(loaded.data, loaded.jeu, loaded.history, loaded.fingerprints, cache_dir)
    publication = _publication(loaded)
    return Site.of(
        loaded.jeu, reglages, loaded.on, loaded.paths, added, loaded.problems, entries, publication
    )


def _publication(loaded: Loaded) -> Publication:
    """What is published of the data: the name of their state, and of the one before."""
    found = read_state(loaded.data, loaded.on)
    before = EtatNomme(*found.before) if found.before else None
    return Publication(EtatNomme(found.identifier, found.day), before, found.ancestry == "none")


def _days(loaded: Loaded, by_path: Mapping[str, date]) -> dict[str, date]:
    """Days of the history by address instead of by path."""
    return {
        f"{name}/{fiche.id}": by_path[path]
        for name in COLLECTIONS
        for fiche in loaded.jeu.collection(name).values()
        if (path := f"{name}/{fiche.id}.yml") in by_path
    }
