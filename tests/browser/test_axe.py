"""What axe-core finds on every kind of page, in both themes, on small and large screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.aides.axe import faults, look_with_axe, unfold
from tests.aides.genres import PAGES

WIDTHS = (320, 360, 1280)
# Nothing changes its colours between a narrow phone and another.
DARK_WIDTHS = (360, 1280)
# In the light, every rule that is on by default, and the size of targets. The dark changes colours alone:
# same elements, same places, so only the rules that look at colours are asked again.
_ASKED = {
    "light": {"rules": {"target-size": {"enabled": True}}},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
}


@pytest.fixture(scope="module", params=["light", "dark"])
def themed(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page kept for all the addresses, in one theme, with axe-core in it and nothing that moves."""
    context = browser.new_context(color_scheme=request.param, reduced_motion="reduce")
    page = context.new_page()
    yield page
    context.close()


def _faults(page: Page, width: int) -> list[str]:
    return faults(page, width, _ASKED["dark" if _is_dark(page) else "light"])


def _is_dark(page: Page) -> bool:
    return bool(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_to_say(themed: Page, address: str, name: str) -> None:
    look_with_axe(themed, address + PAGES[name])
    unfold(themed)
    widths = DARK_WIDTHS if _is_dark(themed) else WIDTHS
    assert [fault for width in widths for fault in _faults(themed, width)] == []


def _search(page: Page) -> None:
    page.get_by_role("searchbox", name="Chercher").fill("logement")
    page.get_by_text("Préciser", exact=True).click()
    expect(page.locator(".recherche__choix option").nth(2)).to_be_attached()


def _menu(page: Page) -> None:
    page.get_by_text("Menu", exact=True).click()


@pytest.mark.parametrize(("act", "widths"), [(_search, WIDTHS), (_menu, WIDTHS[:2])])
def test_nor_with_the_search_or_the_menu_open(
    themed: Page, address: str, act: Callable[[Page], None], widths: tuple[int, ...]
) -> None:
    themed.set_viewport_size({"width": widths[0], "height": 740})
    look_with_axe(themed, address + PAGES["plan"])
    act(themed)
    assert [fault for width in widths for fault in _faults(themed, width)] == []
