"""Make a repository of facts, commit after commit, and hear what its history tells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clairevoie.incremental_journal import journal_of
from clairevoie.pages import Site
from clairevoie.read.history import read_history
from tests.aides.git import git
from tests.aides.sites import REGLAGES
from tests.aides.stories import DEPART, ON, verdict, write

PLAN = """\
nom: "Plan 2026"
publication: publie
en_bref: "Ce que la table prévoit."
demarche: quartier
actions:
  - numero: "1.1"
    texte: "Ouvrir une cuisine."
    responsables: [{organisme: maison-de-quartier}]
    echeances: "Printemps 2026"
sources: [{document: rapport, repere: "Page 1"}]
"""


class Depot:
    """A repository whose `data/` starts with the smallest dataset, committed on 1 January 2026."""

    def __init__(self, folder: Path, files: Mapping[str, str | bytes] | None = None) -> None:
        self.folder = folder
        self.data = folder / "data"
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "--quiet", "--initial-branch=main")
        self.commit("2026-01-01", {**DEPART, **(files or {})})

    def commit(self, day: str, files: Mapping[str, str | bytes | None]) -> None:
        """Write these files, remove those that are None, and commit it all on that day."""
        write(self.folder, {name: text for name, text in files.items() if text is not None})
        for name in (name for name, text in files.items() if text is None):
            (self.data / name).unlink()
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", "essai", day=day)

    def site(self) -> Site:
        """The site of the files as they are, with what the history tells."""
        return site_of(self.data)


def clone(depot: Depot, folder: Path, depth: int) -> Path:
    """The data folder of a clone that holds only the last commits."""
    git(depot.folder, "clone", "--quiet", "--depth", str(depth), depot.folder.as_uri(), str(folder))
    return folder / "data"


def site_of(data: Path) -> Site:
    """The site of a data folder, whatever history it has."""
    found = verdict(data.parent, {}, ON)
    assert found.jeu is not None, "\n".join(str(p) for p in found.problems if p.is_error)
    told = journal_of(data, found.jeu, read_history(data), {})
    return Site.of(found.jeu, REGLAGES, ON, journal=told)
