"""Shared work gives what one process alone would give, or says which process failed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from clairevoie import parallel
from clairevoie.parallel import WorkerFailed, share

with_forks = pytest.mark.skipif(not parallel.system_forks(), reason="ce système ne copie pas un processus")
MANY = range(parallel._WORTH_SHARING * 3 + 1)


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(parallel.threading, "active_count", lambda: 1)


@with_forks
def test_results_come_back_in_the_order_of_the_items_from_several_processes() -> None:
    results = share(lambda item: (item * 2, os.getpid()), MANY)
    assert [value for value, _ in results] == [item * 2 for item in MANY]
    assert len({process for _, process in results}) == 2
    assert os.getpid() in {process for _, process in results}


def test_a_little_work_stays_in_one_process() -> None:
    assert set(share(lambda _: os.getpid(), range(10))) == {os.getpid()}


def test_while_threads_run_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel.threading, "active_count", lambda: 2)
    assert set(share(lambda _: os.getpid(), MANY)) == {os.getpid()}


def test_on_macos_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel.sys, "platform", "darwin")
    assert set(share(lambda _: os.getpid(), MANY)) == {os.getpid()}


@with_forks
def test_a_fault_in_a_process_ends_the_work_with_what_it_said() -> None:
    def work(item: int) -> int:
        if item == 701:
            raise ValueError("la fiche 701 est illisible")
        return item

    with pytest.raises(WorkerFailed, match="la fiche 701 est illisible"):
        share(work, MANY)


@with_forks
def test_a_result_that_cannot_travel_is_told_as_a_fault() -> None:
    with pytest.raises(WorkerFailed, match="pickle"):
        share(lambda item: [b"x" * 200_000, (lambda: item) if item == 701 else None], MANY)


@with_forks
def test_a_disk_that_fills_up_is_told_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(BytesIO):
        """Takes half of what is written first, then nothing."""

        def write(self, data: Any) -> int:
            super().write(bytes(data)[: len(bytes(data)) // 2])
            raise OSError(28, "disque plein")

    monkeypatch.setattr(parallel, "TemporaryFile", Full)
    with pytest.raises(OSError, match=r"\[Errno 28\] disque plein"):
        share(str, MANY)


@with_forks
def test_what_the_system_refuses_in_a_process_is_told_with_the_name_of_the_file() -> None:
    def work(item: int) -> int:
        if item == 701:
            raise PermissionError(13, "défendu", "/site/index.html")
        return item

    with pytest.raises(PermissionError) as refused:
        share(work, MANY)
    assert refused.value.filename == "/site/index.html"


def _is_running(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


@with_forks
def test_a_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    """Were it killed: what it would write would come after it was swept."""
    parent = os.fork()
    if parent == 0:

        def work(item: int) -> int:
            (tmp_path / str(os.getpid())).touch()
            time.sleep(30)
            return item

        share(work, MANY)
    deadline = time.monotonic() + 20
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    workers = {int(path.name) for path in tmp_path.iterdir()} - {parent}
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    assert workers
    while any(map(_is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert time.monotonic() < deadline


def test_a_fault_in_this_process_ends_the_others() -> None:
    def work(item: int) -> int:
        if item == 2:
            raise ValueError("la fiche 2 est illisible")
        return item

    with pytest.raises(ValueError, match="la fiche 2 est illisible"):
        share(work, MANY)
    assert not multiprocessing.active_children()


@with_forks
def test_a_process_that_dies_is_not_waited_for() -> None:
    with pytest.raises(WorkerFailed, match="code 3"):
        share(lambda item: os._exit(3) if item == 701 else item, MANY)
