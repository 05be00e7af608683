"""Paper: what can only be clicked is not printed, what was folded is, but for notes; addresses are written out, no
action is cut in two, no sheet is wasted."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

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


def _sheets(page: Page, url: str) -> pypdfium2.PdfDocument:
    page.goto(url)
    page.evaluate("document.fonts.ready")
    return pypdfium2.PdfDocument(page.pdf(format="Letter", prefer_css_page_size=True))


def _fullness(sheet: pypdfium2.PdfPage) -> float:
    """How far down the sheet its ink goes, less the number of the page in the margin."""
    image = sheet.render(scale=0.5, grayscale=True)
    pixels, rows = bytes(image.buffer), int(image.height * 0.94)
    inked = (y for y in range(rows) if min(pixels[y * image.stride : y * image.stride + image.width]) < 200)
    return max(inked, default=0) / image.height


def test_on_paper_notes_stay_folded_but_for_those_the_reader_opened_and_the_rest_unfolds(
    page: Page, address: str
) -> None:
    page.goto(address + PAGES["plan-a-suivis"])
    notes = page.locator("main details.note")
    assert notes.count() > 1
    words = ["".join(one.split())[:25] for one in notes.locator(".note__texte").all_text_contents()]
    notes.first.locator("summary").click()
    sheets = pypdfium2.PdfDocument(page.pdf(format="Letter"))
    said = "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in sheets)
    assert words[0] in said
    assert words[-1] not in said
    assert "oùselisentlesnotesrepliéesici" in said
    assert page.locator("main details[open]").count() == 1


def test_what_else_is_folded_is_on_paper_and_folds_back_after(page: Page, address: str) -> None:
    page.goto(address + PAGES["demarche-a-gouvernance"])
    folds = page.locator("main details:not(.note, .citer, .archives, .echeance__lecture)")
    folded = page.locator("main details:not([open])").count()
    assert folds.count()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    left = page.locator("main details:not([open], .note, .citer)").count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert left == 0
    assert page.locator("main details:not([open])").count() == folded


@pytest.mark.parametrize("name", ["plan", "plan-a-suivis", "plan-de-communication"])
def test_no_action_is_cut_in_two_by_the_end_of_a_sheet(page: Page, address: str, name: str) -> None:
    sheets = _sheets(page, address + PAGES[name])
    said = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in sheets]
    actions = page.locator(".action:has(.action__titre)").evaluate_all(
        """all => all.map((one) => {
          const facts = one.querySelectorAll(".action__fait > dt");
          return [one.querySelector(".action__titre"), ...facts].map((part) => part.textContent.replace("#", ""));
        })"""
    )
    assert len(actions) > 1
    for title, *labels in actions:
        start = "".join(title.split())[:24]
        whole = [text for text in said if start in text]
        assert whole, title
        assert any(all("".join(label.split()) in text for label in labels) for text in whole), title


@pytest.mark.parametrize(
    "name",
    ["plan", "plan-a-suivis", "demarche-a-gouvernance", "comite", "organisme", "evenement", "territoire"],
)
def test_the_last_sheet_is_a_third_full_at_least(page: Page, address: str, name: str) -> None:
    sheets = _sheets(page, address + PAGES[name])
    assert len(sheets) == 1 or _fullness(sheets[len(sheets) - 1]) > 1 / 3, name


@pytest.mark.parametrize("name", ["plan", "demarche", "comite", "evenement", "affiche"])
def test_one_visible_button_prints_the_page(page: Page, address: str, name: str) -> None:
    page.add_init_script("window.print = () => { document.title = 'imprimé'; }")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + PAGES[name])
    button = page.get_by_role("button", name="Imprimer")
    box = button.bounding_box()
    assert box is not None
    assert box["y"] < 2 * 740
    button.click()
    expect(page).to_have_title("imprimé")
