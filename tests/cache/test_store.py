"""What the cache holds is trusted only when it is whole and ours: anything else is stale, and done again."""

from __future__ import annotations

import os
import pickle
from multiprocessing import Process
from pathlib import Path

import cbor2
import pytest

from clairevoie.cache import key, store
from clairevoie.cache.fingerprints import SIZE
from clairevoie.cache.packing import pack
from clairevoie.cache.store import load_entry, load_entry_once, save_entry, save_packed_entry, sweep
from clairevoie.model import COLLECTIONS
from clairevoie.problems import Located
from clairevoie.read import Record, examine_folder
from clairevoie.validate import Examined, examine
from tests.aides.stories import DEPART, write

Faits = dict[str, int]


def _save(folder: Path) -> None:
    save_entry(folder, "faits", {"a": 1}, Faits)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    _save(tmp_path)
    assert load_entry(tmp_path, "faits", Faits) == {"a": 1}
    assert load_entry(tmp_path, "autre", Faits) is None
    assert load_entry(None, "faits", Faits) is None


def test_what_was_cut_short_is_stale(tmp_path: Path) -> None:
    _save(tmp_path)
    whole = (tmp_path / "faits").read_bytes()
    for size in range(len(whole)):
        (tmp_path / "faits").write_bytes(whole[:size])
        assert load_entry(tmp_path, "faits", Faits) is None


def test_what_was_altered_is_stale(tmp_path: Path) -> None:
    _save(tmp_path)
    whole = (tmp_path / "faits").read_bytes()
    for place in range(len(whole)):
        altered = bytearray(whole)
        altered[place] ^= 1
        (tmp_path / "faits").write_bytes(altered)
        assert load_entry(tmp_path, "faits", Faits) is None
    (tmp_path / "faits").write_bytes(whole + b"\0")
    assert load_entry(tmp_path, "faits", Faits) is None


def test_the_entry_of_another_name_is_stale(tmp_path: Path) -> None:
    _save(tmp_path)
    (tmp_path / "faits").rename(tmp_path / "autres")
    assert load_entry(tmp_path, "autres", Faits) is None


def test_an_entry_of_another_kind_is_stale(tmp_path: Path) -> None:
    _save(tmp_path)
    assert load_entry(tmp_path, "faits", list[str]) is None
    assert load_entry(tmp_path, "faits", dict[str, bytes]) is None


def test_what_another_version_left_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(store, "program_fingerprint", lambda: b"x" * SIZE)
        _save(tmp_path)
    assert load_entry(tmp_path, "faits", Faits) is None


def test_what_was_sealed_without_the_key_of_this_installation_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(store, "installation_key", lambda: b"devinee" * 4)
        _save(tmp_path)
    assert load_entry(tmp_path, "faits", Faits) is None


