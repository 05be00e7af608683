"""What a command said is said again while nothing changed, at once; whatever changed, the command is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from clairevoie import answers, arguments, report
from clairevoie.answers import Answer, Request
from clairevoie.cache.stat_digest import StatDigest
from clairevoie.overheard import overheard
from tests.aides.git import git
from tests.aides.programme import construct, ended, snapshot, start
from tests.aides.sites import SMALL, project_of

WORDS = ("verifier", "2026-11-21")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = project_of(tmp_path / "projet", SMALL)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Premier")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("<p>Accueil</p>", encoding="utf-8")
    (root / ".cache").mkdir()
    return root


def asked(root: Path, words: tuple[object, ...] = WORDS) -> Request:
    return Request(words, root, root / "data", root / "site", root / ".cache")


def record(root: Path) -> Path:
    return sorted((root / "data" / "projets").glob("*.yml"))[0]


def keep(root: Path) -> None:
    asked(root).keep(Answer("Aucun problème.\n", 0))
    assert asked(root).answer() == Answer("Aucun problème.\n", 0)


def _same_size_and_date(root: Path) -> None:
    path = record(root)
    found, typed = path.stat(), path.read_bytes()
    path.write_bytes(typed.replace(b"e", b"a", 1))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (found.st_size, found.st_mtime_ns)


def _replaced_by_one_of_the_same_size_and_date(root: Path) -> None:
    path = record(root)
    found, other = path.stat(), path.with_name("autre")
    other.write_bytes(path.read_bytes().replace(b"e", b"a", 1))
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    other.replace(path)


def _written_while_the_clock_was_back(root: Path) -> None:
    path = record(root)
    path.write_bytes(path.read_bytes() + b"\n")
    os.utime(path, (0, 0))


def _append(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


def _commit(root: Path) -> None:
    git(root, "commit", "-q", "--allow-empty", "-m", "Autre")


def _commit_on_a_packed_branch(root: Path) -> None:
    git(root, "pack-refs", "--all")


def _fetch(root: Path) -> None:
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")


CHANGES: dict[str, Callable[[Path], None]] = {
    "a record, its size and its date kept": _same_size_and_date,
    "a record replaced by another": _replaced_by_one_of_the_same_size_and_date,
    "a record, the clock being wrong": _written_while_the_clock_was_back,
    "a record more": lambda root: (root / "data" / "projets" / "neuf.yml").write_text(""),  # type: ignore[dict-item]
    "a record less": lambda root: record(root).unlink(),
    "a folder more": lambda root: (root / "data" / "inconnu").mkdir(),
    "a page": _append("content/index.md"),
    "a template": _append("overrides/base.html"),
    "the settings": _append("mkdocs.yml"),
    "the hook": _append("hooks/mkdocs_events.py"),
    "a commit": _commit,
    "a branch of others": _fetch,
    "where git keeps its branches": _commit_on_a_packed_branch,
    "the site in place": _append("site/index.html"),
    "a page taken out of the site": lambda root: (root / "site" / "index.html").unlink(),
    "no site": lambda root: shutil.rmtree(root / "site"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_there_is_no_answer(project: Path, change: Callable[[Path], None]) -> None:
    keep(project)
    change(project)
    assert asked(project).answer() is None


def test_other_words_or_another_day_are_another_question(project: Path) -> None:
    keep(project)
    assert asked(project, ("verifier", "2026-11-22")).answer() is None
    assert asked(project, ("construire", "2026-11-21")).answer() is None


@pytest.mark.parametrize("name", ["CLAIREVOIE_ADRESSE", "GIT_DIR", "PYTHONPATH"])
def test_what_the_run_obeys_is_part_of_the_question(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    keep(project)
    monkeypatch.setenv(name, "/ailleurs/")
    assert asked(project).answer() is None


def test_an_entry_that_is_cut_forged_or_of_another_installation_is_no_answer(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(project)
    entry = project / ".cache" / "reponse-verifier"
    sealed = entry.read_bytes()
    for forged in (
        b"",
        sealed[:40],
        sealed[:-1],
        sealed.replace(b"Aucun", b"Autre"),
        b"\0" * 32 + sealed[32:],
    ):
        entry.write_bytes(forged)
        assert asked(project).answer() is None, forged
    entry.write_bytes(sealed)
    assert asked(project).answer() is not None
    monkeypatch.setattr(answers, "installation_key", lambda: b"une autre installation")
    assert asked(project).answer() is None


def test_where_no_key_can_be_kept_no_answer_is(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "installation_key", lambda: None)
    asked(project).keep(Answer("", 0))
    assert not (project / ".cache" / "reponse-verifier").exists()


def test_on_a_disk_that_counts_in_seconds_what_was_just_written_is_doubted(project: Path) -> None:
    now = int(time.time()) * 10**9
    look = StatDigest()
    look._newest = now
    assert look.is_doubtful
    look._newest = now + 1
    assert not look.is_doubtful
    look._newest = now - 60 * 10**9
    assert not look.is_doubtful


def test_a_file_of_the_program_counts(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "clairevoie"
    package.mkdir()
    (package / "answers.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(answers, "__file__", str(package / "answers.py"))
    keep(project)
    (package / "answers.py").write_text("# autre", encoding="utf-8")
    assert asked(project).answer() is None


def test_what_is_said_among_errors_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    with overheard() as words:
        sys.stdout.write("Aucun problème.\n")
    assert (words.said, words.are_all) == ("Aucun problème.\n", True)
    with overheard() as words:
        sys.stderr.write("Interrompu.\n")
    assert not words.are_all
    assert capsys.readouterr() == ("Aucun problème.\n", "Interrompu.\n")


def test_the_forms_that_may_be_asked_are_those_that_are_written() -> None:
    assert sorted(report.FORMATS) == list(arguments.FORMATS)


_LOADED = """\
import sys
from clairevoie.__main__ import main
code = main()
print(*(name for name in ("pydantic", "jinja2", "yaml", "clairevoie.cli") if name in sys.modules), file=sys.stderr)
sys.exit(code)
"""


def _loaded(*command: str | Path) -> tuple[int, str, str]:
    """The code, the words, and which of the long modules were loaded."""
    ran = subprocess.run(
        [sys.executable, "-c", _LOADED, *map(str, command)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr.strip()


def test_nothing_long_is_loaded_to_answer_again_whatever_the_answer(project: Path) -> None:
    command = ("verifier", "--racine", project, "--date", "2026-11-21")
    code, said, loaded = _loaded(*command)
    assert (code, loaded) == (0, "pydantic jinja2 yaml clairevoie.cli")
    assert _loaded(*command) == (0, said, "")
    record(project).write_text("nom: [", encoding="utf-8")
    code, said, loaded = _loaded(*command)
    assert (code, loaded) == (1, "pydantic jinja2 yaml clairevoie.cli")
    assert "ERREUR" in said
    assert _loaded(*command) == (1, said, "")


def test_help_loads_nothing_long() -> None:
    code, said, loaded = _loaded("--aide")
    assert (code, loaded) == (0, "")
    assert "construire" in said


@pytest.mark.construction
def test_a_site_in_place_that_somebody_touched_is_built_again(project: Path) -> None:
    shutil.rmtree(project / "site")
    ended(construct(project))  # writes the addresses that it publishes for the first time, and says so
    first = ended(construct(project))
    whole = snapshot(project / "site")
    assert ended(construct(project)) == first
    (project / "site" / "index.html").write_text("Autre chose", encoding="utf-8")
    assert ended(construct(project)) == first
    assert snapshot(project / "site") == whole


def test_what_mends_files_is_always_run(project: Path) -> None:
    command = ("verifier", "--normaliser", "--racine", project, "--date", "2026-11-21")
    ended(start(*command))
    path = record(project)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert "Normalisé" in ended(start(*command))[1]
