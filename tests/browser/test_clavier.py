"""The keyboard alone reaches everything, on a wide screen, on a phone, and at 400 %; what has the focus is seen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.aides.genres import PAGES

WIDE, PHONE, ZOOMED = (1280, 740), (360, 740), (320, 256)
_MANY = 1500
# What the focus is on: where, how it is outlined (the box of a drawing outlines itself), what is on top of it.
_STOP = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  one.dataset.reached = "";
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const boxes = [...one.getClientRects()];
  const on = boxes.map((box) => document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  const style = getComputedStyle(one);
  const drawn = one.closest("svg") && one.querySelector("rect, circle, path");
  const ring = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  return {
    what: one.outerHTML.slice(0, 140),
    ring: Math.max(ring, drawn ? parseFloat(getComputedStyle(drawn).strokeWidth) : 0),
    seen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    clear: on.some((top) => top && (one.contains(top) || top.contains(one))),
  };
}"""
_MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]") && !one.disabled)
  .filter((one) => !(one.type === "radio" && document.querySelector(`[name="${one.name}"][data-reached]`)))
  .filter((one) => !("reached" in one.dataset)).map((one) => one.outerHTML.slice(0, 140))"""


def _walk(page: Page) -> list[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page to its end."""
    stops = []
    for _ in range(_MANY):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError("La touche Tab ne vient pas à bout de la page.")


@pytest.mark.parametrize("screen", [WIDE, PHONE, ZOOMED])
@pytest.mark.parametrize(
    "name", ["projet", "demarche-a-gouvernance", "explorer", "calendrier", "ligne-du-temps"]
)
def test_tab_reaches_everything_and_shows_where_it_is(
    page: Page, address: str, name: str, screen: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    page.goto(address + PAGES[name])
    page.wait_for_load_state("networkidle")
    stops = _walk(page)
    assert "aller-au-contenu" in stops[0]["what"]
    assert page.evaluate(_MISSED) == []
    assert [stop for stop in stops if stop["ring"] < 2 or not stop["seen"] or not stop["clear"]] == []


def test_the_first_link_leads_to_the_contents(page: Page, address: str) -> None:
    page.goto(address + PAGES["plan"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_is_opened_walked_and_left_with_the_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(address + PAGES["plan"])
    button = page.locator(".menu__bouton")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.menu__bouton')"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    links = page.locator(".navigation__lien")
    expect(links.first).to_be_focused()
    for _ in range(links.count()):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    button.focus()
    page.keyboard.press("Space")
    expect(links.first).to_be_hidden()


def test_the_filters_are_chosen_with_the_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(address + PAGES["explorer"])
    expect(page.locator(".explorer__filtres")).not_to_have_attribute("inert", "")
    page.locator(".explorer__repli summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".explorer__case input:checked")).to_have_count(1)
    expect(page).to_have_url(f"{address}{PAGES['explorer']}?type=projets")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_for_who_asks_for_no_motion(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + PAGES[name])
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("*")].flatMap((one) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
          const all = `${transitionDuration}, ${animationDuration}`.split(", ").map(parseFloat);
          return scrollBehavior === "smooth" ? [1] : all;
        }))"""
    )
    assert longest <= 0.001
    context.close()
