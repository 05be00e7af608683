"""Paper: what can only be clicked is not printed, what was folded is, and addresses are written out."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.aides.genres import PAGES

_ON_SCREEN_ONLY = "nav, search, button, input, select, .aller-au-contenu, .annonce"
# An edition has its own paper, told in test_edition.py.
ON_PAPER = [name for name in PAGES if name != "affiche"]


def _printed(page: Page, url: str) -> str:
    """The words on the sheets, without the spaces that the ends of lines make."""
    page.goto(url)
    sheets = pypdfium2.PdfDocument(page.pdf(format="Letter"))
    return "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in sheets)


@pytest.mark.parametrize("name", ON_PAPER)
def test_paper_has_no_control_and_cuts_nothing(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 695, "height": 900})
    page.goto(address + PAGES[name])
    page.emulate_media(media="print")
    left = page.locator(_ON_SCREEN_ONLY).evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))"
    )
    assert left == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 695


@pytest.mark.parametrize("name", ["argent", "page-ecrite", "projet", "liste"])
def test_the_foot_of_the_sheet_gives_the_address_of_the_page_once(
    page: Page, address: str, name: str
) -> None:
    said = _printed(page, address + PAGES[name])
    assert f"https://exemple.test/claire-voie/{PAGES[name]}" in said
    assert f"{PAGES[name]}(https://exemple.test" not in said


def test_a_link_to_elsewhere_is_followed_by_its_address_and_one_within_the_site_is_not(
    page: Page, address: str
) -> None:
    said = _printed(page, address + PAGES["page-ecrite"])
    assert "CCBY4.0(https://creativecommons.org/licenses/by/4.0/deed.fr)" in said
    page.emulate_media(media="print")
    inside = page.locator("main a:not([href^='http'])")
    assert inside.count()
    after = "link => getComputedStyle(link, '::after').content"
    assert {inside.nth(n).evaluate(after) for n in range(inside.count())} == {"none"}


def test_the_notes_folded_on_the_screen_are_on_paper_and_fold_back_after(page: Page, address: str) -> None:
    said = _printed(page, address + PAGES["plan-a-suivis"])
    notes = page.locator("main details.note")
    assert notes.count()
    for words in notes.evaluate_all("all => all.map((note) => note.lastElementChild.textContent)"):
        assert "".join(words.split())[:25] in said
    assert page.locator("main details[open]").count() == 0
