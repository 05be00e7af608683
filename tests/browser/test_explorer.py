"""The filters of the page « Explorer »: they count as one goes, and the address says all that is chosen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.aides.filtres import count, expected, field, options, said

DEMARCHE = "vieux-phare-en-commun"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def explorer(page: Page, address: str) -> Page:
    page.goto(f"{address}explorer/")
    count(page)
    return page


def test_a_filter_narrows_the_results_and_every_count_follows(explorer: Page) -> None:
    assert count(explorer) == expected()
    projects = explorer.get_by_role("checkbox", name="Projets")
    expect(projects).to_have_accessible_name(re.compile(rf"Projets\s+{expected(type='projets')}$"))
    field(explorer, "Où").select_option("mrc-des-anses")
    said(explorer, territoire="mrc-des-anses")
    here = expected(type="projets", territoire="mrc-des-anses")
    expect(projects).to_have_accessible_name(re.compile(rf"Projets\s+{here}$"))
    projects.check()
    said(explorer, type="projets", territoire="mrc-des-anses")
    expect(explorer.locator(".explorer__resultat")).to_have_count(here)


def test_a_region_contains_its_towns_and_their_quarters(explorer: Page) -> None:
    field(explorer, "Où").select_option("cote-des-brumes")
    explorer.get_by_role("checkbox", name="Projets").check()
    explorer.get_by_label("Un mot du titre").fill("journal")
    expect(explorer.locator(".explorer__resultat")).to_have_count(1)
    expect(explorer.locator(".explorer__resultat")).to_contain_text("Vieux-Phare")
    explorer.get_by_role("link", name="Journal du phare").click()
    expect(explorer).to_have_url(re.compile("/projets/journal-du-phare/"))


def test_what_a_list_offers_has_something_behind_it(explorer: Page) -> None:
    explorer.get_by_role("checkbox", name="Projets").check()
    said(explorer, type="projets")
    expect(field(explorer, "Où").locator("option[value=secteur-de-la-greve]")).to_have_count(0)
    offered = options(explorer, "Où")
    assert (
        offered["cote-des-brumes"]
        == f"Côte-des-Brumes ({expected(type='projets', territoire='cote-des-brumes')})"
    )
    inside = f"MRC des Anses ({expected(type='projets', territoire='mrc-des-anses')})"
    assert offered["mrc-des-anses"] == f"\u00a0\u00a0\u00a0{inside}"


def test_the_address_says_what_is_chosen_and_going_back_undoes_it(explorer: Page, browser: Browser) -> None:
    field(explorer, "Démarche").select_option(DEMARCHE)
    explorer.get_by_role("checkbox", name="Organismes et partenaires").check()
    expect(explorer).to_have_url(re.compile(r"\?type=organismes&demarche=vieux-phare-en-commun$"))
    said(explorer, type="organismes", demarche=DEMARCHE)
    shared = browser.new_page()
    shared.goto(explorer.url)
    said(shared, type="organismes", demarche=DEMARCHE)
    expect(shared.get_by_role("checkbox", name="Organismes et partenaires")).to_be_checked()
    expect(field(shared, "Démarche")).to_have_value(DEMARCHE)
    shared.close()
    explorer.go_back()
    said(explorer, demarche=DEMARCHE)
    expect(explorer.get_by_role("checkbox", name="Organismes et partenaires")).not_to_be_checked()
    explorer.go_back()
    said(explorer)
    expect(field(explorer, "Démarche")).to_have_value("")


def test_a_word_typed_is_one_step_of_the_history(explorer: Page) -> None:
    box = explorer.get_by_label("Un mot du titre")
    box.press_sequentially("bulletin", delay=60)
    expect(explorer).to_have_url(re.compile(r"\?texte=bulletin$"))
    explorer.go_back()
    said(explorer)
    expect(box).to_have_value("")


@pytest.mark.parametrize("typed", ["aînés", "AINES", "aines table", "l'ecluse", "2.1.3"])
def test_words_are_found_whatever_their_accents(page: Page, address: str, typed: str) -> None:
    page.goto(f"{address}explorer/")
    page.get_by_label("Un mot du titre").fill(typed)
    expect(page).to_have_url(re.compile(r"\?texte="))
    assert 0 < count(page) < 10
    titles = {"l'ecluse": "l’Écluse", "2.1.3": "Soutenir les locataires."}
    expect(page.locator(".explorer__resultats")).to_contain_text(titles.get(typed, "aînés"))


def test_everything_can_be_cleared(explorer: Page) -> None:
    clear = explorer.get_by_role("button", name="Tout effacer")
    expect(clear).not_to_be_visible()
    explorer.get_by_role("checkbox", name="Projets").check()
    clear.click()
    said(explorer)
    expect(explorer.get_by_role("checkbox", name="Projets")).not_to_be_checked()
    assert explorer.url.endswith("/explorer/")


def test_nothing_found_is_said_and_a_filter_that_is_no_more_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}explorer/?texte=xyzzy")
    expect(page.locator(".explorer__compte")).to_contain_text("Aucun résultat")
    expect(page.get_by_role("button", name="Télécharger")).not_to_be_visible()
    page.goto(f"{address}explorer/?type=projets&territoire=atlantide")
    expect(page.locator(".explorer__compte")).to_have_text(
        f"{expected(type='projets')} résultats. Un filtre de l’adresse n’existe plus; il est laissé de côté."
    )


def test_on_a_phone_the_filters_are_folded_and_the_keyboard_alone_uses_them(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{address}explorer/")
    count(page)
    projects = page.get_by_role("checkbox", name="Projets")
    expect(projects).not_to_be_visible()
    page.get_by_label("Un mot du titre").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(projects).to_be_visible()
    page.keyboard.press("Tab")
    expect(projects).to_be_focused()
    page.keyboard.press("Space")
    said(page, type="projets")
    expect(page.get_by_text("Filtres (1)")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()
