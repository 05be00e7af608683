"""Colours imposed by the system: every word can still be read, every drawing is still drawn, the menu says where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.aides.genres import PAGES

# The words that have the colour of what is behind them, and the shapes that have neither fill nor line;
# a halo has the colour of the page on purpose, to part two lines that cross.
# Not asked of axe: it reads the colour of words where the browser does not put the imposed one.
_GONE = """() => {
  const clear = (paint) => paint === "none" || /^rgba.*, 0\\)$/.test(paint);
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!clear(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const worded = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const gone = (one) => {
    const { color, fill, stroke } = getComputedStyle(one);
    const paints = one.closest("svg") ? [fill, stroke] : [color];
    return paints.every((paint) => clear(paint) || paint === behind(one.closest("svg") ?? one));
  };
  const shapes = "svg :is(rect, circle, ellipse, line, path, polygon)";
  return [...document.querySelectorAll("body *")]
    .filter((one) => (one.matches(shapes) || worded(one)) && !one.closest("title, desc, defs, script"))
    .filter((one) => one.checkVisibility() && gone(one) && !one.matches("[class$='__halo']"))
    .map((one) => one.outerHTML.slice(0, 160));
}"""
_UNFOLD = "document.querySelectorAll('main details').forEach((fold) => (fold.open = true))"
_UNDER = "links => links.map((link) => getComputedStyle(link).borderBlockEndColor)"


@pytest.fixture(params=["light", "dark"])
def imposed(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(forced_colors="active", color_scheme=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "name",
    [
        "accueil",
        "demarche",
        "demarche-a-gouvernance",
        "projet",
        "plan",
        "argent",
        "ligne-du-temps",
        "explorer",
    ],
)
def test_no_word_and_no_shape_is_lost(imposed: Page, address: str, name: str) -> None:
    imposed.goto(address + PAGES[name])
    imposed.evaluate(_UNFOLD)
    assert imposed.evaluate(_GONE) == []


def test_the_menu_underlines_only_where_one_is(imposed: Page, address: str) -> None:
    imposed.goto(address + PAGES["argent"])
    here = set(imposed.locator(".navigation__lien[aria-current]").evaluate_all(_UNDER))
    elsewhere = set(imposed.locator(".navigation__lien:not([aria-current])").evaluate_all(_UNDER))
    assert here
    assert not here & elsewhere
