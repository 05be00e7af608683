"""Reading what a proposal brings opens no socket, starts nothing but git and our own processes, reads nothing else.

Everything is heard through Python's own audit events, in the program and in the engine that it starts.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.aides.programme import construct, ended, start
from tests.aides.sites import AUJOURD_HUI, FULL, full_project, project_of
from tests.hostile.trial import cases

pytestmark = [
    pytest.mark.construction,
    pytest.mark.skipif(sys.platform != "linux", reason="les dossiers du système sont ceux de Linux"),
]
# Loaded by every Python started below: each writes what it hears in a file of its own.
_HEARS = """
import json, os, sys
_file = os.open(os.path.join(os.environ["ENTENDU"], str(os.getpid())), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
_HEARD = ("socket.", "subprocess.Popen", "os.exec", "os.system", "os.posix_spawn", "os.fork", "open", "os.listdir",
          "os.scandir", "ctypes.dlopen", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "pty.")
def _hear(event, arguments):
    if event.startswith(_HEARD):
        what = [os.fsdecode(one) if isinstance(one, (bytes, os.PathLike)) else one for one in arguments]
        os.write(_file, (json.dumps([event, what], default=repr) + "\\n").encode())
sys.addaudithook(_hear)
"""
# What Python and the system themselves look at, wherever they are installed.
_SYSTEM = ("/usr/", "/lib", "/etc/ld.so", "/etc/localtime", "/etc/mime.types", "/etc/apache2/mime.types",
           "/etc/httpd/", "/proc/self/", "/proc/cpuinfo", "/sys/", "/dev/null", "/dev/urandom")  # fmt: skip

_REACHING = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "os.system", "os.posix_spawn", "pty.")


def _heard(folder: Path) -> list[tuple[str, list[object]]]:
    lines = (line for path in folder.iterdir() for line in path.read_text(encoding="utf-8").splitlines())
    return [(event, what) for event, what in map(json.loads, lines)]


@pytest.fixture
def hearing(tmp_path: Path) -> dict[str, str]:
    """The environment in which every Python says what it does."""
    (tmp_path / "oreille").mkdir()
    (tmp_path / "oreille/sitecustomize.py").write_text(_HEARS.replace("\\\\n", "\\n"), encoding="utf-8")
    (tmp_path / "entendu").mkdir()
    (tmp_path / "temporaire").mkdir()
    paths = [str(tmp_path / "oreille"), *filter(None, sys.path)]
    return {
        "PYTHONPATH": os.pathsep.join(paths),
        "ENTENDU": str(tmp_path / "entendu"),
        "TMPDIR": str(tmp_path / "temporaire"),
    }


def _is_outside(path: Path, inside: set[Path]) -> bool:
    """Whether a path, or what it leads to, is neither in one of these folders nor of the system."""
    return any(
        not str(one).startswith(_SYSTEM) and not any(one.is_relative_to(folder) for folder in inside)
        for one in (path, path.resolve())
    )


def _check(tmp_path: Path, project: Path) -> None:
    installed = {Path(one) for one in (sys.prefix, sys.base_prefix, *filter(None, sys.path))}
    ours = {project, *(tmp_path / name for name in ("oreille", "entendu", "temporaire"))}
    inside = {*installed, *(path.resolve() for path in installed), *ours}
    heard = _heard(tmp_path / "entendu")
    assert any(event == "open" and str(project / "data") in str(what[0]) for event, what in heard)
    commands = [what[1] for event, what in heard if event == "subprocess.Popen"]
    started = {("git",) if one[0] == "git" else tuple(one[:3]) for one in commands if isinstance(one, list)}
    assert len(commands) == sum(isinstance(one, list) for one in commands)
    assert started <= {("git",), *((sys.executable, "-m", name) for name in ("mkdocs", "pagefind"))}
    assert [what for event, what in heard if event.startswith(_REACHING)] == []
    opened = {
        Path(str(what[0]))
        for event, what in heard
        if event in ("open", "os.listdir", "os.scandir") and str(what[0]).startswith("/")
    }
    assert {path for path in opened if _is_outside(path, inside)} == set()


def test_checking_reads_nothing_outside_and_reaches_nobody(tmp_path: Path, hearing: dict[str, str]) -> None:
    project = full_project(tmp_path / "projet")
    day = AUJOURD_HUI.isoformat()
    ended(start("verifier", "--racine", project, "--date", day, env=hearing))
    _check(tmp_path, project)


def test_building_reads_nothing_outside_and_reaches_nobody(tmp_path: Path, hearing: dict[str, str]) -> None:
    project = full_project(tmp_path / "projet")
    code, _, error = ended(construct(project, env=hearing))
    assert code == 0, error
    _check(tmp_path, project)


def test_links_and_addresses_in_what_a_proposal_brings_are_neither_followed_nor_fetched(
    tmp_path: Path, hearing: dict[str, str]
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-dehors"
    outside.mkdir()
    (outside / "secret.yml").write_text("nom: Secret\npublication: publie\n", encoding="utf-8")
    (outside / "secret.md").write_text("# Secret\n", encoding="utf-8")
    project = project_of(tmp_path / "projet", FULL)
    _bring_hostile_facts(project / "data", outside)
    _bring_hostile_pages(project, outside)
    code, told, _ = ended(start("verifier", "--racine", project, "--format", "json", env=hearing))
    assert code == 1
    assert {"PAG-02", "PAG-15", "CFG-02", "YAML-16", "YAML-20"} <= {one["code"] for one in json.loads(told)}
    _check(tmp_path, project)


def _bring_hostile_facts(data: Path, outside: Path) -> None:
    (data / "enjeux/secret.yml").symlink_to(outside / "secret.yml")
    (data / "plans/dossier").symlink_to(outside)
    (data / "_fichiers").mkdir(exist_ok=True)
    (data / "_fichiers/secret.pdf").symlink_to(outside / "secret.yml")
    (data / "enjeux/loin.yml").write_text(
        'nom: !!python/object/apply:os.system ["touch x"]\nsources: ["http://127.0.0.1:9/x"]\n',
        encoding="utf-8",
    )


def _bring_hostile_pages(project: Path, outside: Path) -> None:
    for family in ("markup_and_scripts", "paths_and_links", "markdown_and_front_matter"):
        for name, case in cases(f"{family}/pages.toml").items():
            (project / "content" / f"{name}.md").write_text(case["text"], encoding="utf-8", newline="")
    (project / "content/lien.md").symlink_to(outside / "secret.md")
    (project / "content/dossier").symlink_to("/etc")
    settings = project / "mkdocs.yml"
    settings.write_text(
        f"INHERIT: {outside / 'secret.md'}\n{settings.read_text(encoding='utf-8')}", encoding="utf-8"
    )
