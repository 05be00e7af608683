"""There is never no site: wherever a run is stopped, the last whole site or the new one stands in its place."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest

from clairevoie.publish import exchange
from clairevoie.publish.exchange import waiting_place
from clairevoie.publish.staging import MARK, NotOurs, staging

PAGES = ("index.html", "projets/a.html", "projets/b.html")
# What changes anything on a disk, as Python tells it.
_CHANGES = {
    "os.mkdir",
    "os.rename",
    "os.rmdir",
    "os.remove",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

with_copies = pytest.mark.skipif(not hasattr(os, "fork"), reason="ce système ne copie pas un processus")
with_exchange = pytest.mark.skipif(exchange._swap() is None, reason="ce système n'échange pas deux dossiers")
both_ways = pytest.mark.parametrize("way", [pytest.param("échange", marks=with_exchange), "deux renommages"])


def _publish(target: Path, text: str) -> None:
    with staging(target) as stage:
        (stage / "projets").mkdir()
        for page in PAGES:
            (stage / page).write_text(text, encoding="utf-8")


def _fail(target: Path) -> None:
    """A build that begins, and cannot end."""
    with suppress(RuntimeError), staging(target):
        raise RuntimeError


def _read(site: Path) -> str:
    """What the pages of a whole site say; it fails for a site that is not whole, or is made of two."""
    assert (site / MARK).is_file()
    (text,) = {(site / page).read_text(encoding="utf-8") for page in PAGES}
    return text


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _stop_at(rank: int, work: Callable[[], None]) -> bool:
    """Do some work in another process, killed just before its step of this rank; whether it ended before."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    left = rank

    def step() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os._exit(9)

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        is_writing = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & _WRITING)
        if event in _CHANGES or is_writing:
            step()

    swap = exchange._swap()

    def stepping(new: bytes, old: bytes) -> int:
        step()
        done = swap(new, old) if swap else 0
        step()
        return done

    exchange._swap = lambda: stepping if swap else None  # type: ignore[assignment]
    sys.addaudithook(heard)
    try:
        work()
    except BaseException:
        os._exit(8)
    os._exit(0)


@with_copies
@both_ways
def test_a_run_stopped_between_any_two_steps_leaves_a_whole_site(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if way == "deux renommages":
        monkeypatch.setattr(exchange, "_swap", lambda: None)
    seen: list[str] = []
    for rank in count():
        target = tmp_path / str(rank) / "site"
        _publish(target, "hier")
        has_ended = _stop_at(rank, lambda target=target: _publish(target, "aujourd'hui"))
        if target.exists():
            seen.append(_read(target))
        else:  # between two renames only
            assert way == "deux renommages"
            assert _read(waiting_place(target)) == "hier"
        _fail(target)
        assert _read(target) in ("hier", "aujourd'hui")
        assert _names(target.parent) == ["site"]
        _publish(target, "demain")
        assert _read(target) == "demain"
        assert _names(target.parent) == ["site"]
        if has_ended:
            break
    assert rank > 15
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {"hier", "aujourd'hui"}


@with_copies
def test_a_first_run_stopped_between_any_two_steps_leaves_a_whole_site_or_none(tmp_path: Path) -> None:
    for rank in count():
        target = tmp_path / str(rank) / "site"
        has_ended = _stop_at(rank, lambda target=target: _publish(target, "premier"))
        assert not target.exists() or _read(target) == "premier"
        _publish(target, "second")
        assert (_read(target), _names(target.parent)) == ("second", ["site"])
        if has_ended:
            break
    assert rank > 8


@with_exchange
def test_a_reader_finds_a_page_at_every_instant(tmp_path: Path) -> None:
    target, ended = tmp_path / "site", Event()
    _publish(target, "0")
    missed: list[OSError] = []

    def read() -> None:
        while not ended.is_set():
            try:
                (target / "index.html").read_bytes()
            except OSError as failure:
                missed.append(failure)

    reader = Thread(target=read)
    reader.start()
    for turn in range(150):
        _publish(target, str(turn))
    ended.set()
    reader.join()
    assert missed == []


@both_ways
def test_an_exchange_that_fails_leaves_the_site_in_place_and_nothing_else(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    _publish(target, "hier")
    if way == "échange":
        monkeypatch.setattr(exchange, "_swap", lambda: lambda *_: -1)
        monkeypatch.setattr(exchange.ctypes, "get_errno", lambda: errno.EIO)
    else:
        renamed = Path.rename
        monkeypatch.setattr(exchange, "_swap", lambda: None)

        def rename(path: Path, to: Path) -> Path:
            if "chantier" in path.name:
                raise OSError(errno.EIO, "erreur du disque")
            return renamed(path, to)

        monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match=rf"\[Errno {errno.EIO}\]"):
        _publish(target, "aujourd'hui")
    assert (_read(target), _names(tmp_path)) == ("hier", ["site"])


@pytest.mark.parametrize("answer", [errno.ENOSYS, errno.EINVAL, errno.EXDEV])
def test_a_disk_that_knows_no_exchange_gets_two_renames(
    answer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(tmp_path / "site", "hier")
    monkeypatch.setattr(exchange, "_swap", lambda: lambda *_: -1)
    monkeypatch.setattr(exchange.ctypes, "get_errno", lambda: answer)
    _publish(tmp_path / "site", "aujourd'hui")
    assert (_read(tmp_path / "site"), _names(tmp_path)) == ("aujourd'hui", ["site"])


def test_a_folder_that_somebody_made_in_the_meantime_is_not_replaced(tmp_path: Path) -> None:
    def publish_late() -> None:
        with staging(target):
            target.mkdir()
            (target / "memoire.txt").write_text("des années de travail", encoding="utf-8")

    target = tmp_path / "site"
    with pytest.raises(NotOurs):
        publish_late()
    assert _names(tmp_path) == ["site"]
    assert _names(target) == ["memoire.txt"]


def test_a_site_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "ailleurs" / "public")
    for text in ("hier", "aujourd'hui"):
        _publish(tmp_path / "site", text)
        assert _read(tmp_path / "site") == text
    assert (tmp_path / "site").is_symlink()
    assert _names(tmp_path / "ailleurs") == ["public"]


def test_links_put_in_the_place_of_our_own_files_lead_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "dehors"
    outside.mkdir()
    (outside / "memoire.txt").write_text("des années de travail", encoding="utf-8")
    here = tmp_path / "ici"
    here.mkdir()
    (here / ".site.precedent").symlink_to(outside)
    (here / ".site.chantier-x").symlink_to(outside)
    (here / ".site.chantier-x.verrou").symlink_to(outside / "neuf.txt")
    _publish(here / "site", "premier")
    assert _read(here / "site") == "premier"
    assert not (here / "site").is_symlink()
    assert _names(outside) == ["memoire.txt"]
    (here / ".site.verrou").symlink_to(outside / "neuf.txt")
    with pytest.raises(OSError, match=r"\.site\.verrou"):
        _publish(here / "site", "second")
    assert (_read(here / "site"), _names(outside)) == ("premier", ["memoire.txt"])
