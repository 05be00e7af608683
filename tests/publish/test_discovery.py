"""Search engines are told of the pages that people may find, each with its true day; browsers, how to ask the site."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clairevoie.pages import Reglages
from clairevoie.publish import discovery
from clairevoie.publish.discovery import write_discovery
from tests.conftest import BASE

SITE = Reglages("https://exemple.test/", "Un nom plus long que ce qui se montre & plus")
_XMLNS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_OPEN = "{http://a9.com/-/spec/opensearch/1.1/}"


def _written(folder: Path, *pages: str, site: Reglages = SITE, **changed: date) -> Mapping[str, str]:
    """The files that a site with these pages gets; `plans__plan` stands for `plans/plan`."""
    for page in pages:
        (folder / page).mkdir(parents=True, exist_ok=True)
        (folder / page / "index.html").touch()
    days = {name.replace("__", "/"): day for name, day in changed.items()}
    write_discovery(folder, site, days, {"plans/parti"})
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.is_file()}


def _places(text: str) -> list[tuple[str, str | None]]:
    return [
        (one.findtext(f"{_XMLNS}loc", ""), one.findtext(f"{_XMLNS}lastmod")) for one in ET.fromstring(text)
    ]


def test_each_page_is_told_with_the_day_its_facts_last_changed_and_parts_with_that_of_the_record(
    tmp_path: Path,
) -> None:
    found = _written(
        tmp_path, "", "plans", "plans/plan", "plans/plan/objectif/1", plans__plan=date(2026, 2, 1)
    )
    assert _places(found["sitemap.xml"]) == [
        ("https://exemple.test/", None),
        ("https://exemple.test/plans/", None),
        ("https://exemple.test/plans/plan/", "2026-02-01"),
        ("https://exemple.test/plans/plan/objectif/1/", "2026-02-01"),
    ]


def test_a_withdrawn_record_is_told_to_nobody(tmp_path: Path) -> None:
    assert "parti" not in "".join(_written(tmp_path, "plans/parti", "plans/parti/objectif").values())


def test_many_pages_are_told_in_several_maps_and_one_list_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "_MOST", 2)
    found = _written(
        tmp_path, "plans/a", "plans/b", "plans/c", plans__a=date(2026, 1, 1), plans__b=date(2026, 2, 1)
    )
    assert _places(found["sitemap.xml"]) == [
        ("https://exemple.test/sitemap-1.xml", "2026-02-01"),
        ("https://exemple.test/sitemap-2.xml", None),
    ]
    assert [url for url, _ in _places(found["sitemap-2.xml"])] == ["https://exemple.test/plans/c/"]


def test_robots_are_told_where_the_map_is_by_a_site_at_the_root_of_its_host_only(tmp_path: Path) -> None:
    assert "Sitemap: https://exemple.test/sitemap.xml" in _written(tmp_path / "racine", "")["robots.txt"]
    below = Reglages("https://exemple.test/claire-voie/", "Claire-voie")
    assert "robots.txt" not in _written(tmp_path / "dessous", "", site=below)


def test_a_browser_learns_to_search_the_site_by_an_address(tmp_path: Path) -> None:
    root = ET.fromstring(_written(tmp_path, "")["opensearch.xml"])
    assert root.find(f"{_OPEN}Url").attrib["template"] == "https://exemple.test/index-a-z/?q={searchTerms}"  # type: ignore[union-attr]
    assert root.findtext(f"{_OPEN}ShortName") == "Un nom plus long"
    assert (root.findtext(f"{_OPEN}LongName") or "").startswith("Un nom plus long que ce qui se montre & p")


def test_a_site_without_address_tells_nothing_of_itself(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("celui du moteur")
    assert _written(tmp_path, "", site=Reglages("", "Claire-voie")) == {"index.html": ""}


def test_every_page_of_the_built_site_says_its_own_address_and_the_map_has_those_that_stay(
    built_site: Path,
) -> None:
    text = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    told = {url.removeprefix(BASE) for url, _ in _places(text)}
    for path in built_site.rglob("*.html"):
        if {"cartes", "recherche"} & set(path.parts):
            continue
        page = path.read_text(encoding="utf-8")
        address = path.relative_to(built_site).as_posix().removesuffix("index.html")
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', page)
        if address == "404.html":
            assert canonical == []
        elif '<meta name="robots" content="noindex">' in page:
            assert address not in told
            assert len(canonical) == 1
        else:
            assert canonical == [f"{BASE}{address}"]
            assert (address in told) == ("Page retirée" not in page), address
