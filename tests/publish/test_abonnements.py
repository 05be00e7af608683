"""What people follow from elsewhere is sound, and leads back to pages and anchors that are there."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote

import feedparser  # type: ignore[import-untyped]
from icalendar import Calendar

from tests.conftest import BASE


def _leads(site: Path, url: str) -> bool:
    """Whether an address of the site leads to a page, and to an anchor of it when it has one."""
    path, _, anchor = unquote(html.unescape(url)).removeprefix(BASE).partition("#")
    page = site / path / "index.html" if path.endswith("/") or not path else site / path
    return page.is_file() and (not anchor or f'id="{anchor}"' in page.read_text(encoding="utf-8"))


def test_every_feed_is_read_and_each_of_its_links_leads_somewhere(built_site: Path) -> None:
    feeds = sorted((built_site / "flux").rglob("*.atom"))
    assert feeds
    urls = set()
    for path in feeds:
        found = feedparser.parse(path.read_text(encoding="utf-8"))
        assert not found.bozo, path
        urls |= {found.feed.link, *(link.href for link in found.feed.links)}
        for entry in found.entries:
            urls |= {entry.link, *re.findall(r'href="([^"]*)"', entry.content[0].value)}
    inside = sorted(url for url in urls if url.startswith(BASE))
    assert [url for url in inside if not _leads(built_site, url)] == []
    assert any("#action" in url for url in inside)


def test_every_feed_has_its_twin_in_json(built_site: Path) -> None:
    for path in (built_site / "flux").rglob("*.atom"):
        said = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        entries = feedparser.parse(path.read_text(encoding="utf-8")).entries
        assert [one["id"] for one in said["items"]] == [entry.id for entry in entries]


def test_every_calendar_is_read_and_each_of_its_entries_leads_somewhere(built_site: Path) -> None:
    calendars = sorted(built_site.rglob("*.ics"))
    assert len(calendars) > 3
    events = [one for path in calendars for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
    assert events
    assert [one["URL"] for one in events if not _leads(built_site, str(one["URL"]))] == []
