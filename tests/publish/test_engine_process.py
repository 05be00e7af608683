"""The engine says and does the same in a copy of this process and in a new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie import parallel
from clairevoie.publish import engine_process
from clairevoie.publish.engine_process import EngineProcess

_ENGINE = """
import os, subprocess, sys
from pathlib import Path

print("dit en français", flush=True)
print("à côté", file=sys.stderr, flush=True)
subprocess.run([sys.executable, "-c", "print('par un autre')"])
Path("laissé").write_text(" ".join([os.environ["RAPPEL"], *sys.argv[1:]]), encoding="utf-8")
sys.exit(3)
"""


@pytest.fixture(params=["copie", "nouveau"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if request.param == "copie" and not parallel.system_forks():
        pytest.skip("ce système ne copie pas un processus")
    monkeypatch.setattr(engine_process, "can_fork", lambda: request.param == "copie")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("way")
def test_what_the_engine_says_and_leaves_is_known_once_it_ends(tmp_path: Path) -> None:
    (tmp_path / "moteur_d_essai.py").write_text(_ENGINE, encoding="utf-8")
    process = EngineProcess("moteur_d_essai", ["construire", "ici"], tmp_path, {"RAPPEL": "habiller"})
    assert process.finish() == (3, "dit en français\nà côté\npar un autre\n")
    assert (tmp_path / "laissé").read_text(encoding="utf-8") == "habiller construire ici"


@pytest.mark.usefixtures("way")
def test_an_engine_that_is_stopped_ends_there(tmp_path: Path) -> None:
    (tmp_path / "moteur_lent.py").write_text(
        "import time\nfrom pathlib import Path\ntime.sleep(60)\nPath('fini').touch()\n", encoding="utf-8"
    )
    process = EngineProcess("moteur_lent", [], tmp_path, {})
    process.stop()
    assert not (tmp_path / "fini").exists()
