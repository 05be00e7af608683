"""Nothing moves under the thumb: while a page comes, on a phone and with fonts late, what is shown stays in place."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.aides.genres import PAGES

# What a page may move of its screen at most; browsers call 0.1 good.
SHIFT = 0.02
_LATE = 0.3
_WATCH = """
window.shifted = [0];
new PerformanceObserver((seen) => {
  for (const shift of seen.getEntries()) {
    if (shift.hadRecentInput) continue;
    shifted[0] += shift.value;
    shifted.push(...shift.sources.map(({ node }) => node?.className || node?.nodeName));
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone on which fonts come once the page is drawn."""

    def late(route: Route) -> None:
        time.sleep(_LATE)
        route.continue_()

    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.route("**/*.woff2", late)
    page = context.new_page()
    page.add_init_script(_WATCH)
    yield page
    context.close()


def _shift(page: Page, url: str) -> tuple[float, set[str]]:
    """How much moved while a page came, and what did."""
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    moved, *what = page.evaluate("shifted")
    return moved, set(what)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_while_a_page_comes(phone: Page, address: str, name: str) -> None:
    moved, what = _shift(phone, address + PAGES[name])
    assert moved <= SHIFT, what


@pytest.mark.parametrize("asked", ["?type=projets", "?texte=journal", "?texte=xyzzy"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_an_address_asks_for_something(
    phone: Page, address: str, asked: str, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.route("**/explorer/*.json", lambda route: (time.sleep(_LATE), route.continue_())[1])
    moved, what = _shift(phone, f"{address}explorer/{asked}")
    assert moved <= SHIFT, what
