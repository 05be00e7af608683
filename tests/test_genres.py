"""No kind of page is left out of what is checked and photographed."""

from __future__ import annotations

from pathlib import Path

from clairevoie.model import COLLECTIONS
from tests.aides.genres import PAGES

# Short addresses, which hold nothing but the way to a page.
_SENT_ON = {"t", "e"}


def test_every_folder_of_the_site_that_holds_pages_has_a_page_of_its_kind(built_site: Path) -> None:
    folders = {path.parent.relative_to(built_site) for path in built_site.rglob("*.html")}
    kinds = {folder.parts[0] for folder in folders if folder.parts} - _SENT_ON
    assert kinds == {page.split("/")[0] for page in PAGES.values() if page.endswith("/")}


def test_every_collection_has_its_list_and_one_of_its_records(built_site: Path) -> None:
    collections = {path.parent.name for path in (built_site / "donnees").rglob("*.yml")}
    assert collections == set(COLLECTIONS)
    for collection in collections:
        assert f"{collection}/" in PAGES.values()
        assert any(page.startswith(f"{collection}/") and page.count("/") == 2 for page in PAGES.values())
