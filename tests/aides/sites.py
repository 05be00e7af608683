"""The invented sites of the tests: a small one, a full one, and projects made of them.

The full one is the example, `exemple/`: what is shown of the program, and what a new site starts from. Each has its
own data; both have the written pages and the settings of the example. The look and the hooks belong to the program:
a project takes them from this repository.
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
from tests.aides.git import git

ROOT = Path(__file__).parents[2]
GABARITS = ROOT / "overrides"
SMALL = ROOT / "tests" / "petit_site" / "data"
FULL = ROOT / "exemple" / "data"
# The day on which the full site is read, by `make exemple` too: some meetings are over, others to come.
AUJOURD_HUI = date.fromisoformat((ROOT / "exemple" / "jour").read_text(encoding="utf-8").strip())
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


# What was typed on the first day of the full site, where it is not what is typed now; and what was not there yet.
_BEFORE = {
    "plans/plan-de-quartier-2026-2028": ('["15 août 2026", "Août 2027"]', '["1er août 2026"]'),
    "demarches/vieux-phare-en-commun": ("montant: 35000", "montant: 30000"),
    "projets/navette-du-cap": ("statut: continu", "statut: prevu"),
    "comites/comite-du-vieux-phare": ('  - {fonction: "citoyen"}\n', ""),
}
_LATER = ("projets/jardin-des-embruns", "evenements/rencontre-2026-12-08")


def full_project(folder: Path) -> Path:
    """The full site as a project with three days of history: a first one, changes, then what came last."""
    data = project_of(folder) / "data"
    now = {path: path.read_text(encoding="utf-8") for path in data.glob("*/*.yml")}
    later = [data / f"{address}.yml" for address in _LATER]
    for address, (typed, before) in _BEFORE.items():
        path = data / f"{address}.yml"
        assert typed in now[path], address
        path.write_text(now[path].replace(typed, before), encoding="utf-8", newline="\n")
    for path in later:
        path.unlink()
    git(folder, "init", "--quiet", "--initial-branch=main")
    _commit(folder, "2026-01-15")
    for path in now.keys() - set(later):
        path.write_text(now[path], encoding="utf-8", newline="\n")
    _commit(folder, "2026-06-01")
    for path in later:
        path.write_text(now[path], encoding="utf-8", newline="\n")
    _commit(folder, AUJOURD_HUI.isoformat())
    return folder


def _commit(folder: Path, day: str) -> None:
    git(folder, "add", "data")
    git(folder, "commit", "--quiet", "--message", "essai", day=day)


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
