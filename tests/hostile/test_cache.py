"""Whatever stands in the cache, nothing of it runs and the site is, byte for byte, the one that no cache gives."""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cbor2
import pytest

from clairevoie.build import build, check
from clairevoie.cache import store
from tests.aides.git import git
from tests.aides.programme import snapshot
from tests.aides.sites import AUJOURD_HUI, SMALL, project_of

pytestmark = pytest.mark.construction
# The entries of which there is one a part: one of them stands for all.
_PART = "fiches-"


class _Trap:
    """Says when somebody opens it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (pytest.fail, ("le cache a exécuté quelque chose",))


_PICKLE = pickle.dumps(_Trap())


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _pickled(path: Path) -> None:
    path.write_bytes(_PICKLE)


def _pickled_under_the_old_head(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:64] + _PICKLE)


def _of_another_shape(path: Path) -> None:
    """A value that is no such entry, under the head of a true one."""
    path.write_bytes(path.read_bytes()[:32] + cbor2.dumps({"files": {"../../dehors.html": b"<script>"}}))


def _another_entry(path: Path) -> None:
    shutil.copy(next(one for one in sorted(path.parent.iterdir()) if one != path), path)


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _a_link(path: Path) -> None:
    path.rename(path.parent.parent / path.name)
    path.symlink_to(path.parent.parent / path.name)


def _a_link_that_turns(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1 << 40)


_HARMS: list[Callable[[Path], None]] = [
    _emptied, _cut, _pickled, _pickled_under_the_old_head, _of_another_shape, _another_entry,
    _a_folder, _a_pipe, _a_link, _a_link_that_turns, _huge,
]  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was checked and built twice, so that every kind of entry is there."""
    project = project_of(tmp_path_factory.mktemp("cache") / "projet", SMALL)
    git(project, "init", "--quiet")
    git(project, "add", "data")
    git(project, "commit", "--quiet", "--message", "essai")
    for _ in range(2):
        _make(project)
    return project


def _make(project: Path) -> None:
    check(project, project / "data", AUJOURD_HUI, project / ".cache")
    build(project, project / "data", project / "site", AUJOURD_HUI, project / ".cache")


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


@pytest.mark.parametrize("harm", _HARMS, ids=lambda harm: harm.__name__)
def test_entries_that_are_harmed_all_at_once_change_nothing(
    built: Path, harm: Callable[[Path], None], tmp_path: Path
) -> None:
    site, kept = snapshot(built / "site"), tmp_path / "cache"
    shutil.copytree(built / ".cache", kept)
    entries = sorted(kept.iterdir())
    for path in entries:
        harm(path)
    before = check(built, built / "data", AUJOURD_HUI)
    assert check(built, built / "data", AUJOURD_HUI, kept) == before
    build(built, built / "data", built / "site", AUJOURD_HUI, kept)
    assert snapshot(built / "site") == site
    for path in entries:
        _clear(path)


def test_an_entry_that_is_lost_alone_changes_nothing(built: Path, tmp_path: Path) -> None:
    """What one entry says of another one may be of another day."""
    site, other = snapshot(built / "site"), tmp_path / "site"
    shutil.copytree(built / ".cache", tmp_path / "cache")
    shutil.copytree(built / "site", other)
    build(built, built / "data", other, AUJOURD_HUI, tmp_path / "cache")
    names = sorted(path.name for path in (tmp_path / "cache").iterdir())
    alone = [name for name in names if not name.startswith(_PART)]
    assert {"entrees", "habillage", "journal", "pages", "recherche", "verdict"} <= set(alone)
    for name in (*alone, next(name for name in names if name.startswith(_PART))):
        _pickled(tmp_path / "cache" / name)
        build(built, built / "data", other, AUJOURD_HUI, tmp_path / "cache")
        assert snapshot(other) == site, name


def test_an_entry_made_by_somebody_else_is_not_read_however_well_it_is_made(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a proposal could bring one: the program is known to all, the key of an installation is not."""
    cache = project / ".cache"

    def read() -> set[str]:
        return {path.name for path in cache.iterdir() if store.load_entry(cache, path.name, Any) is not None}

    with monkeypatch.context() as patch:
        patch.setattr(store, "installation_key", lambda: b"une cle qui n'est pas la bonne !")
        _make(project)
        assert "verdict" in read()
    expected = snapshot(project / "site")
    assert read() == set()
    _make(project)
    assert snapshot(project / "site") == expected
    assert "verdict" in read()


def test_nothing_that_could_run_is_kept(built: Path) -> None:
    """Neither a pickle nor the code of a template: every entry is data, from its first byte to its last."""
    for path in (built / ".cache").iterdir():
        value = path.read_bytes()[32:]
        cbor2.loads(value, tag_hook=lambda tag, _: tag.value)
        assert b"clairevoie." not in value, path.name
        assert not value.startswith((b"\x80\x04", b"\x80\x05")), path.name


def test_a_run_neither_opens_a_pickle_nor_code_that_is_not_the_programs(built: Path) -> None:
    """From the cache, that is: what another process of the run sends has no name on the disk."""
    found: list[str] = []

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "pickle.find_class":
            found.append(f"{arguments[0]}.{arguments[1]}")

    listening = False
    sys.addaudithook(heard)
    listening = True
    try:
        _make(built)
    finally:
        listening = False
    assert found == []
