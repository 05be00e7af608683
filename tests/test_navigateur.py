"""What the browser tests need is found without starting Playwright, installed when it can be, or asked for."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests import debian, navigateur
from tests.aides.systeme import with_links, with_signals
from tests.navigateur import prepare

ALL = ("navigateur", "node", "java")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that has no browser and no Java, and whose Playwright does not start; the folder of its programs."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("CHROMIUM", "JAVA_HOME", "PLAYWRIGHT_NODEJS_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "navigateurs"))
    monkeypatch.setattr(debian, "HOME", tmp_path / "debian")
    monkeypatch.setattr(debian, "_TREE", tmp_path / "debian/racine")
    monkeypatch.setattr(debian, "_MANUAL", tmp_path / "man")
    monkeypatch.setattr(navigateur, "_node", lambda: programs / "node")
    return programs


def _program(path: Path, text: str = "exit 0") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def _answering(monkeypatch: pytest.MonkeyPatch, fault: str) -> list[list[str]]:
    """Debian answers all that is asked with this fault, or with nothing; what it was asked."""
    asked: list[list[str]] = []

    def ask(command: list[str]) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 100 if fault else 0, "", fault)

    monkeypatch.setattr(debian, "_ask", ask)
    monkeypatch.setattr(debian, "is_here", lambda: True)
    monkeypatch.setattr(debian, "is_root", lambda: True)
    return asked


@with_signals
def test_the_browser_of_playwright_is_found_without_starting_it(bare: Path, tmp_path: Path) -> None:
    listed = json.loads((navigateur._driver() / "package/browsers.json").read_text(encoding="utf-8"))
    revision = next(one["revision"] for one in listed["browsers"] if one["name"] == "chromium")
    assert navigateur.find() is None
    own = tmp_path / f"navigateurs/chromium-{revision}/chrome-linux64/chrome"
    _program(own)
    assert navigateur.find() == str(own)


@with_signals
def test_all_that_is_missing_is_asked_of_debian_at_once(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _answering(monkeypatch, "")
    _program(bare / "node", "echo 'libatomic.so.1: cannot open shared object file' >&2; exit 127")
    said = prepare(ALL)
    [installing] = [command for command in asked if "install" in command]
    assert installing[-3:] == ["chromium-headless-shell", "libatomic1", "default-jre-headless"]
    assert "libatomic.so.1: cannot open shared object file" in said


@with_signals
def test_java_is_asked_for_only_when_it_is_what_is_missing(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answering(monkeypatch, "")
    for name in ("chromium", "node"):
        _program(bare / name)
    assert prepare(("navigateur", "node")) == ""
    assert prepare(ALL).startswith("Pas de Java pour vérifier le HTML des pages.")
    _program(bare / "java")
    (bare / "chromium").unlink()
    assert "Java" not in prepare(ALL)


@with_signals
def test_a_java_that_only_says_where_to_find_one_is_none(bare: Path) -> None:
    _program(bare / "java", "exit 1")
    assert navigateur.find_java() is None


@with_signals
@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (
            "E: Failed to fetch x  Temporary failure resolving 'deb.debian.org'",
            "le serveur des paquets ne répond",
        ),
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "le disque est plein."),
        ("E: Unable to locate package chromium", "un paquet manque aux sources d'apt de ce système."),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "un autre programme installe déjà des paquets"),
        ("E: autre chose", "voici ce qu'en dit apt."),
    ],
)
def test_what_apt_could_not_do_is_said_in_french_with_its_cause(
    bare: Path, monkeypatch: pytest.MonkeyPatch, fault: str, cause: str
) -> None:
    _answering(monkeypatch, fault)
    for name in ("chromium", "node"):
        _program(bare / name)
    assert f"apt n'a pas pu installer les paquets : {cause}" in prepare(ALL)
    assert fault in prepare(ALL)


@with_links
@with_signals
def test_an_unpacked_program_starts_with_its_own_libraries_and_settings(bare: Path, tmp_path: Path) -> None:
    tree = tmp_path / "debian/racine"
    (tree / "usr/lib/x86_64-linux-gnu/propre").mkdir(parents=True)
    (tree / "usr/lib/x86_64-linux-gnu/propre/libx.so.1").touch()
    _program(tree / "usr/lib/chromium/chromium-headless-shell", 'printf "%s" "$LD_LIBRARY_PATH|$1"')
    (tree / "etc/java-17").mkdir(parents=True)
    (tree / "etc/java-17/conf").write_text("réglage", encoding="utf-8")
    (tree / "usr/lib/conf").symlink_to("/etc/java-17/conf")
    debian._lead_links_into_the_tree()
    assert (tree / "usr/lib/conf").read_text(encoding="utf-8") == "réglage"
    found = navigateur.find()
    assert found == str(tmp_path / "debian/chromium")
    said = subprocess.run(
        [found, "--version"], capture_output=True, encoding="utf-8", check=True, env={"PATH": os.defpath}
    )
    libraries = tree / "usr/lib/x86_64-linux-gnu"
    assert said.stdout == f"{libraries}:{libraries / 'propre'}|--version"
