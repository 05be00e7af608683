"""Claire-voie under measure: a project of its own around the measured facts, and the commands to time.

Run as a command, it is `clairevoie` with the search index set apart, or the engine alone:
`python -m tests.bench.ours sans-recherche construire …`, `… chronometrer FICHIER construire …`, `… habiller …`.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.measure import PROJECT

_MODULE = [sys.executable, "-m", "tests.bench.ours"]
_LINK = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")
_LEFT = shutil.ignore_patterns("__pycache__", ".*")


def make_root(folder: Path, data: Path) -> Path:
    """A project like this one, with the facts of `data`; its written pages cite no record of ours."""
    folder.mkdir(parents=True)
    shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in ("content", "overrides", "hooks"):
        shutil.copytree(PROJECT / name, folder / name, ignore=_LEFT)
    shutil.copytree(data, folder / "data", ignore=_LEFT)
    for page in (folder / "content").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_LINK.sub(lambda m: m.group(2) or m.group(1), text), encoding="utf-8")
    return folder


def build(root: Path, out: Path, day: Sequence[str]) -> list[str]:
    """The command of a build without its search index."""
    return [*_MODULE, "sans-recherche", *_construct(root, out, day)]


def build_timed(root: Path, out: Path, day: Sequence[str], seconds: Path) -> list[str]:
    """The command of a whole build, which leaves in a file the seconds that the search index took."""
    return [*_MODULE, "chronometrer", str(seconds), *_construct(root, out, day)]


def _construct(root: Path, out: Path, day: Sequence[str]) -> list[str]:
    return ["construire", "--racine", str(root), "--sortie", str(out), *day]


def verify(root: Path, day: Sequence[str]) -> list[str]:
    """The command of the checker."""
    return [sys.executable, "-m", "clairevoie", "verifier", "--racine", str(root), *day]


def dress(root: Path, out: Path) -> list[str]:
    """The command that runs the engine alone."""
    return [*_MODULE, "habiller", str(root), str(out)]


def forget(root: Path) -> None:
    """Make the next run a cold one: nothing is left of what earlier runs kept beside the facts."""
    shutil.rmtree(root / ".cache", ignore_errors=True)


def _apart(arguments: Sequence[str], seconds: Path | None) -> int:
    """Run `clairevoie`: without the search index, or with it and its time left in a file."""
    from clairevoie import cli
    from clairevoie.publish.search import indexing

    real, taken = indexing.index_entries, []

    def index_entries(*given: Any) -> None:
        before = time.perf_counter()
        if seconds is not None:
            real(*given)
        taken.append(time.perf_counter() - before)

    indexing.index_entries = index_entries  # type: ignore[assignment]
    status = cli.main(arguments)
    if not status and not taken:
        sys.exit("La construction n'appelle plus search.index_entries : tests/bench/ours.py est à revoir.")
    if seconds is not None:
        seconds.write_text(str(sum(taken)))
    return status


def _dress(root: Path, out: Path) -> int:
    from clairevoie.publish.dressing import Engine

    Engine(root, out).wait()
    return 0


def _main(what: str, *rest: str) -> int:
    if what == "habiller":
        return _dress(Path(rest[0]), Path(rest[1]))
    if what == "chronometrer":
        return _apart(rest[1:], Path(rest[0]))
    return _apart(rest, None)


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
