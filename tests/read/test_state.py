"""The name of the state of the data is the one that git and the tools of archives give to their folder."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from swh.model.cli import identify

from clairevoie.read.state import DataState, NamedState, read_state
from tests.aides.depots import Depot, clone
from tests.aides.git import git
from tests.aides.systeme import with_any_name, with_links

ON = date(2026, 11, 30)
ENJEU = "nom: Faim\npublication: publie\n"
# Git sorts a folder as if a slash ended its name, after « - » and « . ».
NEIGHBOURS = ("a.yml", "a-b", "a/c.yml", "a.b/c.yml", "a0", "Z", "é.yml", "a/c/d/e.txt")


def _state(data: Path) -> DataState:
    return read_state(data, ON)


def _of_git(folder: Path, revision: str = "HEAD:data") -> str:
    return "swh:1:dir:" + git(folder, "rev-parse", revision).strip()


def _of_archives(data: Path) -> str:
    """What `swh identify` prints."""
    said = CliRunner().invoke(identify, ["--no-filename", "--type", "directory", str(data)])
    assert said.exit_code == 0, said.output
    return said.output.strip()


def _without_git(data: Path, folder: Path) -> Path:
    return Path(shutil.copytree(data, folder / "data", symlinks=True))


@with_links
def test_it_is_the_one_of_git_and_of_archives_whatever_the_folder_holds(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "depot", {f"fichiers/{name}": name for name in NEIGHBOURS})
    script = depot.data / "fichiers/lancer"
    script.write_bytes(b"#!/bin/sh\n\xff\0")
    script.chmod(0o755)
    (depot.data / "fichiers/vers-un-fichier").symlink_to("a.yml")
    (depot.data / "fichiers/vers-un-dossier").symlink_to("a", target_is_directory=True)
    (depot.data / "fichiers/vers-rien").symlink_to("nulle/part")
    (depot.data / "fichiers/vers-tel-quel").symlink_to("./a//c.yml")
    (depot.data / "fichiers/vide").write_bytes(b"")
    depot.commit("2026-02-01", {})
    copy = clone(depot, tmp_path / "copie", depth=9)
    assert _state(copy).identifier == _of_git(depot.folder) == _of_archives(copy)
    assert _state(_without_git(copy, tmp_path / "ailleurs")).identifier == _of_git(depot.folder)


@with_any_name
def test_names_that_are_no_text_count_as_they_are(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "depot")
    for name in (b"\xff.yml", b"deux\nlignes", b'"guillemets"', b" espace "):
        Path(depot.data / name.decode(errors="surrogateescape")).write_bytes(name)
    assert _state(depot.data).identifier == _of_archives(depot.data)
    depot.commit("2026-02-01", {})
    assert _state(depot.data).identifier == _of_git(depot.folder)
    assert _state(_without_git(depot.data, tmp_path / "ailleurs")).identifier == _of_git(depot.folder)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.from_regex(r"([ab.\-0]{1,3}z/){0,3}[ab.\-0]{1,3}y", fullmatch=True), st.binary()))
def test_any_tree_of_files_has_the_name_that_archives_give_it(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    data = tmp_path_factory.mktemp("arbre")
    for name, content in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(content)
    assert _state(data).identifier == _of_archives(data)


def test_what_is_not_committed_yet_has_the_name_that_it_will_have_and_the_day_given(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"enjeux/faim.yml": ENJEU, "enjeux/soif.yml": ENJEU, "enjeux/toit.yml": ENJEU})
    committed = _of_git(tmp_path)
    (depot.data / "enjeux/faim.yml").write_text(f"{ENJEU}sigle: F\n", encoding="utf-8")
    (depot.data / "enjeux/soif.yml").unlink()
    (depot.data / "enjeux/neuf.yml").write_text(ENJEU, encoding="utf-8")
    git(tmp_path, "mv", "data/enjeux/toit.yml", "data/enjeux/logis.yml")
    before = _state(depot.data)
    depot.commit("2026-11-01", {})
    assert before.identifier == _of_git(tmp_path) != committed
    assert (before.day, before.before) == (ON, NamedState(committed, date(2026, 1, 1)))
    assert _state(depot.data) == DataState(
        before.identifier, date(2026, 11, 1), NamedState(committed, date(2026, 1, 1)), "known"
    )


def test_what_git_ignores_is_no_part_of_it(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    (tmp_path / ".gitignore").write_text("*.tmp\n", encoding="utf-8")
    depot.commit("2026-02-01", {})
    (depot.data / "brouillon.tmp").write_text("rien", encoding="utf-8")
    (depot.data / "vide").mkdir()
    assert _state(depot.data).identifier == _of_git(tmp_path)


def test_a_folder_that_git_ignores_whole_is_named_by_all_its_files(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    (tmp_path / ".gitignore").write_text("/ailleurs/\n", encoding="utf-8")
    copy = _without_git(depot.data, tmp_path / "ailleurs")
    assert _state(copy).identifier == _of_git(tmp_path)
    assert _state(copy).ancestry == "unknown"


def test_a_commit_that_changes_nothing_in_the_facts_changes_neither_the_name_nor_the_day(
    tmp_path: Path,
) -> None:
    depot = Depot(tmp_path)
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    known = _state(depot.data)
    (tmp_path / "LISEZMOI.md").write_text("bonjour", encoding="utf-8")
    depot.commit("2026-03-01", {})
    assert _state(depot.data) == known
    assert known.day == date(2026, 2, 1)


def test_a_fact_that_comes_back_makes_the_same_name_again(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    first = _state(depot.data)
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    between = _state(depot.data)
    depot.commit("2026-03-01", {"enjeux/faim.yml": None})
    assert _state(depot.data) == DataState(
        first.identifier, date(2026, 3, 1), NamedState(between.identifier, date(2026, 2, 1)), "known"
    )


def test_a_merged_branch_is_one_state_on_the_day_it_lands(tmp_path: Path) -> None:
    depot = Depot(tmp_path)
    first = _state(depot.data).identifier
    git(tmp_path, "checkout", "--quiet", "-b", "proposition")
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    depot.commit("2026-02-02", {"enjeux/faim.yml": f"{ENJEU}sigle: F\n"})
    git(tmp_path, "checkout", "--quiet", "main")
    git(tmp_path, "merge", "--quiet", "--no-ff", "-m", "essai", "proposition", day="2026-03-01")
    found = _state(depot.data)
    assert (found.day, found.before) == (date(2026, 3, 1), NamedState(first, date(2026, 1, 1)))


def test_the_first_state_is_said_to_be_the_first(tmp_path: Path) -> None:
    found = _state(Depot(tmp_path).data)
    assert (found.before, found.ancestry) == (None, "none")


def test_a_clone_that_does_not_go_that_far_says_that_it_does_not_know(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout")
    depot.commit("2026-02-01", {"enjeux/faim.yml": ENJEU})
    found = _state(clone(depot, tmp_path / "peu", depth=1))
    assert (found.identifier, found.before, found.ancestry) == (_of_git(depot.folder), None, "unknown")


def test_without_git_the_name_is_the_same_and_nothing_is_said_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    depot = Depot(tmp_path)
    expected = _of_git(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert _state(depot.data) == DataState(expected, ON, None, "unknown")


def test_facts_at_the_root_of_their_repository_have_the_name_of_its_tree(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "enjeux").mkdir()
    (tmp_path / "enjeux/faim.yml").write_text(ENJEU, encoding="utf-8")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "essai", day="2026-02-01")
    assert _state(tmp_path) == DataState(_of_git(tmp_path, "HEAD:"), date(2026, 2, 1), None, "none")
    assert _state(_without_git(tmp_path, tmp_path / "copie")).identifier == _of_git(tmp_path, "HEAD:")


def test_a_repository_that_counts_otherwise_does_not_change_the_name(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "un", {"enjeux/faim.yml": ENJEU})
    other = tmp_path / "autre"
    _without_git(depot.data, other)
    git(other, "init", "--quiet", "--object-format=sha256")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "essai")
    assert _state(other / "data").identifier == _of_git(depot.folder)
