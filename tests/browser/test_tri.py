"""A long table sorts by its headers and filters by words, from the keyboard too, and says what it did."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from clairevoie.pages.tables.csv_text import csv_text
from tests.test_cas import BAILLEUR, _pages

CELLS = [["Libellé", "a;b", 'dit « "oui" »'], ["=1+1", "-5", " @ici"], ["\tx", "", "1 000,50"]]


@pytest.fixture
def funder(page: Page, address: str) -> Page:
    """The page of the funder of eighty grants, within the look of the site."""
    page.goto(f"{address}organismes/corporation-des-anses/")
    corps = _pages(BAILLEUR)["organismes/maison"].corps
    page.evaluate("corps => document.querySelector('main').innerHTML = corps", corps)
    page.evaluate("url => import(url)", f"{address}assets/js/tri.js")
    page.get_by_text("Voir les 80 lignes").click()
    return page


def test_a_header_sorts_both_ways_and_says_which(funder: Page) -> None:
    button = funder.get_by_role("button", name="Montant")
    head, first = (
        funder.locator("th[aria-sort]"),
        funder.locator(".tableau--tri tbody tr:not([hidden])").first,
    )
    button.focus()
    funder.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(first).to_contain_text("Groupe 01")
    funder.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(first).to_contain_text("40 000 $")
    expect(funder.locator(".annonce")).to_have_text("Lignes en ordre décroissant : Montant.")


def test_words_filter_the_rows_and_the_count_is_announced(funder: Page) -> None:
    funder.get_by_label("Filtrer ces lignes").fill("groupe 07 decembre")
    expect(funder.get_by_role("status").filter(has_text="2 sur 80")).to_be_visible()
    assert funder.locator(".tableau--tri tbody tr:not([hidden], .tableau__groupe)").count() == 2
    funder.get_by_label("Filtrer ces lignes").fill("")
    expect(funder.locator(".tableau--tri tbody tr:not([hidden], .tableau__groupe)")).to_have_count(80)


def test_both_ways_of_making_a_file_give_the_same_bytes(page: Page, address: str) -> None:
    page.goto(address)
    theirs = page.evaluate(
        "async ([url, cells]) => (await import(url)).csv(cells)",
        [f"{address}assets/js/explorer-csv.js", CELLS],
    )
    assert csv_text(CELLS) == theirs


@pytest.mark.parametrize("lost", ["tri", "annonce", "el", "lettres"])
def test_a_table_whose_sorting_does_not_come_stays_whole(page: Page, address: str, lost: str) -> None:
    page.route(f"**/js/{lost}.js", lambda route: route.abort())
    page.goto(f"{address}organismes/corporation-des-anses/", wait_until="networkidle")
    page.evaluate(
        "corps => document.querySelector('main').innerHTML = corps",
        _pages(BAILLEUR)["organismes/maison"].corps,
    )
    assert page.evaluate("url => import(url).catch(() => 'lost')", f"{address}assets/js/tri.js") == "lost"
    page.get_by_text("Voir les 80 lignes").click()
    expect(page.locator(".tableau--tri tbody tr:not(.tableau__groupe)").filter(visible=True)).to_have_count(
        80
    )
    expect(page.locator(".tableau__tri, .tableau__champ")).to_have_count(0)