class _Trap:
    """Says when somebody opens it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (pytest.fail, ("le cache a exécuté quelque chose",))


# Bytes that would run or make something elsewhere: a pickle, then a pattern, a letter, a value that holds itself…
_ODD = [
    pickle.dumps(_Trap()),
    bytes.fromhex("d8236161"),
    cbor2.dumps(cbor2.CBORTag(36, "From: a")),
    bytes.fromhex("d81c81d81d00"),
    bytes.fromhex("c5821b7fffffffffffffff01"),
    cbor2.dumps(cbor2.CBORTag(40_001, ["1"])),
    cbor2.dumps(cbor2.CBORTag(40_001, "pas un nombre")),
    b"\x81" * 5000 + b"\x01",
    bytes.fromhex("9bffffffffffffffff"),
    b"",
    b"\xff",
]


@pytest.mark.parametrize("value", _ODD)
def test_what_no_entry_of_ours_holds_is_stale_even_under_our_seal(tmp_path: Path, value: bytes) -> None:
    (tmp_path / "faits").write_bytes(value)
    assert load_entry(tmp_path, "faits", Faits) is None
    for kind in (Faits, dict[str, object]):
        save_packed_entry(tmp_path, "faits", value)
        assert load_entry(tmp_path, "faits", kind) is None


def test_what_is_no_plain_file_is_stale_and_is_not_waited_for(tmp_path: Path) -> None:
    _save(tmp_path)
    whole = (tmp_path / "faits").read_bytes()
    (tmp_path / "dossier").mkdir()
    os.mkfifo(tmp_path / "tuyau")
    (tmp_path / "ailleurs").write_bytes(whole)
    (tmp_path / "faits").unlink()
    (tmp_path / "faits").symlink_to(tmp_path / "ailleurs")
    for name in ("dossier", "tuyau", "faits"):
        assert load_entry(tmp_path, name, Faits) is None
    save_entry(tmp_path, "dossier", {"a": 1}, Faits)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ailleurs", "dossier", "faits", "tuyau"]


def test_a_cache_that_is_a_link_to_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "cache").symlink_to(tmp_path / "ailleurs")
    _save(tmp_path / "cache")
    assert list((tmp_path / "ailleurs").iterdir()) == []
    _save(tmp_path / "ailleurs")
    assert load_entry(tmp_path / "cache", "faits", Faits) is None


def test_a_name_that_is_no_text_is_not_kept(tmp_path: Path) -> None:
    save_entry(tmp_path, "faits", ["\udce9"], list[str])
    assert list(tmp_path.iterdir()) == []


def test_the_key_is_made_once_and_read_by_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key.sys, "prefix", str(tmp_path))
    made = key.installation_key.__wrapped__()
    assert made is not None
    assert len(made) == key.SIZE
    assert key.installation_key.__wrapped__() == made
    (found,) = tmp_path.iterdir()
    assert found.stat().st_mode & 0o077 == 0
    found.write_bytes(b"court")
    assert key.installation_key.__wrapped__() is None


def test_an_installation_that_cannot_hold_a_key_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key.sys, "prefix", str(tmp_path / "absent"))
    monkeypatch.setattr(store, "installation_key", key.installation_key.__wrapped__)
    _save(tmp_path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "faits").write_bytes(b"None" + pack({"a": 1}, Faits))
    assert load_entry(tmp_path, "faits", Faits) is None


def _begin(folder: Path) -> None:
    """Die while an entry is being written."""
    store.Path.replace = lambda *_: os._exit(9)  # type: ignore[assignment, method-assign]
    _save(folder)


def test_what_a_killed_run_was_writing_is_swept(tmp_path: Path) -> None:
    run = Process(target=_begin, args=(tmp_path,))
    run.start()
    run.join()
    assert len(list(tmp_path.iterdir())) == 1
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []
    sweep(tmp_path / "absent")
    sweep(None)


def test_a_full_disk_keeps_nothing_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    _save(tmp_path)
    before = (tmp_path / "faits").read_bytes()
    monkeypatch.setattr(store.locks, "take", full)
    save_entry(tmp_path, "faits", {"a": 2}, Faits)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"faits": before}


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    _save(tmp_path / "fichier")
    assert load_entry(tmp_path / "fichier", "faits", Faits) is None


def _keep_often(folder: Path, value: str) -> None:
    for _ in range(50):
        save_entry(folder, "faits", value * 20_000, str)


def test_two_runs_at_once_leave_one_whole_memory(tmp_path: Path) -> None:
    runs = [Process(target=_keep_often, args=(tmp_path, value)) for value in "ab"]
    for run in runs:
        run.start()
    while any(run.is_alive() for run in runs):
        assert load_entry(tmp_path, "faits", str) in (None, "a" * 20_000, "b" * 20_000)
    assert load_entry(tmp_path, "faits", str) in ("a" * 20_000, "b" * 20_000)
    assert [path.name for path in tmp_path.iterdir()] == ["faits"]


def test_a_file_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    data, cache = write(tmp_path, DEPART), tmp_path / "cache"
    first = examine_folder(data, tuple(COLLECTIONS), examine, cache)
    seen: list[str] = []

    def watched(record: Record, known: tuple[Located, ...] | None = None) -> Examined:
        seen.extend([record.path] if known is None else [])
        return examine(record, known)

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

    def watched(record: Record, known: tuple[Located, ...] | None = None) -> Examined:
        seen.extend([record.path] if known is None else [])
        return examine(record, known)

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
    assert not [path for path in cache.iterdir() if b"data/enjeux/entraide.yml" in path.read_bytes()]


def test_a_value_opened_once_is_opened_again_only_when_its_file_is_another(tmp_path: Path) -> None:
    def opened() -> list[str]:
        return load_entry_once(tmp_path, "faits", list[str], lambda found: found or [])

    save_entry(tmp_path, "faits", ["un"], list[str])
    first = opened()
    assert first == ["un"]
    assert opened() is first
    save_entry(tmp_path, "faits", ["deux"], list[str])
    assert opened() == ["deux"]
    (tmp_path / "faits").unlink()
    assert opened() == []
