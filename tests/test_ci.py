"""What continuous integration runs, by what changed since the revision it is given."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.aides.git import git
from tests.aides.sites import ROOT
from tests.aides.systeme import with_signals

pytestmark = with_signals  # it is a script of the shell
FACTS = ["verifier", "site", "pages"]


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """A repository with the script of the project and, beside it, a `make` that only says what it is asked."""
    depot = tmp_path / "depot"
    (depot / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci/run", depot / ".ci/run")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/make").write_text('#!/bin/sh\necho "make: $1"\n', encoding="utf-8")
    (tmp_path / "bin/make").chmod(0o755)
    git(depot, "init", "--quiet", "--initial-branch=main")
    _commit(depot, ["mkdocs.yml", "data/projets/a.yml", "hooks/a.py"], "départ")
    return depot


def _commit(depot: Path, names: Iterable[str], text: str) -> None:
    for name in names:
        (depot / name).parent.mkdir(parents=True, exist_ok=True)
        (depot / name).write_text(f"{text}\n", encoding="utf-8")
    git(depot, "add", "--all")
    git(depot, "commit", "--quiet", "--message", text)


def _run(depot: Path, base: str | None) -> tuple[list[str], str]:
    """What is asked of make, and the first line of what is said."""
    env = {**os.environ, "PATH": f"{depot.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    env.pop("BASE", None)
    told = subprocess.run(
        [str(depot / ".ci/run")],
        env={**env, **({} if base is None else {"BASE": base})},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.splitlines()
    return [line.removeprefix("make: ") for line in told if line.startswith("make: ")], told[0]


@pytest.mark.parametrize(
    "names", [["data/projets/b.yml"], ["content/a-propos/été.md"], ["mkdocs.yml", "data/_fichiers/x.pdf"]]
)
def test_where_only_facts_or_written_pages_change_they_and_the_pages_are_checked(
    depot: Path, names: list[str]
) -> None:
    _commit(depot, names, "un changement")
    assert _run(depot, "HEAD~1")[0] == FACTS


@pytest.mark.parametrize(
    "name",
    ["hooks/b.py", "overrides/main.html", "uv.lock", "data/_schemas/projets.schema.json", "sous/data/x.yml"],
)
def test_where_anything_else_changes_everything_is_tested(depot: Path, name: str) -> None:
    _commit(depot, ["data/projets/b.yml", name], "un changement")
    asked, said = _run(depot, "HEAD~1")
    assert asked == ["test"]
    assert said == f"Tous les essais sont lancés : {name} n'est pas une fiche, ni une page écrite."


def test_a_file_moved_from_the_program_into_the_facts_is_a_change_of_the_program(depot: Path) -> None:
    git(depot, "mv", "hooks/a.py", "data/projets/b.yml")
    git(depot, "commit", "--quiet", "--message", "déplacé")
    assert _run(depot, "HEAD~1")[0] == ["test"]


def test_what_is_not_committed_yet_counts_too(depot: Path) -> None:
    _commit(depot, ["data/projets/b.yml"], "un changement")
    (depot / "hooks/nouveau.py").touch()
    assert _run(depot, "HEAD~1")[0] == ["test"]


def test_what_others_changed_meanwhile_does_not_count(depot: Path) -> None:
    git(depot, "checkout", "--quiet", "-b", "proposition")
    _commit(depot, ["data/projets/b.yml"], "un changement")
    git(depot, "checkout", "--quiet", "main")
    _commit(depot, ["hooks/b.py"], "ailleurs")
    git(depot, "checkout", "--quiet", "proposition")
    assert _run(depot, "main")[0] == FACTS


@pytest.mark.parametrize(
    ("base", "why"),
    [
        (None, "la révision de départ (BASE) n'est pas donnée"),
        ("", "la révision de départ (BASE) n'est pas donnée"),
        ("0" * 40, f"la révision de départ « {'0' * 40} » est inconnue"),
    ],
)
def test_where_nobody_knows_what_changes_everything_is_tested(
    depot: Path, base: str | None, why: str
) -> None:
    _commit(depot, ["data/projets/b.yml"], "un changement")
    assert _run(depot, base) == (["test"], f"Tous les essais sont lancés : {why}.")


def test_where_nothing_changes_but_the_day_the_facts_are_checked_again(depot: Path) -> None:
    assert _run(depot, "HEAD")[0] == FACTS


def test_with_only_the_end_of_the_history_everything_is_tested(depot: Path, tmp_path: Path) -> None:
    _commit(depot, ["data/projets/b.yml"], "un changement")
    _commit(depot, ["data/projets/b.yml"], "un autre")
    git(tmp_path, "clone", "--quiet", "--depth=2", depot.as_uri(), "court")
    (tmp_path / "court/.ci/run").chmod(0o755)
    assert _run(tmp_path / "court", "HEAD~1") == (
        ["test"],
        "Tous les essais sont lancés : l'historique est incomplet.",
    )


def test_the_name_of_a_file_gives_no_order_to_the_log(depot: Path) -> None:
    _commit(depot, ["##[error]perdu.txt"], "un changement")
    assert _run(depot, "HEAD~1")[1] == (
        "Tous les essais sont lancés : ♯#[error]perdu.txt n'est pas une fiche, ni une page écrite."
    )
