"""Whatever stops a publication, one French sentence says why, the site in place stays whole and nothing is left."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from clairevoie.cache import store
from clairevoie.cli import main
from clairevoie.publish.staging import MARK
from tests.aides.programme import KEPT, as_anybody, construct, ended, snapshot, start, wait_until_it_listens
from tests.aides.sites import AUJOURD_HUI, SMALL, project_of

pytestmark = [
    pytest.mark.construction,
    pytest.mark.skipif(sys.platform != "linux", reason="les signaux et les limites sont ceux de Linux"),
]


@pytest.fixture
def published(project: Path, small_site: Path) -> Path:
    """A project with a site in place."""
    shutil.copytree(small_site, project / "site")
    return project


def _names(project: Path) -> set[str]:
    """What stands in a project, and in the folder of temporary files that it was given."""
    return {path.name for path in project.iterdir()} - {".cache"}


def _unchanged(project: Path, before: dict[str, bytes]) -> None:
    assert snapshot(project / "site") == before
    assert _names(project) == {"content", "data", "hooks", "mkdocs.yml", "overrides", "site"}


@pytest.mark.parametrize("most", [0, 300, 3_000, 30_000, 60_000])
def test_a_disk_that_takes_no_more_is_told_as_such(published: Path, most: int) -> None:
    before = snapshot(published / "site")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    code, out, error = ended(construct(published, before=limit, env={"PYTHONDONTWRITEBYTECODE": "1"}))
    first, _, rest = error.partition("\n")
    assert first.startswith("Lecture ou écriture impossible : "), error
    assert first.endswith("le fichier serait plus gros que ce qui est permis).") or first.endswith(
        ": le fichier serait plus gros que ce qui est permis."
    ), error
    assert (code, out, rest) == (1, "", KEPT)
    _unchanged(published, before)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory, small_site: Path) -> Path:
    """A project that was built once, and whose site is to be made again."""
    project = project_of(tmp_path_factory.mktemp("plein") / "projet", SMALL)
    shutil.copytree(small_site, project / "site")
    return project


@pytest.mark.parametrize("rank", [0, 1, 2, 5, 20, 50, 100])
@pytest.mark.parametrize("way", ["write_bytes", "write_text", "mkdir"])
def test_a_full_disk_is_told_as_such_at_whatever_write(
    warm: Path, rank: int, way: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before, left = snapshot(warm / "site"), [rank]
    real: Callable[..., object] = getattr(Path, way)

    def full(path: Path, *given: object, **named: object) -> object:
        left[0] -= 1
        if left[0] < 0 and ".cache" not in str(path):
            raise OSError(28, "No space left on device", str(path))
        return real(path, *given, **named)

    monkeypatch.setattr(Path, way, full)
    code = main(["construire", "--racine", str(warm), "--date", AUJOURD_HUI.isoformat()])
    monkeypatch.undo()
    error = capsys.readouterr().err
    if code == 0:
        assert left[0] >= 0
        return
    assert code == 1
    assert error.startswith("Lecture ou écriture impossible : ")
    assert error.endswith(f" (il n'y a plus de place sur le disque).\n{KEPT}")
    assert error.count("\n") == 2
    _unchanged(warm, before)


def test_a_cache_that_takes_no_more_changes_nothing(
    published: Path, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "tempfile", SimpleNamespace(mkstemp=full))
    assert main(["construire", "--racine", str(published), "--date", AUJOURD_HUI.isoformat()]) == 0
    assert snapshot(published / "site") == snapshot(small_site)
    assert list((published / ".cache").iterdir()) == []


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("after", [0.0, 0.2, 0.6, 1.2, 2.0])
def test_told_to_end_it_says_so_and_tidies(published: Path, told: signal.Signals, after: float) -> None:
    """As a terminal tells it: to every process of the group at once; and once more while it is tidying."""
    before = snapshot(published / "site")
    program = construct(published)
    wait_until_it_listens(program)
    time.sleep(after)
    os.killpg(program.pid, told)
    time.sleep(0.02)
    os.killpg(program.pid, signal.SIGINT)
    code, out, error = ended(program)
    if code == 0:
        assert "Site construit" in out
    else:
        # Two signals that come while the system is at work are heard together, the least first.
        assert (code, out) in [(128 + told, ""), (128 + signal.SIGINT, "")]
        assert error in ("Interrompu.\n", f"Interrompu.\n{KEPT}")
    _unchanged(published, before)


def test_checking_told_to_end_says_so(published: Path) -> None:
    program = start("verifier", "--racine", published)
    wait_until_it_listens(program)
    program.send_signal(signal.SIGTERM)
    assert ended(program) == (143, "", "Interrompu.\n")


def test_a_project_named_from_elsewhere_is_the_same(project: Path, small_site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    near = os.path.relpath(project, elsewhere)
    code, out, error = ended(construct(Path(near), "--sortie", "public", cwd=elsewhere))
    assert (code, error) == (0, "")
    assert "Site construit dans public." in out
    assert snapshot(elsewhere / "public") == snapshot(small_site)


def test_without_utf_8_names_with_accents_are_what_they_are(tmp_path: Path) -> None:
    accented = project_of(tmp_path / "Démarche de l’Île", SMALL)
    (accented / "data/_fichiers").mkdir(exist_ok=True)
    sites = []
    bare = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for env in ({"LC_ALL": "C.UTF-8"}, bare):
        code, out, error = ended(construct(accented, env=env))
        assert (code, error) == (0, "")
        assert "Démarche de l’Île/site" in out
        sites.append(snapshot(accented / "site"))
        shutil.rmtree(accented / ".cache")
    assert sites[0] == sites[1]


@pytest.mark.parametrize(
    "name", ["content", "content/contribuer", "overrides", "data", "data/enjeux", "data/_fichiers"]
)
def test_a_folder_that_cannot_be_read_is_named(published: Path, name: str) -> None:
    before = snapshot(published / "site")
    folder = published / name
    folder.mkdir(exist_ok=True)
    folder.chmod(0)
    try:
        code, out, error = ended(
            construct(published, before=as_anybody, env={"PYTHONDONTWRITEBYTECODE": "1"})
        )
    finally:
        folder.chmod(0o755)
    assert (code, out) == (1, "")
    assert error == f"Lecture ou écriture impossible : {folder} (la permission manque).\n{KEPT}"
    _unchanged(published, before)


def test_a_place_that_cannot_be_written_is_named(published: Path) -> None:
    """The folder of the site stands where nobody may write."""
    before = snapshot(published / "site")
    published.chmod(0o555)
    try:
        code, out, error = ended(
            construct(published, before=as_anybody, env={"PYTHONDONTWRITEBYTECODE": "1"})
        )
    finally:
        published.chmod(0o755)
    assert (code, out) == (1, "")
    assert (
        error == f"Lecture ou écriture impossible : {published}/.site.verrou (la permission manque).\n{KEPT}"
    )
    _unchanged(published, before)


def _killed(project: Path, versions: list[dict[str, bytes]], times: int, chance: random.Random) -> None:
    """Kill builds at random moments: what stands there is always one of these sites, whole."""
    record = next((project / "data/enjeux").glob("*.yml"))
    texts = (record.read_text(encoding="utf-8"), _other(record))
    for turn in range(times):
        record.write_text(texts[turn % 2], encoding="utf-8")
        program = construct(project)
        time.sleep(chance.uniform(0.0, 3.0))
        (os.killpg if turn % 3 else os.kill)(program.pid, signal.SIGKILL)
        program.communicate()
        assert snapshot(project / "site") in versions, turn
    for text, version in zip(texts, versions, strict=True):
        record.write_text(text, encoding="utf-8")
        code, _, error = ended(construct(project))
        assert (code, error) == (0, "")
        _unchanged(project, version)
        assert not [path for path in (project / ".cache").iterdir() if path.name.startswith(".")]


def _other(record: Path) -> str:
    text = record.read_text(encoding="utf-8")
    return f'{text}mots_cles: ["garde-manger"]\n'


def _versions(project: Path) -> list[dict[str, bytes]]:
    """The two sites that a project may have."""
    record = next((project / "data/enjeux").glob("*.yml"))
    first = record.read_text(encoding="utf-8")
    found = []
    for text in (first, _other(record)):
        record.write_text(text, encoding="utf-8")
        assert ended(construct(project))[0] == 0
        found.append(snapshot(project / "site"))
        assert MARK in found[-1]
    record.write_text(first, encoding="utf-8")
    assert found[0] != found[1]
    return found


def test_killed_at_random_moments_it_leaves_a_whole_site(project: Path) -> None:
    _killed(project, _versions(project), 4, random.Random(12))


@pytest.mark.endurance
def test_killed_two_hundred_times_it_leaves_a_whole_site(project: Path) -> None:
    _killed(project, _versions(project), 200, random.Random(2026))


def test_two_builds_of_one_site_at_once_both_end_well(project: Path, small_site: Path) -> None:
    programs: list[subprocess.Popen[str]] = [construct(project) for _ in range(2)]
    for program in programs:
        code, _, error = ended(program)
        assert (code, error) == (0, "")
    _unchanged(project, snapshot(small_site))
