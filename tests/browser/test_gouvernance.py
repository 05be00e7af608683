"""Who decides, on a phone and without a mouse: the drawing can be read, and each of its boxes leads somewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

DEMARCHE = "demarches/cercle-des-anses/"
DRAWING = "Les comités et ce qui les relie"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_drawing_is_whole_and_its_smallest_words_can_be_read(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(address + DEMARCHE)
    drawing = page.get_by_role("group", name=DRAWING)
    box = drawing.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    shown = drawing.evaluate("svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width")
    assert 14 * shown >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_words_fit_in_their_boxes_with_the_font_of_the_site(page: Page, address: str) -> None:
    page.goto(address + DEMARCHE)
    page.evaluate("document.fonts.ready")
    overflowing = page.get_by_role("group", name=DRAWING).evaluate(
        """svg => [...svg.querySelectorAll(".organigramme__case")].filter(one => {
             const [box, text] = ["rect", "text"].map(name => one.querySelector(name).getBBox())
             return text.x < box.x || text.x + text.width > box.x + box.width
               || text.y < box.y || text.y + text.height > box.y + box.height
           }).map(one => one.textContent)"""
    )
    assert overflowing == []


def test_a_box_has_the_name_of_its_comite_and_leads_to_its_page_from_the_keyboard(
    page: Page, address: str
) -> None:
    page.goto(address + DEMARCHE)
    box = page.get_by_role("group", name=DRAWING).get_by_role("link", name="Conseil du Cercle")
    expect(box).to_have_accessible_name("Conseil du Cercle Actif De 4 à 6 rencontres par année")
    edge = "box => getComputedStyle(box.querySelector('rect')).strokeWidth"
    quiet = box.evaluate(edge)
    page.get_by_role("group", name=DRAWING).get_by_role("link").first.focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if box.evaluate("one => one === document.activeElement"):
            break
    expect(box).to_be_focused()
    assert box.evaluate(edge) > quiet
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Conseil du Cercle")
    expect(page.get_by_role("group", name="Ce comité et ceux qui lui sont reliés")).to_be_visible()


def test_the_drawing_is_there_without_scripts_and_when_the_system_chooses_the_colours(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, forced_colors="active")
    page = context.new_page()
    page.goto(address + DEMARCHE)
    drawing = page.get_by_role("group", name=DRAWING)
    line, paper = (
        drawing.locator(one).first.evaluate("one => getComputedStyle(one).stroke")
        for one in (".organigramme__trait", ".organigramme__halo")
    )
    assert line != paper
    context.close()
