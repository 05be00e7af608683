"""Claire-voie under measure: a project of its own around the measured facts, and the commands to time.

Run as a command, it is `clairevoie` with the search index set apart, or the engine alone:
`python -m tests.bench.ours sans-recherche construire …`, `… chronometrer FICHIER construire …`,
`… chronometrer-sans-formats FICHIER construire …`, `… habiller …`.
"""

from __future__ import annotations

import importlib
import json
import re
import shutil
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.measure import PROJECT

_MODULE = [sys.executable, "-m", "tests.bench.ours"]
_LINK = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")
# The stages of a build that are measured apart, by the name of their sample: the module and the function of each.
_STAGES = {
    "index": ("clairevoie.publish.search.indexing", "index_entries"),
    "pages": ("clairevoie.merge", "_print"),
    "formats ouverts": ("clairevoie.publish.exports", "publish_exports"),
    "fils et calendriers": ("clairevoie.publish.abonnements", "write_followed"),
}
# The stages that write what programs read beside the pages, and the folders where they do.
_BESIDE = ("formats ouverts", "fils et calendriers")
BESIDE_PAGES = ("donnees", "flux", "calendriers")
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


def build_timed(root: Path, out: Path, day: Sequence[str], seconds: Path, formats: bool = True) -> list[str]:
    """The command of a whole build, which leaves in a file the seconds that some of its stages took.

    Without `formats`, nothing is written beside the pages for programs, and links to it are not followed.
    """
    what = "chronometrer" if formats else "chronometrer-sans-formats"
    return [*_MODULE, what, str(seconds), *_construct(root, out, day)]


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


def _without_search(arguments: Sequence[str]) -> int:
    """Run `clairevoie` without the search index."""
    from clairevoie import cli
    from clairevoie.publish.search import indexing

    called: list[bool] = []
    indexing.index_entries = lambda *given: called.append(True)  # type: ignore[assignment]
    status = cli.main(arguments)
    return status if status else _checked({"index": bool(called)}, status)


def _timed(arguments: Sequence[str], seconds: Path, formats: bool) -> int:
    """Run `clairevoie`, and leave in a file the seconds that each stage measured apart took, by its name."""
    from clairevoie import cli
    from clairevoie.publish import links

    if not formats:
        links.check_links = lambda *_: ()
        for name in _BESIDE:
            module, function = _STAGES[name]
            setattr(importlib.import_module(module), function, lambda *_: None)
    taken = dict.fromkeys(_STAGES, 0.0)
    for name, (module, function) in _STAGES.items():
        _time(importlib.import_module(module), function, taken, name)
    status = cli.main(arguments)
    seconds.write_text(json.dumps(taken))
    return _checked({name: bool(time) for name, time in taken.items()}, status)


def _time(module: Any, function: str, taken: dict[str, float], name: str) -> None:
    real = getattr(module, function)

    def timed(*given: Any) -> Any:
        before = time.perf_counter()
        try:
            return real(*given)
        finally:
            taken[name] += time.perf_counter() - before

    setattr(module, function, timed)


def _checked(called: Mapping[str, bool], status: int) -> int:
    """The status of a run; a build that no longer calls a stage that is measured apart says so."""
    lost = [".".join(_STAGES[name]) for name, is_called in called.items() if not is_called]
    if lost and not status:
        sys.exit(f"La construction n'appelle plus {', '.join(lost)} : tests/bench/ours.py est à revoir.")
    return status


def _dress(root: Path, out: Path) -> int:
    from clairevoie.publish.dressing import Engine

    Engine(root, out).wait()
    return 0


def _main(what: str, *rest: str) -> int:
    if what == "habiller":
        return _dress(Path(rest[0]), Path(rest[1]))
    if what.startswith("chronometrer"):
        return _timed(rest[1:], Path(rest[0]), what == "chronometrer")
    return _without_search(rest)


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
