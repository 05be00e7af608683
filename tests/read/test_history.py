"""What git tells of the data is told in one pass, and nothing is made up where it tells nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clairevoie.missing_history import what_is_missing
from clairevoie.read.git import read_blobs
from clairevoie.read.history import History, read_history
from tests.aides.depots import Depot, clone
from tests.aides.git import git
from tests.aides.systeme import with_links

ENJEU = "nom: Faim\npublication: publie\n"


def test_a_file_has_the_day_it_appeared_the_day_it_changed_and_each_of_its_contents(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    depot.commit("2026-03-01", {"enjeux/faim.yml": f"{ENJEU}sigle: F\n"})
    depot.commit("2026-04-01", {"enjeux/faim.yml": None})
    found = read_history(depot.data)
    revisions = found.revisions["enjeux/faim.yml"]
    assert found.last == date(2026, 4, 1)
    assert found.added["enjeux/faim.yml"] == date(2026, 2, 1)
    assert found.changed["enjeux/faim.yml"] == date(2026, 4, 1)
    assert [one.day for one in revisions] == [date(2026, month, 1) for month in (2, 3, 4)]
    assert [one.blob is None for one in revisions] == [False, False, True]
    blobs = read_blobs(depot.data, (one.blob for one in revisions if one.blob))
    assert [blob.decode() for blob in blobs.values()] == [ENJEU, f"{ENJEU}sigle: F\n"]


def test_a_merged_branch_counts_on_the_day_it_lands_and_once(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "proposition")
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    depot.commit("2026-02-02", {"enjeux/faim.yml": f"{ENJEU}sigle: F\n"})
    git(tmp_path, "checkout", "--quiet", "main")
    depot.commit("2026-02-03", {"enjeux/soif.yml": "nom: Soif\npublication: publie\n"})
    git(tmp_path, "merge", "--quiet", "--no-ff", "-m", "essai", "proposition", day="2026-03-01")
    assert [one.day for one in read_history(depot.data).revisions["enjeux/faim.yml"]] == [date(2026, 3, 1)]


def test_a_shallow_clone_says_where_its_history_begins_and_what_came_after(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout")
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    depot.commit("2026-03-01", {"enjeux/soif.yml": "nom: Soif\npublication: publie\n"})
    found = read_history(clone(depot, tmp_path / "peu", depth=2))
    assert found.cut == date(2026, 2, 1)
    assert what_is_missing(found) == [
        "AVERTISSEMENT Ce clone ne connaît l'historique des fiches que depuis le 1er février 2026 : "
        "les dates et le journal d'avant manquent.\n"
        "  Le site n'est donc pas celui que donne le dépôt entier.\n"
        "  Pour corriger : lancez « git fetch --unshallow » "
        "(pour actions/checkout de GitHub, mettez « fetch-depth: 0 »)."
    ]
    assert what_is_missing(read_history(depot.data)) == []
    assert dict(found.added) == {"enjeux/soif.yml": date(2026, 3, 1)}
    assert read_history(depot.data).cut is None


def test_a_shallow_clone_where_everything_came_since_says_nothing(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout")
    for path in list(depot.data.rglob("*.yml")):
        path.unlink()
    depot.commit("2026-02-01", {})
    depot.commit("2026-03-01", {"enjeux/faim.yml": ENJEU})
    found = read_history(clone(depot, tmp_path / "peu", depth=2))
    assert what_is_missing(found) == []
    assert found.added == {"enjeux/faim.yml": date(2026, 3, 1)}


def test_a_clone_without_the_old_contents_says_so(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout")
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    depot.commit("2026-03-01", {"enjeux/faim.yml": f"{ENJEU}sigle: F\n"})
    git(depot.folder, "config", "uploadpack.allowFilter", "true")
    whole, part = tmp_path / "entier", tmp_path / "partiel"
    for folder, options in ((whole, ()), (part, ("--filter=blob:none",))):
        git(tmp_path, "clone", "--quiet", *options, depot.folder.as_uri(), str(folder))
    assert what_is_missing(read_history(whole / "data")) == []
    assert what_is_missing(read_history(part / "data")) == [
        "AVERTISSEMENT Ce clone n'a pas toutes les anciennes versions des fiches : le journal ne les compte pas.\n"
        "  Le site n'est donc pas celui que donne le dépôt entier.\n"
        "  Pour corriger : lancez « git fetch --refetch --no-filter »."
    ]


def test_a_repository_of_which_git_will_not_speak_is_told(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    (tmp_path / ".git/HEAD").write_text("n'importe quoi", encoding="utf-8")
    assert what_is_missing(read_history(depot.data)) == [
        "AVERTISSEMENT Il y a un dépôt, mais git ne dit rien de l'historique des fiches : "
        "les dates et le journal manquent.\n"
        "  Le site n'est donc pas celui que donne le dépôt entier.\n"
        "  Pour corriger : lancez « git status » dans le dossier des fiches, et faites ce que git demande."
    ]


def test_without_a_repository_nothing_is_told(tmp_path: Path) -> None:
    assert read_history(tmp_path) == History()


def test_files_that_nobody_committed_have_no_history(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    other = tmp_path / "autre" / "data"
    other.mkdir(parents=True)
    (other / "x.yml").write_text("nom: x\n")
    assert read_history(other) == History()
    assert read_history(depot.data) != History()


def test_without_git_only_that_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depot = Depot(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "rien"))
    assert read_history(depot.data) == History(is_unasked=True)
    assert read_blobs(depot.data, ["0" * 40]) == {}


@with_links
def test_a_link_in_place_of_a_file_has_no_content(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"enjeux/faim.yml": ENJEU})
    (depot.data / "enjeux/faim.yml").unlink()
    (depot.data / "enjeux/faim.yml").symlink_to("entraide.yml")
    depot.commit("2026-02-01", {})
    assert [one.blob is None for one in read_history(depot.data).revisions["enjeux/faim.yml"]] == [
        False,
        True,
    ]


def test_contents_that_git_has_not_got_are_left_out(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"enjeux/faim.yml": ENJEU})
    (there,) = (one.blob for one in read_history(depot.data).revisions["enjeux/faim.yml"])
    assert there
    assert read_blobs(depot.data, ["0" * 40, there, "n'importe quoi"]) == {there: ENJEU.encode()}
