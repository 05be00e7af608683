"""What one sees of the generated sets: nothing wider than the screen, no endless drawing, nothing that axe refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from clairevoie.model import COLLECTIONS
from tests.aides.axe import faults, look_with_axe
from tests.jeux.conftest import Address, Project
from tests.jeux.jeux import BUILT, LOOKED_AT

pytestmark = pytest.mark.navigateur

HEIGHT, SCREENS = 740, 3
# Pages that gather all the records, beside the lists of the collections.
GATHERED = ("", "argent/", "calendrier/", "frise/", "explorer/", "index-a-z/", "qualite-des-donnees/")
_TALL = """limit => [...document.querySelectorAll("main svg")]
  .map((one) => [Math.round(one.getBoundingClientRect().height), one.closest("[class]").className.baseVal ?? ""])
  .filter(([height]) => height > limit)"""
_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("main *")]
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => one.outerHTML.slice(0, 160)).slice(-3);
}"""


def _heaviest(site: Path, folder: str) -> str | None:
    """The richest page of a collection."""
    pages = [*(site / folder).glob("*/index.html")]
    best = max(pages, key=lambda page: (page.stat().st_size, page.as_posix()), default=None)
    return f"{best.parent.relative_to(site).as_posix()}/" if best else None


def _pages(site: Path) -> list[str]:
    richest = filter(None, (_heaviest(site, name) for name in COLLECTIONS))
    lists = (f"{name}/" for name in COLLECTIONS)
    return [page for page in (*GATHERED, *lists, *richest) if (site / page / "index.html").exists()]


@pytest.mark.parametrize(("name", "total"), BUILT)
def test_nothing_is_wider_than_a_phone_nor_a_drawing_taller_than_three_screens(
    page: Page, built: Project, address: Address, name: str, total: int
) -> None:
    seen = {}
    for where in _pages(built(name, total)):
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
        page.goto(address(name, total) + where)
        told = {1280: page.evaluate(_TALL, HEIGHT * SCREENS)}
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            told[width] = page.evaluate(_WIDE) + page.evaluate(_TALL, HEIGHT * SCREENS)
        seen |= {f"{where} à {width} px": faults for width, faults in told.items() if faults}
    assert seen == {}


@pytest.mark.parametrize(("name", "total"), LOOKED_AT)
def test_axe_has_nothing_to_say_of_the_richest_pages(
    page: Page, built: Project, address: Address, name: str, total: int
) -> None:
    site = built(name, total)
    told = {}
    for where in filter(None, (_heaviest(site, collection) for collection in COLLECTIONS)):
        look_with_axe(page, address(name, total) + where)
        told[where] = faults(page, 360, {})
    assert {where: said for where, said in told.items() if said} == {}
