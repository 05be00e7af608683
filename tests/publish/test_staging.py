"""The published site changes in one move, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clairevoie.publish import exchange
from clairevoie.publish.staging import MARK, NotOurs, staging


def _publish(target: Path, text: str) -> None:
    with staging(target) as stage:
        (stage / "index.html").write_text(text, encoding="utf-8")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_finished_site_takes_the_place_of_the_last_one_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _publish(target, "hier")
    (target / "vieille-page.html").touch()
    _publish(target, "aujourd'hui")
    assert (target / "index.html").read_text(encoding="utf-8") == "aujourd'hui"
    assert not (target / "vieille-page.html").exists()
    assert _names(tmp_path) == ["site"]


def test_a_build_that_fails_midway_leaves_the_last_site_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _publish(target, "hier")
    with pytest.raises(OSError, match="chantier"), staging(target) as stage:
        stage.write_text("une panne", encoding="utf-8")
    assert (target / "index.html").read_text(encoding="utf-8") == "hier"
    assert _names(tmp_path) == ["site"]


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "memoire.txt").write_text("des années de travail", encoding="utf-8")
    with pytest.raises(NotOurs), staging(tmp_path):
        pass
    assert (tmp_path / "memoire.txt").read_text(encoding="utf-8") == "des années de travail"


_LONG_BUILD = """
import sys
from pathlib import Path
from clairevoie.publish.staging import staging

with staging(Path(sys.argv[1])) as stage:
    (stage / "index.html").touch()
    print(stage.name, flush=True)
    sys.stdin.read()
"""


def _long_build(target: Path) -> subprocess.Popen[str]:
    """A build that has begun, and ends only when told."""
    return subprocess.Popen(
        [sys.executable, "-c", _LONG_BUILD, str(target)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def _stage_of(build: subprocess.Popen[str], folder: Path) -> Path:
    assert build.stdout
    return folder / build.stdout.readline().strip()


def test_what_a_killed_build_left_is_swept_and_a_running_one_is_not(tmp_path: Path) -> None:
    target = tmp_path / "site"
    running, killed = _long_build(target), _long_build(target)
    alive, dead = _stage_of(running, tmp_path), _stage_of(killed, tmp_path)
    assert alive != dead
    killed.kill()
    killed.communicate()
    assert dead.exists()
    _publish(target, "aujourd'hui")
    assert not dead.exists()
    assert (alive / "index.html").exists()
    running.communicate("")
    assert running.returncode == 0
    assert _names(tmp_path) == ["site"]
    assert (target / "index.html").read_text(encoding="utf-8") == ""


def test_a_site_that_is_being_read_is_replaced_once_it_is_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(tmp_path / "site", "hier")
    renamed, held = Path.rename, [3]

    def rename(path: Path, target: Path) -> Path:
        held[0] -= 1
        if held[0] >= 0:
            raise PermissionError(13, "fichier ouvert par un autre programme")
        return renamed(path, target)

    monkeypatch.setattr(exchange, "_swap", lambda: None)
    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(exchange, "PAUSES", (0.0, 0.0, 0.0))
    _publish(tmp_path / "site", "aujourd'hui")
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "aujourd'hui"
    held[0] = 9
    with pytest.raises(PermissionError):
        _publish(tmp_path / "site", "demain")
    held[0] = 0
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "aujourd'hui"


def test_an_empty_folder_may_become_the_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    _publish(tmp_path / "site", "premier")
    assert (tmp_path / "site" / MARK).exists()


_BUILDER = """
import sys
from pathlib import Path
import os
from clairevoie.publish.staging import MARK, locked, staging

os.getpid = lambda: 7  # as in two containers
target, name = Path(sys.argv[1]), sys.argv[2]
for swap in range(50):
    with staging(target) as stage:
        for page in range(20):
            (stage / f"{page}.html").write_text(f"{name} {swap}", encoding="utf-8")
    with locked(target):
        pages = sorted(target.glob("*.html"))
        assert len(pages) == 20 and (target / MARK).exists(), pages
        assert len({page.read_text(encoding="utf-8") for page in pages}) == 1, "two builds in one site"
"""


def test_two_builds_that_end_together_leave_a_whole_site_each_time(tmp_path: Path) -> None:
    target = tmp_path / "site"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _BUILDER, str(target)]
    builders = [
        subprocess.Popen([*command, name], env=env, stderr=subprocess.PIPE, encoding="utf-8")
        for name in ("un", "deux")
    ]
    assert [(builder.communicate()[1], builder.returncode) for builder in builders] == [("", 0), ("", 0)]
    assert _names(tmp_path) == ["site"]
