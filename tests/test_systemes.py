"""Other systems give the same site: other line ends, other processes, no UTF-8 unless asked."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from clairevoie import builder
from clairevoie.build import build
from tests.aides.sites import AUJOURD_HUI

pytestmark = pytest.mark.construction


def _files(site: Path) -> dict[str, bytes]:
    paths = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def test_where_lines_end_otherwise_the_site_has_the_same_bytes(
    small_site: Path, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Path.write_text

    def as_on_windows(path: Path, data: str, *others: Any, newline: str | None = None, **named: Any) -> int:
        return written(path, data, *others, newline="\r\n" if newline is None else newline, **named)

    monkeypatch.setattr(Path, "write_text", as_on_windows)
    (tmp_path / "temoin").write_text("a\n", encoding="utf-8")
    assert (tmp_path / "temoin").read_bytes() == b"a\r\n"
    build(project, project / "data", tmp_path / "public", AUJOURD_HUI)
    assert _files(tmp_path / "public") == _files(small_site)


def test_without_utf_8_the_site_has_the_same_bytes(small_site: Path, project: Path, tmp_path: Path) -> None:
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    place = ["--racine", str(project), "--sortie", str(tmp_path / "public"), "--date", str(AUJOURD_HUI)]
    program = "import sys; from clairevoie.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, "construire", *place],
        env={**os.environ, **bare, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "fiches publiées" in done.stdout
    assert _files(tmp_path / "public") == _files(small_site)


def test_where_processes_are_not_copied_the_preview_is_built_by_one_started_anew(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "_Context", multiprocessing.get_context("spawn"))
    building = builder.Builder(project, project / "data", tmp_path / "public")
    try:
        outcome = building.build(AUJOURD_HUI)
    finally:
        building.close()
    assert outcome.fault == ""
    assert (tmp_path / "public/index.html").is_file()
