"""The invented sites of the tests: a small one, a full one, and projects made of them.

The full one is the example, `tests/exemple/`: what is shown of the program, and what a new site starts from. Each has
its own data; both have the written pages and the settings of the example. The look and the hooks belong to the
program: a project takes them from this repository.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from clairevoie.model import COLLECTIONS
from clairevoie.pages import Page, Reglages, Site, lists, pages
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.histoire import commit_days

ROOT = Path(__file__).parents[2]
GABARITS = ROOT / "overrides"
SMALL = ROOT / "tests" / "petit_site" / "data"
FULL = ROOT / "tests" / "exemple" / "data"
# The day on which the full site is read, by `make exemple` too: some meetings are over, others to come.
AUJOURD_HUI = date.fromisoformat((ROOT / "tests" / "exemple" / "jour").read_text(encoding="utf-8").strip())
REGLAGES = Reglages("https://exemple.test/", "Claire-voie", "mailto:signaler@exemple.test")


def project_of(folder: Path, data: Path | None = FULL) -> Path:
    """Make a whole project in `folder`: its written pages, its settings, the program's look, and this data."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("overrides", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    written = FULL.parent
    shutil.copytree(written / "content", folder / "content")
    shutil.copy(written / "mkdocs.yml", folder)
    if data is not None:
        shutil.copytree(data, folder / "data")
    return folder


def full_project(folder: Path) -> Path:
    """The full site as a project with some days of history."""
    commit_days(project_of(folder), AUJOURD_HUI.isoformat())
    return folder


@cache
def full_site() -> Site:
    """What the pages of the full site may speak of."""
    reading = examine_folder(FULL, tuple(COLLECTIONS), examine)
    found = validate(reading, AUJOURD_HUI)
    assert found.jeu is not None, "\n".join(str(p) for p in found.problems if p.is_error)
    paths = {one.adresse: one.record.path for one in reading.records}
    days = dict.fromkeys(paths, date(2026, 11, 20))
    return Site.of(found.jeu, replace(REGLAGES, inventee=True), AUJOURD_HUI, paths, days, found.problems)


@cache
def full_pages() -> Mapping[str, Page]:
    """Its pages, by address `collection/id`."""
    return {f"{page.collection}/{page.slug}": page for page in pages(full_site(), GABARITS)}


@cache
def full_lists() -> Mapping[str, str]:
    """Its lists, by name."""
    return lists(full_site(), GABARITS)
