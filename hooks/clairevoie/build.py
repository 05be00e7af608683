"""The whole chain, in the order it runs: read this first.

read_folder → validate → Site → pages, lists → print, index → check → swap
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.pages.fiches import printer
from clairevoie.pages.listes import LISTES, lists
from clairevoie.pages.site import Reglages, Site
from clairevoie.problems import DataRefused, Problem
from clairevoie.publish import addresses, assets, donnees, links, presence, printing, search
from clairevoie.publish.dressing import Settings, start_engine, wait_for
from clairevoie.publish.staging import staging
from clairevoie.read import read_folder, read_text
from clairevoie.read.history import History, read_history
from clairevoie.validate import validate
from clairevoie.validate.contenu import check_written


@dataclass(frozen=True, slots=True)
class Loaded:
    """Checked data: the dataset, what the checker said of it, where it stands, and its history."""

    data: Path
    jeu: Jeu
    problems: tuple[Problem, ...]
    paths: dict[str, str]
    history: History
    on: date


def today(history: History) -> date:
    """The day that stands for today when nobody gives one: that of the last change of the data."""
    if history.last:
        return history.last
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):  # absent, or not a moment
        return datetime.now(tz=UTC).date()


def check(root: Path, data: Path, on: date | None = None) -> tuple[Problem, ...]:
    """Every problem of a data folder, and of the written pages of `root` that cite it; publishes nothing."""
    return _examine(root, data, on)[1]


def _examine(root: Path, data: Path, on: date | None) -> tuple[Loaded | None, tuple[Problem, ...]]:
    history = read_history(data)
    on = on or today(history)
    reading = read_folder(data)
    verdict = validate(reading, on)
    written = check_written(root / "content", reading, LISTES)
    problems = tuple(sorted({*verdict.problems, *written}))
    if verdict.jeu is None or any(problem.is_error for problem in problems):
        return None, problems
    paths = {f"{record.collection}/{record.id}": record.path for record in reading.records}
    return Loaded(data, verdict.jeu, problems, paths, history, on), problems


def load(root: Path, data: Path, on: date | None = None) -> Loaded:
    """The checked dataset of a folder; raises DataRefused with every problem found when one is an error."""
    loaded, problems = _examine(root, data, on)
    if loaded is None:
        raise DataRefused(problems)
    return loaded


def build(root: Path, data: Path, out: Path, on: date | None = None) -> Loaded:
    """Publish `data`, dressed by the pages and the theme of `root`, into `out`.

    `out` changes only when everything went well. Raises DataRefused, EngineFailed, NotOurs or BadAddress otherwise.
    """
    with staging(out) as stage:
        engine = start_engine(root, stage)
        try:
            loaded = load(root, data, on)
        except BaseException:
            engine.kill()
            engine.wait()
            raise
        wait_for(engine)
        fill(stage, loaded, root)
    return loaded


def fill(stage: Path, loaded: Loaded, root: Path) -> None:
    """Merge the facts into dressed pages, and check what came out; raises DataRefused or BadAddress."""
    settings = Settings.take(stage)
    site = site_of(loaded, settings)
    templates = root / "overrides"
    printers = printing.take_blanks(stage)
    printing.fill_written(stage, lists(site, templates), site.name)
    entries = search.written_entries(stage)
    fiches = (*site.jeu, *site.retirees)
    entries += printing.print_pages(stage, printers, printer(site, templates), fiches)
    assets.bundle_styles(stage / "assets")
    donnees.copy_data(stage, site.jeu, loaded.data, _rewritten(loaded, site))
    addresses.write_sitemap(stage, settings.site_url, _days(loaded, loaded.history.changed))
    search.index_entries(stage, entries)
    broken = (
        *addresses.write_redirections(stage, site.jeu),
        *presence.check_presence(stage, site.jeu, {entree.url for entree in entries}),
        *links.check_links(stage, urlsplit(settings.site_url).path or "/"),
    )
    if any(problem.is_error for problem in broken):
        raise DataRefused(broken)


def site_of(loaded: Loaded, settings: Settings) -> Site:
    """What the pages may speak of: the publishable facts, under the settings of the site."""
    extra = {key: str(value or "") for key, value in settings.extra.items() if key in ("signaler", "depot")}
    reglages = Reglages(settings.site_url, settings.site_name, **extra)
    added = _days(loaded, loaded.history.added)
    return Site.of(loaded.jeu, reglages, loaded.on, loaded.paths, added, loaded.problems)


def _rewritten(loaded: Loaded, site: Site) -> dict[str, str]:
    """The text, by address, of the records from which a name has gone: its consent has lapsed."""
    texts = {}
    for fiche in site.jeu:
        typed = loaded.jeu.fiche(fiche.adresse)
        if typed is fiche or typed is None:
            continue
        path = loaded.data / f"{fiche.adresse}.yml"
        record, _ = read_text(path.read_bytes(), fiche.collection, fiche.id, path.name)
        pairs = zip(getattr(typed, "membres", ()), getattr(fiche, "membres", ()), strict=True)
        hidden = [rank for rank, (before, after) in enumerate(pairs) if before is not after]
        texts[fiche.adresse] = donnees.without_names(record.data, hidden) if record else ""
    return texts


def _days(loaded: Loaded, by_path: Mapping[str, date]) -> dict[str, date]:
    """Days of the history by address instead of by path."""
    return {
        f"{name}/{fiche.id}": by_path[path]
        for name in COLLECTIONS
        for fiche in loaded.jeu.collection(name).values()
        if (path := f"{name}/{fiche.id}.yml") in by_path
    }
