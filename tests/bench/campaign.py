"""Rounds of measures: in each, every tool once, one after the other, so that a slow minute is slow for all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pagefind.service import get_executable

from tests.bench import ours, peer_hugo, peer_material
from tests.bench.browser import Serving, chromium, first_queries, page_weights, say
from tests.bench.ground import ORDINARY, Ground, Site
from tests.bench.measure import PROJECT, Sample, run, weigh
from tests.bench.phone import explorer, first_answers
from tests.bench.weight import heaviest_pages

# What was measured → one sample a round. Names are shown to people.
Samples = Mapping[str, list[Sample]]
Say = Callable[[str], None]
# The sample that also names the page.
HEAVIEST = "page la plus lourde"


def campaign(ground: Ground, rounds: int, tell: Say) -> Iterator[tuple[str, Sample]]:
    """Each sample of so many rounds, with its name; sizes in bytes (searches, pages) are measured once."""
    for number in range(1, rounds + 1):
        for name, sample in _round(ground, number):
            yield name, sample
            tell(f"{number}/{rounds} {name} : {sample.wall:.2f} s")
    yield from _in_browser(ground, rounds)


def _round(ground: Ground, number: int) -> Iterator[tuple[str, Sample]]:
    yield from _large(ground.large, ground.fast, number)
    if ORDINARY in ground.scratch and ground.fast != ground.scratch[ORDINARY]:
        yield from _on_ordinary_disk(ground.large, ground.scratch[ORDINARY])
    if ground.small is not None:
        yield from _small(ground.small, ground.fast)
    yield "phrase", Sample(_seconds_said_by("tests.bench.phrases"))
    yield (
        "habillage seul",
        _built(ours.dress(ground.large.root, ground.fast / "habit"), ground.fast / "habit"),
    )


def _large(site: Site, scratch: Path, number: int) -> Iterator[tuple[str, Sample]]:
    out = scratch / "site"
    ours.forget(site.root)
    yield "à froid", _built(ours.build(site.root, out, site.day), out)
    yield "plancher", _floor(out, scratch / "plancher")
    yield "hugo", _built(peer_hugo.build(site.hugo, scratch / "hugo"), scratch / "hugo")
    yield "à chaud", _built(ours.build(site.root, out, site.day), out)
    say(site.root, some_record(site), f"Fiche changée pour la mesure {number}.")
    yield "une fiche", run(ours.build(site.root, out, site.day), {})
    yield from _memory(site, scratch)
    ours.forget(site.root)
    yield "verifier à froid", run(ours.verify(site.root, site.day), {})
    yield "verifier à chaud", run(ours.verify(site.root, site.day), {})
    yield from _index(site, scratch)


def _memory(site: Site, scratch: Path) -> Iterator[tuple[str, Sample]]:
    ours.forget(site.root)
    yield "mémoire", _built(ours.build(site.root, scratch / "m", site.day), scratch / "m", watch=True)
    yield "mémoire de hugo", _built(peer_hugo.build(site.hugo, scratch / "m"), scratch / "m", watch=True)


def _index(site: Site, scratch: Path) -> Iterator[tuple[str, Sample]]:
    """The stages of a whole build measured apart, the index of our search among them; what another one makes again, and
    one without open formats; then Pagefind alone over the pages of the first."""
    out, seconds = scratch / "complet", scratch / "secondes"
    shutil.rmtree(out, ignore_errors=True)
    ours.forget(site.root)  # else the index of the same entries would be taken from an earlier build
    run(ours.build_timed(site.root, out, site.day, seconds), {})
    for name, taken in json.loads(seconds.read_text()).items():
        yield name, Sample(taken)
    before = _beside_pages(out)
    run(ours.build_timed(site.root, out, site.day, seconds), {})
    made_again = _beside_pages(out) - before
    yield "formats refaits", Sample(0, files=len(made_again))
    ours.forget(site.root)
    run(ours.build_timed(site.root, scratch / "sans", site.day, seconds, formats=False), {})
    yield "pages, sans formats", Sample(json.loads(seconds.read_text())["pages"])
    shutil.rmtree(scratch / "sans")
    alone = [
        str(get_executable()),
        "--site",
        str(out),
        "--output-path",
        str(scratch / "pagefind"),
        "--force-language",
        "fr",
    ]
    yield "pagefind seul", _built(alone, scratch / "pagefind")


def _beside_pages(out: Path) -> set[tuple[str, int, int]]:
    """The files written beside the pages for programs, as they are on the disk: one made again is another."""
    found = (path for name in ours.BESIDE_PAGES for path in (out / name).rglob("*") if path.suffix != ".html")
    return {(str(path), path.stat().st_mtime_ns, path.stat().st_ino) for path in found if path.is_file()}


def _on_ordinary_disk(site: Site, scratch: Path) -> Iterator[tuple[str, Sample]]:
    out = scratch / "site"
    ours.forget(site.root)
    yield "à froid, disque ordinaire", _built(ours.build(site.root, out, site.day), out)
    yield "plancher, disque ordinaire", _floor(out, scratch / "plancher")
    yield "hugo, disque ordinaire", _built(peer_hugo.build(site.hugo, scratch / "hugo"), scratch / "hugo")


def _small(site: Site, scratch: Path) -> Iterator[tuple[str, Sample]]:
    ours.forget(site.root)
    yield "petit, à froid", _built(ours.build(site.root, scratch / "p", site.day), scratch / "p")
    yield "petit, hugo", _built(peer_hugo.build(site.hugo, scratch / "p"), scratch / "p")
    if site.material is not None:
        yield "petit, material", _built(peer_material.build(site.material, scratch / "p"), scratch / "p")


def _built(command: list[str], out: Path, watch: bool = False) -> Sample:
    """A build into a folder that was not there, and the weight of what it made."""
    shutil.rmtree(out, ignore_errors=True)
    sample = run(command, {"NO_MKDOCS_2_WARNING": "1"}, watch)
    size, files = weigh(out)
    return replace(sample, size=size, files=files)


def _floor(source: Path, target: Path) -> Sample:
    shutil.rmtree(target, ignore_errors=True)
    seconds = _seconds_said_by("tests.bench.floor", str(source), str(target))
    size, files = weigh(target)
    return Sample(seconds, size=size, files=files)


def _seconds_said_by(module: str, *arguments: str) -> float:
    """What a measure that times itself prints."""
    command = [sys.executable, "-m", module, *arguments]
    said = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=True)
    return float(said.stdout)


def some_record(site: Site) -> str:
    """The record to edit: `projets/…`, the first by name."""
    return f"projets/{sorted(path.stem for path in (site.root / 'data/projets').glob('[a-z]*.yml'))[0]}"


def _in_browser(ground: Ground, rounds: int) -> Iterator[tuple[str, Sample]]:
    built = ground.fast / "complet"
    with chromium() as browser:
        for size in first_queries(browser, built):
            yield "recherche", Sample(0, size=size)
        for seconds in first_answers(browser, built):
            yield "réponse", Sample(seconds)
        for _ in range(rounds):
            for seconds, moved in explorer(browser, built):
                yield "explorer", Sample(seconds, moved=moved)
        for name, size in page_weights(browser, built).items():
            yield f"page de {name}", Sample(0, size=size)
        for size, page in heaviest_pages(built)[:1]:
            yield f"{HEAVIEST} : {page}", Sample(0, size=size)
        serving = Serving(browser, ground.large.root, ground.fast)
        try:
            for number in range(1, rounds + 1):
                sentence = f"Fiche changée et servie {number} fois."
                yield "servir", Sample(serving.edit(some_record(ground.large), sentence))
        finally:
            serving.close()
