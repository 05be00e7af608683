"""At twice the size, on a phone, text wraps: nothing is cut, on top of something else, or past the edge."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.aides.genres import PAGES

_PHONE = {"width": 360, "height": 740}
# Two ways to enlarge: all that follows the size of text, spaces too; or text alone.
_WAYS = {
    "taille": "document.documentElement.style.fontSize = '200%'",
    "texte-seul": """() => {
      const all = [...document.querySelectorAll("body, body *")];
      const sizes = all.map((one) => parseFloat(getComputedStyle(one).fontSize));
      all.forEach((one, rank) => one.style.setProperty("font-size", `${2 * sizes[rank]}px`, "important"));
    }""",
}
_UNFOLD = """() => {
  for (const fold of document.querySelectorAll("main details, .menu")) fold.open = true;
}"""
# Words of drawings are measured where they are drawn; the others, line by line.
_ON_TOP = """() => {
  const isHeardOnly = (one) => one && (getComputedStyle(one).clipPath !== "none" || isHeardOnly(one.parentElement));
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, around = text.parentElement;
    if (!text.data.trim() || around.closest("svg, .aller-au-contenu, option") || isHeardOnly(around)) continue;
    if (!around.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom, height } of range.getClientRects()) {
      if (right - left > 2) boxes.push({ text, left, right, top: top + height / 4, bottom: bottom - height / 4 });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const found = [];
  boxes.forEach((one, rank) => {
    for (let next = rank + 1; next < boxes.length && boxes[next].top < one.bottom; next++) {
      const other = boxes[next];
      const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (shared > 2) found.push(`${one.text.data.trim().slice(0, 40)} / ${other.text.data.trim().slice(0, 40)}`);
    }
  });
  return found.slice(0, 8);
}"""
_CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { overflowX, overflowY, position } = getComputedStyle(one);
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  if (position === "absolute" || one.closest("svg, thead, .invisible") || !one.checkVisibility()) return false;
  return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1)
    || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
}).map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 60)}`).slice(0, 8)"""
_OUTSIDE = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { right, width } = one.getBoundingClientRect();
  return width && right > innerWidth + 1 && !one.closest("svg, [role=region], .tableau, .invisible, pre, thead");
}).map((one) => `${one.tagName} ${one.className}`).slice(0, 8)"""


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("name", PAGES)
def test_text_twice_as_large_wraps_and_is_whole(page: Page, address: str, name: str, way: str) -> None:
    page.set_viewport_size(_PHONE)
    page.goto(address + PAGES[name], wait_until="networkidle")
    page.evaluate(_UNFOLD)
    page.evaluate(_WAYS[way])
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= _PHONE["width"]
    assert page.evaluate(_CUT) == []
    assert page.evaluate(_ON_TOP) == []
