"""What an editor sees while writing: the site, refreshed, and what is wrong with it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from clairevoie import builder
from clairevoie import serve as serving
from clairevoie.build import Loaded
from clairevoie.cli import main
from clairevoie.desk import Desk
from clairevoie.parallel import WorkerFailed
from clairevoie.publish.search.indexing import SearchFailed
from clairevoie.report import describe_failure
from tests.aides.systeme import with_signals
from tests.test_cli import PLAN, SOON, VAGUE, _retype

# Seconds for a build on a busy machine.
PATIENCE = 60.0


def _hear_ctrl_c() -> None:
    """Hear Ctrl+C: what a shell starts in the background is told to ignore it, and all that it starts too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def _serving(project: Path) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """The program at work on `project`, the address it gives, and what it said before."""
    temporary = project / "temporaire"
    temporary.mkdir()
    program = subprocess.Popen(
        [sys.executable, "-m", "clairevoie", "servir", "--racine", str(project), "--port", "0"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        preexec_fn=None if os.name == "nt" else _hear_ctrl_c,
    )
    try:
        assert program.stdout
        said = []
        for line in program.stdout:
            said.append(line)
            if address := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield program, address[0], said
                break
        else:
            pytest.fail("".join(said))
    finally:
        program.kill()
        program.wait()


def _page(address: str) -> tuple[int, str]:
    try:
        with urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as answer:
        return answer.code, answer.read().decode()


def _until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "cela n'arrive pas"
        time.sleep(0.1)


@pytest.mark.construction
def test_started_on_broken_files_the_page_says_where_then_becomes_the_site(project: Path) -> None:
    _retype(project, PLAN, "projet: cuisine-collective", "projet: cuisine-colective")
    with _serving(project) as (program, address, said):
        status, page = _page(address)
        assert status == 503
        assert '<html lang="fr-CA">' in page
        assert f"ERREUR {PLAN}:" in page
        assert '<pre class="erreur"' in page
        assert '<script type="module" src="/__client.js">' in page
        assert ".erreur {" in page
        assert "Le site sera affiché une fois corrigé." in "".join(said)
        _, before = _page(f"{address}__version")
        _retype(project, PLAN, "projet: cuisine-colective", "projet: cuisine-collective")
        _until(lambda: _page(f"{address}__version")[1] != before)
        status, page = _page(address)
        assert status == 200
        assert 'class="erreur"' not in page
        assert program.poll() is None


@pytest.mark.construction
def test_a_fault_typed_while_it_runs_is_shown_over_the_last_good_site(project: Path) -> None:
    _retype(project, PLAN, SOON, VAGUE)
    with _serving(project) as (program, address, said):
        assert f"AVERTISSEMENT {PLAN}:" in "".join(said)
        (project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
        _until(lambda: 'class="erreur"' in _page(address)[1])
        status, page = _page(address)
        assert status == 200
        assert "ERREUR mkdocs.yml:1:12 [YAML-08]" in page
        assert ".erreur {" in _page(f"{address}assets/claire-voie.css")[1]
        assert program.poll() is None


@pytest.mark.construction
@with_signals
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_it_stops_and_leaves_nothing_behind(project: Path, told: signal.Signals) -> None:
    with _serving(project) as (program, _, _):
        assert any((project / "temporaire").iterdir())
        program.send_signal(told)
        rest, _ = program.communicate(timeout=PATIENCE)
        assert rest == "Arrêté.\n"
        assert program.returncode == 0
        assert list((project / "temporaire").iterdir()) == []


_STOPPED_TOO_SOON = """
import sys
from pathlib import Path
from clairevoie import serve

here = Path(sys.argv[1])
watch = serve._observe(here, here, serve._Preview())
emitters = list(watch.emitters)
watch.stop()
watch.join()
for emitter in emitters:
    emitter.queue_events(0)
"""


@with_signals
def test_what_watches_the_files_logs_nothing_in_the_terminal(tmp_path: Path) -> None:
    """Told to stop between two looks, it finds itself inactive, and logs it in English."""
    done = subprocess.run(
        [sys.executable, "-c", _STOPPED_TOO_SOON, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_a_port_already_taken_is_said_with_another_to_try(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["servir", "--racine", str(project), "--port", str(port)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"Le port {port} est déjà pris sur cet ordinateur; essayez --port ")
    assert "publié" not in told


@pytest.mark.parametrize(
    "failure",
    [SearchFailed("index"), WorkerFailed("arrêt"), OSError(28, "il n'y a plus de place sur le disque")],
)
def test_a_build_that_breaks_down_is_said_and_the_next_one_is_awaited(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, failure: Exception
) -> None:
    def broken(*_: object, **__: object) -> Loaded:
        raise failure

    monkeypatch.setattr(builder, "build", broken)
    outcome = builder.attempt(
        tmp_path, tmp_path / "data", tmp_path / "site", date(2026, 3, 12), tmp_path / "memoire"
    )
    assert outcome.fault == outcome.told == describe_failure(failure, Desk(tmp_path, tmp_path / "data"))
    assert str(failure.args[-1]) in outcome.told


def test_a_preview_left_open_for_days_is_of_the_day_at_each_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    built: list[date] = []

    class Recorder:
        def __init__(self, *_: object) -> None: ...

        def build(self, on: date) -> builder.Outcome:
            built.append(on)
            return builder.Outcome("", "")

        def close(self) -> None: ...

    days = [date(2026, 3, 12), date(2026, 3, 13), date(2026, 3, 15)]
    asked, wanted = iter(days), iter([True, True, False])
    monkeypatch.setattr(serving, "Builder", Recorder)
    monkeypatch.setattr(serving, "_is_wanted_again", lambda preview: next(wanted))
    monkeypatch.setattr(serving, "_stop_on_sigterm", lambda preview: None)
    assert serving.serve(tmp_path, tmp_path / "data", 0, print, lambda: next(asked)) == 0
    assert built == days


def _deaf_at_first(ready: Event) -> None:
    """Miss the first call to stop, as a process does while it starts."""
    calls: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: calls.append(1) or (len(calls) > 1 and sys.exit(3)))
    ready.set()
    for _ in range(600):
        time.sleep(0.1)


@with_signals
def test_an_index_that_missed_the_first_call_to_stop_is_called_again() -> None:
    ready = builder._Context.Event()
    indexing = builder._Context.Process(target=_deaf_at_first, args=(ready,))
    indexing.start()
    assert ready.wait(30)
    builder._end(indexing)
    assert indexing.exitcode == 3


_LEFT_TOO_SOON = """
from clairevoie import serve

with serve._listen(0, serve._Handler) as server:
    try:
        raise BrokenPipeError
    except BrokenPipeError:
        server.handle_error(None, ("127.0.0.1", 1))
"""


def test_a_browser_that_leaves_before_it_is_answered_is_not_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LEFT_TOO_SOON],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
