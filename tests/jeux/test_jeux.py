"""Communities of other kinds and sizes than those of the site: their facts are accepted, and their pages hold."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path

import brotli
import pytest

from clairevoie.build import check
from clairevoie.model import COLLECTIONS
from clairevoie.problems import Niveau
from tests.aides.sites import AUJOURD_HUI
from tests.jeux.conftest import Project
from tests.jeux.jeux import BUILT, SETS, SIZES

WEIGHT = 60_000
LINKS = 3
_LINK = re.compile(r'href="([^"#?]*)')


@pytest.mark.parametrize("total", SIZES)
@pytest.mark.parametrize("name", SETS)
def test_the_checker_has_nothing_to_say_of_the_facts(written: Project, name: str, total: int) -> None:
    project = written(name, total)
    told = check(project, project / "data", AUJOURD_HUI)
    assert [str(problem) for problem in told if problem.niveau is not Niveau.INFORMATION] == []


@pytest.mark.parametrize("name", SETS)
def test_the_same_size_gives_the_same_records(name: str) -> None:
    assert SETS[name](50) == SETS[name](50)


@pytest.mark.parametrize(("name", "total"), BUILT)
def test_no_page_is_heavy(built: Project, name: str, total: int) -> None:
    site = built(name, total)
    largest = sorted(site.rglob("*.html"), key=lambda page: -page.stat().st_size)[:8]
    weights = {str(page.relative_to(site)): len(brotli.compress(page.read_bytes())) for page in largest}
    assert {page: weight for page, weight in weights.items() if weight > WEIGHT} == {}


@pytest.mark.parametrize(("name", "total"), BUILT)
def test_everything_is_at_most_three_links_away_without_script(built: Project, name: str, total: int) -> None:
    links = dict(_links(built(name, total)))
    near = {start: _within(start, links) for start in {_start(page) for page in links}}
    assert sorted(page for page in links if page not in near[_start(page)]) == []


def _start(page: str) -> str:
    """From where a page is looked for: a record from its list, the others from the page above."""
    first, *others = page.rstrip("/").split("/")
    if first in COLLECTIONS and len(others) > 1:
        return f"{first}/{others[0]}/"
    return f"{first}/" if others else ""


def _links(site: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Each page, and the pages to which what it says leads; of the home page, its menu and its foot too."""
    for path in site.rglob("index.html"):
        page = path.parent.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8")
        if "<a data-suite " in text:
            continue  # an address that leads elsewhere
        body = text.partition("<main")[2].partition("</main>")[0] if page != "." else text
        base = path.parent
        found = {_target(base, link, site) for link in _LINK.findall(body) if link and ":" not in link}
        yield ("" if page == "." else f"{page}/"), frozenset(found)


def _target(base: Path, link: str, site: Path) -> str:
    parts: list[str] = []
    for part in (*base.relative_to(site).parts, *link.split("/")):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) + "/" if parts else ""


def _within(start: str, links: Mapping[str, frozenset[str]]) -> set[str]:
    """The pages that LINKS links or fewer lead to."""
    seen = {start: 0}
    waiting = deque([start])
    while waiting:
        page = waiting.popleft()
        if seen[page] == LINKS:
            continue
        for other in links.get(page, ()):
            if other not in seen:
                seen[other] = seen[page] + 1
                waiting.append(other)
    return set(seen)
