"""Nothing is wider than a screen of 320 px, whatever one types without a space, in any place of any page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.aides.genres import PAGES

# Every text becomes one word of 144 letters, but in drawings, whose words are measured before they are drawn, and where
# the words are ours, or short: states, counts, deadlines that are kept on one line.
_TYPE = """() => {
  const OURS = "svg, option, script, .invisible, .etat, .liste-groupee__compte, .explorer__nombre, "
    + ".echeance__phrase--courte"
  for (const fold of document.querySelectorAll("main details")) fold.open = true
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  for (const text of texts) {
    if (text.data.trim() && !text.parentElement.closest(OURS)) text.data = "m".repeat(144)
  }
}"""
_WIDER = """() => [...document.querySelectorAll("main *")].filter(one => {
  const box = one.getBoundingClientRect()
  return box.width && box.right > innerWidth + 1 && !one.closest("svg, [role=region], .tableau, .invisible")
}).map(one => `${one.tagName} ${one.getAttribute("class")}`).slice(0, 8)"""
_CLIPPED = """() => [...document.querySelectorAll("main *")].filter(one => {
  const style = getComputedStyle(one)
  return ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1
    && style.position !== "absolute" && !one.closest("svg, thead")
}).map(one => `${one.tagName} ${one.getAttribute("class")}`).slice(0, 8)"""


@pytest.mark.parametrize("name", PAGES)
def test_a_word_of_144_letters_in_every_place_widens_no_page(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + PAGES[name])
    page.evaluate(_TYPE)
    assert page.evaluate(_WIDER) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert page.evaluate(_CLIPPED) == []
