"""When scripts do not come, are too new for the browser, or are read from a folder, the ways without them show."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PAGE = "projets/jardin-des-embruns/"


def _index_link(page: Page) -> None:
    """The way to every name shows where the search would answer, and what scripts do is not promised."""
    expect(page.locator(".entete-de-site .recherche__index")).to_be_visible()
    expect(page.locator(".theme")).not_to_be_visible()
    assert page.locator("html[data-js]").count() == 0


def test_scripts_that_work_take_the_place_of_what_stands_in_for_them(page: Page, address: str) -> None:
    page.goto(address + PAGE, wait_until="networkidle")
    expect(page.locator(".entete-de-site .recherche__index")).not_to_be_visible()
    expect(page.locator(".theme")).to_be_visible()


@pytest.mark.parametrize("lost", ["theme", "menu", "au-besoin", "recherche"])
def test_a_script_that_does_not_come_gives_the_page_back(page: Page, address: str, lost: str) -> None:
    page.route(f"**/js/{lost}.js", lambda route: route.abort())
    page.goto(address + PAGE, wait_until="networkidle")
    _index_link(page)
    page.locator(".entete-de-site .recherche__index").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Index A–Z")


@pytest.mark.parametrize("name", ["theme", "recherche"])
def test_a_script_that_a_browser_cannot_read_gives_the_page_back(page: Page, address: str, name: str) -> None:
    too_new = "export const word = given ?=> ?? of the years to come;"
    page.route(f"**/js/{name}.js", lambda route: route.fulfill(body=too_new, content_type="text/javascript"))
    page.goto(address + PAGE, wait_until="networkidle")
    _index_link(page)


@pytest.mark.parametrize("lost", ["explorer", "explorer-table", "el", "lettres"])
def test_filters_that_do_not_come_leave_the_lists(page: Page, address: str, lost: str) -> None:
    page.route(f"**/js/{lost}.js", lambda route: route.abort())
    page.goto(f"{address}explorer/?type=projets", wait_until="networkidle")
    _lists_alone(page)


def _lists_alone(page: Page) -> None:
    """The page « Explorer » promises no filter, and its lists lead to the same things."""
    expect(page.get_by_role("form", name="Filtrer")).not_to_be_visible()
    expect(page.locator(".explorer__lien").first).not_to_be_visible()
    page.locator("#par-genre > summary").click()
    page.locator("#par-genre").get_by_text("Projet – publication").click()
    page.get_by_role("link", name="Journal du phare").filter(visible=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Journal du phare")


@pytest.mark.parametrize("lost", ["menu", "theme"])
def test_the_menu_of_a_phone_opens_without_its_script(page: Page, address: str, lost: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.route(f"**/js/{lost}.js", lambda route: route.abort())
    page.goto(address + PAGE, wait_until="networkidle")
    page.locator(".menu__bouton").click()
    page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name="Plans").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plans")


def test_a_browser_without_modules_keeps_the_page(page: Page, address: str) -> None:
    page.add_init_script("delete HTMLScriptElement.prototype.noModule")
    page.goto(address + PAGE)
    _index_link(page)
    page.goto(f"{address}explorer/?type=projets")
    _lists_alone(page)


def test_a_search_whose_parts_do_not_come_leads_to_the_index(page: Page, address: str) -> None:
    page.route("**/js/panneau-de-recherche.js", lambda route: route.abort())
    page.goto(address + PAGE, wait_until="networkidle")
    box = page.get_by_role("searchbox", name="Chercher").filter(visible=True)
    box.fill("jardin")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Index A–Z")


@pytest.fixture(params=[True, False], ids=["scripts", "sans-scripts"])
def from_a_folder(browser: Browser, built_site: Path, request: pytest.FixtureRequest) -> Page:
    """The home page of the site, opened from a folder of the computer."""
    page = browser.new_context(java_script_enabled=request.param).new_page()
    page.goto((built_site / "index.html").as_uri())
    return page


def test_a_site_in_a_folder_shows_its_ways_without_scripts(from_a_folder: Page) -> None:
    expect(from_a_folder.locator(".claire-voie .recherche__index")).to_be_visible()
    expect(from_a_folder.locator(".theme")).not_to_be_visible()


def test_the_lists_and_the_index_of_a_site_in_a_folder_lead_to_its_pages(
    page: Page, built_site: Path
) -> None:
    page.goto((built_site / "explorer/index.html").as_uri())
    _lists_alone(page)
    page.goto((built_site / "index-a-z/index.html").as_uri())
    page.locator("main").get_by_role("link", name="Journal du phare").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Journal du phare")
    assert page.url.endswith("/projets/journal-du-phare/index.html")


def test_the_links_of_a_site_in_a_folder_lead_to_files(page: Page, built_site: Path) -> None:
    page.goto((built_site / "index.html").as_uri())
    for name in ("Projets", "Plans"):
        page.get_by_role("navigation", name="Navigation principale").get_by_role(
            "link", name=name
        ).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        assert page.url.endswith(f"/{name.lower()}/index.html")
    page.goto((built_site / "plans/plan-d-action-du-cercle-2024-2026/index.html").as_uri())
    page.locator("main a[href^='#']").first.click()
    assert "/index.html#" in page.url
    page.get_by_role("link", name="Claire-voie").first.click()
    assert page.url == (built_site / "index.html").as_uri()
    page.get_by_role("searchbox", name="Chercher").filter(visible=True).fill("jardin")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Index A–Z")


def test_escape_closes_the_menu_and_comes_back_to_its_button(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + PAGE, wait_until="networkidle")
    page.locator(".menu__bouton").click()
    link = page.get_by_role("navigation", name="Navigation principale").get_by_role("link").first
    link.focus()
    page.keyboard.press("Escape")
    expect(link).not_to_be_visible()
    expect(page.locator(".menu__bouton")).to_be_focused()
