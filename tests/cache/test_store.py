"""What is remembered is trusted only when it is whole and ours: anything else is forgotten, and done again."""

from __future__ import annotations

import pickle
from multiprocessing import Process
from pathlib import Path

import pytest

from clairevoie.cache import store
from clairevoie.cache.store import load_entry, load_entry_once, save_entry
from clairevoie.model import COLLECTIONS
from clairevoie.read import Record, examine_folder
from clairevoie.validate import Examined, examine
from tests.aides.stories import DEPART, write


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    save_entry(tmp_path, "faits", {"a": 1})
    assert load_entry(tmp_path, "faits") == {"a": 1}
    assert load_entry(tmp_path, "autre") is None
    assert load_entry(None, "faits") is None


@pytest.mark.parametrize("size", [0, 1, 40, 64, 70])
def test_what_was_cut_short_is_forgotten(tmp_path: Path, size: int) -> None:
    save_entry(tmp_path, "faits", {"a": 1})
    whole = (tmp_path / "faits").read_bytes()
    assert size < len(whole)
    (tmp_path / "faits").write_bytes(whole[:size])
    assert load_entry(tmp_path, "faits") is None


@pytest.mark.parametrize("place", [0, 33, -1])
def test_what_was_altered_is_forgotten(tmp_path: Path, place: int) -> None:
    save_entry(tmp_path, "faits", {"a": 1})
    altered = bytearray((tmp_path / "faits").read_bytes())
    altered[place] ^= 1
    (tmp_path / "faits").write_bytes(altered)
    assert load_entry(tmp_path, "faits") is None


class _Trap:
    """Says when somebody opens it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (pytest.fail, ("une mémoire étrangère a été ouverte",))


def test_what_another_version_left_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(store, "program_fingerprint", lambda: b"x" * 32)
        save_entry(tmp_path, "faits", _Trap())
    assert load_entry(tmp_path, "faits") is None
    (tmp_path / "faits").write_bytes(pickle.dumps(_Trap()))
    assert load_entry(tmp_path, "faits") is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    save_entry(tmp_path / "fichier", "faits", {"a": 1})
    assert load_entry(tmp_path / "fichier", "faits") is None


def _keep_often(folder: Path, value: str) -> None:
    for _ in range(50):
        save_entry(folder, "faits", value * 20_000)


def test_two_runs_at_once_leave_one_whole_memory(tmp_path: Path) -> None:
    runs = [Process(target=_keep_often, args=(tmp_path, value)) for value in "ab"]
    for run in runs:
        run.start()
    while any(run.is_alive() for run in runs):
        assert load_entry(tmp_path, "faits") in (None, "a" * 20_000, "b" * 20_000)
    assert load_entry(tmp_path, "faits") in ("a" * 20_000, "b" * 20_000)
    assert [path.name for path in tmp_path.iterdir()] == ["faits"]


def test_a_file_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    data, cache = write(tmp_path, DEPART), tmp_path / "cache"
    first = examine_folder(data, tuple(COLLECTIONS), examine, cache)
    seen: list[str] = []

    def watched(record: Record) -> str:
        seen.append(record.path)
        return record.path

    examine_folder(data, tuple(COLLECTIONS), watched, cache)
    assert seen == []
    (data / "enjeux/entraide.yml").write_text("nom: Autre\npublication: publie\n", encoding="utf-8")
    second = examine_folder(data, tuple(COLLECTIONS), examine, cache)
    changed = [a.adresse for a, b in zip(first.records, second.records, strict=True) if a.fiche != b.fiche]
    assert changed == ["enjeux/entraide"]


def test_a_remembered_record_still_knows_where_its_values_were_typed(tmp_path: Path) -> None:
    data, cache = write(tmp_path, DEPART), tmp_path / "cache"
    fresh = [
        one.record.origin("nom") for one in examine_folder(data, tuple(COLLECTIONS), examine, cache).records
    ]
    assert [
        one.record.origin("nom") for one in examine_folder(data, tuple(COLLECTIONS), examine, cache).records
    ] == fresh
    assert {origin.line for origin in fresh} == {1}


def test_only_the_files_of_a_damaged_part_are_read_again(tmp_path: Path) -> None:
    data, cache = write(tmp_path, DEPART), tmp_path / "cache"
    whole = examine_folder(data, tuple(COLLECTIONS), examine, cache)
    damaged = min(cache.iterdir())
    damaged.write_bytes(damaged.read_bytes()[:-1])
    seen: list[str] = []

    def watched(record: Record) -> Examined:
        seen.append(record.path)
        return examine(record)

    again = examine_folder(data, tuple(COLLECTIONS), watched, cache)
    assert again == whole
    assert 0 < len(seen) < len(whole.records)


def test_an_edit_has_only_its_own_part_written_again(tmp_path: Path) -> None:
    data, cache = write(tmp_path, DEPART), tmp_path / "cache"
    examine_folder(data, tuple(COLLECTIONS), examine, cache)
    before = {path.name: path.stat().st_ino for path in cache.iterdir()}
    (data / "enjeux/entraide.yml").write_text("nom: Autre\npublication: publie\n", encoding="utf-8")
    examine_folder(data, tuple(COLLECTIONS), examine, cache)
    after = {path.name: path.stat().st_ino for path in cache.iterdir()}
    assert len({name for name in after if after[name] != before[name]}) == 1
    (data / "enjeux/entraide.yml").unlink()
    examine_folder(data, tuple(COLLECTIONS), examine, cache)
    kept = [load_entry(cache, path.name) for path in cache.iterdir()]
    assert "data/enjeux/entraide.yml" not in {path for _, part in kept for path in part}


def test_a_value_opened_once_is_opened_again_only_when_its_file_is_another(tmp_path: Path) -> None:
    save_entry(tmp_path, "faits", ["un"])
    first = load_entry_once(tmp_path, "faits")
    assert first == ["un"]
    assert load_entry_once(tmp_path, "faits") is first
    save_entry(tmp_path, "faits", ["deux"])
    assert load_entry_once(tmp_path, "faits") == ["deux"]
    (tmp_path / "faits").unlink()
    assert load_entry_once(tmp_path, "faits") is None
