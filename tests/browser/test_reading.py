"""Reading the site as people do: on a phone, in the dark, from a link, without scripts, and alone with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from clairevoie.pages.environment import environment
from tests.aides.genres import PAGES
from tests.aides.sites import GABARITS, full_site

PLAN = "plans/plan-d-action-du-cercle-2024-2026/"
PHONE = {"width": 360, "height": 740}
# What is left of a screen of 1280 × 1024 at 400 %.
ZOOMED = (320, 256)


def _paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_the_theme_chosen_is_kept_from_page_to_page(page: Page, address: str) -> None:
    page.goto(address)
    light = _paper(page)
    button = page.get_by_role("button", name="Thème")
    button.click()
    button.click()
    expect(button).to_contain_text("sombre")
    dark = _paper(page)
    assert dark != light
    page.goto(address + PLAN)
    assert _paper(page) == dark


def test_without_a_choice_the_theme_is_that_of_the_system(browser: Browser, address: str) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        seen.add(_paper(page))
        context.close()
    assert len(seen) == 2


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_and_leads_somewhere(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + PLAN)
    link = page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name="Projets")
    expect(link).not_to_be_visible()
    page.get_by_text("Menu", exact=True).click()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Projets")
    context.close()


def test_the_link_of_an_action_lands_on_it_and_shows_it(page: Page, address: str) -> None:
    page.goto(f"{address}{PLAN}#action-2-1-2")
    action = page.locator("#action-2-1-2")
    expect(action).to_be_in_viewport()
    expect(action).to_contain_text("Présenter le portrait aux élus.")
    other = page.locator("#action-2-1-1")
    style = "element => getComputedStyle(element).backgroundColor + getComputedStyle(element).outlineStyle"
    assert action.evaluate(style) != other.evaluate(style)


def test_the_link_of_an_action_is_copied_when_it_is_followed(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + PLAN, wait_until="networkidle")
    page.get_by_role("link", name="Lien vers l’action 2.1.2").click()
    expect(page.locator(".annonce")).to_have_text("Lien copié")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{PLAN}#action-2-1-2"
    context.close()


def test_every_action_of_the_plan_is_in_the_page_and_the_contents_reach_each_objective(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address + PLAN)
    assert page.locator("article.action").count() == 13
    contents = page.get_by_role("navigation", name="Sur cette page")
    contents.locator("summary").click()
    contents.get_by_role("link", name="2.2").first.click()
    expect(page.locator("#os-2-2, #objectif-2-2")).to_be_in_viewport()
    context.close()


def test_without_scripts_the_facts_are_all_there_and_the_index_takes_the_place_of_the_search(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Index A–Z").filter(visible=True).first.click()
    page.get_by_role("link", name="Journal du phare").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Journal du phare")
    page.goto(address + PLAN)
    expect(page.locator("#action-2-1-2")).to_contain_text("du 3 au 5 mai 2026")
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_asks_another_host_or_breaks_its_policy(
    page: Page, address: str, name: str
) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.goto(address + PAGES[name])
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [fault for fault in faults if "favicon" not in fault] == []
    for width, height in ((1280, 740), (360, 740), ZOOMED):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_file_of_the_site_names_another_host_to_load_from(built_site: Path) -> None:
    pages = list(built_site.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        text = path.read_text(encoding="utf-8")
        for load in (
            'src="http',
            "src='http",
            'src="//',
            '@import url("http',
            'rel="stylesheet" href="http',
            'rel="preconnect"',
        ):
            assert load not in text, path


def test_the_results_chain_may_be_read_in_the_order_of_the_source(page: Page, address: str) -> None:
    page.goto(f"{address}demarches/vieux-phare-en-commun/")
    actions, far = page.locator(".chaine__etage--actions"), page.locator(".chaine__etage--faible")

    def top(zone: Locator) -> float:
        return float(zone.evaluate("zone => zone.getBoundingClientRect().top"))

    assert top(actions) < top(far)
    page.get_by_label("dans l’ordre de la source").check()
    assert top(far) < top(actions)


@pytest.mark.parametrize("name", ["plan", "projet", "comite"])
def test_links_side_by_side_are_large_enough_for_a_thumb(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address + PAGES[name])
    sizes = page.locator(".liens a").evaluate_all(
        "links => links.filter(link => link.checkVisibility())"
        ".map(link => link.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert sizes
    assert all(width >= 24 and height >= 24 for width, height in sizes)
    context.close()


def test_a_table_of_many_columns_stacks_on_a_phone_under_its_caption(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address + PAGES["projet"])
    table = environment(GABARITS, full_site(), "").get_template("composants/tableau.html").module.tableau
    lines = [("Salaires et avantages sociaux", "Une organisatrice communautaire", "Association", "10 000 $")]
    columns = ["Poste", "Ce qui est payé", "Qui paie", ("Montant", "nombre")]
    page.locator("main").evaluate(
        "(main, html) => main.innerHTML = html", str(table("Postes", columns, lines))
    )
    assert page.locator(".tableau").evaluate("box => box.scrollWidth <= box.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(page.get_by_role("table", name="Postes").get_by_role("cell", name="Association")).to_be_visible()
    context.close()
