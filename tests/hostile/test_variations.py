"""The same facts give the same bytes, whatever the machine, its settings and what was built before."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.aides.git import git
from tests.aides.programme import as_anybody, construct, ended, snapshot
from tests.aides.sites import SMALL, full_project, project_of

pytestmark = [
    pytest.mark.construction,
    pytest.mark.skipif(sys.platform != "linux", reason="les variations sont celles de Linux"),
]


class Built(NamedTuple):
    """What a build said, and the files that it made."""

    said: str
    files: dict[str, bytes]


def _build(
    project: Path,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    before: Callable[[], None] | None = None,
) -> Built:
    code, out, error = ended(construct(project, env=env, cwd=cwd, before=before))
    assert code == 0, error
    return Built(out + error, snapshot(project / "site"))


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full site as a project with its history."""
    return full_project(tmp_path_factory.mktemp("origine") / "projet")


@pytest.fixture(scope="module")
def reference(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What it gives on this machine as it is."""
    return _build(_copied(origin, tmp_path_factory.mktemp("reference") / "projet"))


def _copied(origin: Path, place: Path) -> Path:
    shutil.copytree(origin, place)
    return place


def _on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _linked_temporary(folder: Path) -> dict[str, str]:
    (folder / "temporaire").mkdir()
    (folder / "lien").symlink_to(folder / "temporaire")
    return {"TMPDIR": str(folder / "lien")}


def _without_git(folder: Path) -> dict[str, str]:
    """A path of programs on which git is not."""
    programs = folder / "programmes"
    programs.mkdir()
    return {"PATH": str(programs)}


_FOREIGN = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}
# Each builds a copy of the project, in a folder of its own, otherwise than it is usually built.
_VARIATIONS: Mapping[str, Callable[[Path, Path], Built]] = {
    "cold-cache": lambda origin, here: _build(_copied(origin, here / "projet")),
    "warm-cache": lambda origin, here: [_build(one) for one in [_copied(origin, here / "projet")] * 2][1],
    "another-folder": lambda origin, here: _build(_copied(origin, here / "projet"), cwd=Path("/")),
    "another-locale": lambda origin, here: _build(
        _copied(origin, here / "projet"), {"LC_ALL": "C", "LANG": "C"}
    ),
    "another-timezone": lambda origin, here: _build(_copied(origin, here / "projet"), {"TZ": _FOREIGN["TZ"]}),
    "a-cache-that-is-only-read": lambda origin, here: _with_its_cache_read_only(
        _copied(origin, here / "projet")
    ),
    "spaces-and-accents": lambda origin, here: _build(_copied(origin, here / "Été à l'île" / "mon projet")),
    "another-hash-seed": lambda origin, here: _build(
        _copied(origin, here / "projet"), {"PYTHONHASHSEED": "4242"}
    ),
    "one-core": lambda origin, here: _build(_copied(origin, here / "projet"), before=_on_one_core),
    "files-for-oneself": lambda origin, here: _build(
        _copied(origin, here / "projet"), before=lambda: os.umask(0o077) and None
    ),
    "linked-temporary-folder": lambda origin, here: _build(
        _copied(origin, here / "projet"), _linked_temporary(here)
    ),
    "clone": lambda origin, here: _build(_cloned(origin, here / "projet")),
}


def _with_its_cache_read_only(project: Path) -> Built:
    _build(project)
    folders = [path for path in (project / ".cache", *(project / ".cache").rglob("*")) if path.is_dir()]
    for path in folders:
        path.chmod(0o555)
    try:
        return _build(project, before=as_anybody)
    finally:
        for path in folders:
            path.chmod(0o755)


def _cloned(origin: Path, place: Path, *options: str) -> Path:
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "--allow-empty", "--message", "essai", day="2026-11-21")
    git(origin.parent, "clone", "--quiet", *options, origin.as_uri(), str(place))
    return place


@pytest.mark.endurance
@pytest.mark.parametrize("name", _VARIATIONS)
def test_another_way_of_building_gives_the_same_bytes(
    origin: Path, reference: Built, tmp_path: Path, name: str
) -> None:
    built = _VARIATIONS[name](origin, tmp_path)
    assert _differing(built.files, reference.files) == []


def _differing(files: Mapping[str, bytes], expected: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in files.keys() | expected.keys() if files.get(name) != expected.get(name))


@pytest.mark.endurance
def test_a_shallow_clone_says_why_it_does_not(origin: Path, tmp_path: Path) -> None:
    built = _build(_cloned(origin, tmp_path / "projet", "--depth=1"))
    assert "Ce clone ne connaît l'historique des fiches que depuis le 21 novembre 2026" in built.said
    assert "lancez « git fetch --unshallow »" in built.said


@pytest.mark.endurance
def test_a_machine_without_git_says_why_it_does_not(origin: Path, tmp_path: Path) -> None:
    built = _build(_copied(origin, tmp_path / "projet"), _without_git(tmp_path))
    assert (
        "Il y a un dépôt, mais git n'est pas sur cet ordinateur : les dates des fiches et le journal"
        in built.said
    )
    assert "installez git, puis recommencez." in built.said


def test_everything_at_once_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "Été à l'île").mkdir()

    def settle() -> None:
        _on_one_core()
        os.umask(0o077)

    environment = {**_FOREIGN, **_linked_temporary(tmp_path), **_without_git(tmp_path)}
    there = project_of(tmp_path / "Été à l'île" / "mon projet", SMALL)
    elsewhere = _build(there, environment, cwd=Path("/"), before=settle)
    here = _build(project_of(tmp_path / "projet", SMALL))
    assert _differing(elsewhere.files, here.files) == []
