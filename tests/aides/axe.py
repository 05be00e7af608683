"""What axe-core finds on a page. Everything folded is unfolded first: what is folded is not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_ASK = """async (asked) => {
  const { violations } = await axe.run({ resultTypes: ["violations"], preload: false, selectors: false, ...asked });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} : ${node.html.slice(0, 160)}`));
}"""
_UNFOLD = "document.querySelectorAll('main details').forEach((fold) => (fold.open = true))"


def look_with_axe(page: Page, url: str) -> None:
    """Open a page with axe-core in it."""
    page.goto(url)
    page.evaluate(Axe().axe_script)


def unfold(page: Page) -> None:
    """Open all that is folded in what the page says."""
    page.evaluate(_UNFOLD)


def faults(page: Page, width: int, asked: Mapping[str, Any]) -> list[str]:
    """What axe-core finds at that width, with these options."""
    page.set_viewport_size({"width": width, "height": 740})
    return [f"{width} px, {fault}" for fault in page.evaluate(_ASK, dict(asked))]
