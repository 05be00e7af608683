"""What people type finds what they mean, with a keyboard, and each action lands on its own line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PLAN = "plans/plan-d-action-du-cercle-2024-2026/"

# What is typed, a page that must be among the results, and the words that its result must show.
FOUND = {
    "communautes": ("organismes/ministere-des-communautes/", "Communautés"),
    "l'ecluse": ("organismes/fondation-de-l-ecluse/", "l’Écluse"),
    "l’écluse": ("organismes/fondation-de-l-ecluse/", "l’Écluse"),
    "ecluse": ("organismes/fondation-de-l-ecluse/", "l’Écluse"),
    "comites": ("comites/comite-de-suivi-du-plan/", "Comité de suivi"),
    "oeuvre": ("organismes/maison-du-phare/", "L’Œuvre"),
    "œuvre": ("organismes/maison-du-phare/", "L’Œuvre"),
    "CDC": ("organismes/corporation-des-anses/", "CDC"),
    "2.1.3": (f"{PLAN}#action-2-1-3", "Action 2.1.3"),
}


def search(page: Page, words: str, root: str = "/claire-voie/") -> dict[str, str]:
    """The results of a question, all of them: the text of each by its address from the root of the site."""
    page.get_by_role("searchbox", name="Chercher").filter(visible=True).fill(words)
    expect(page.locator(".recherche__etat").filter(visible=True)).to_have_text(re.compile("résultat"))
    more = page.get_by_role("button", name="Voir la suite")
    shown = page.locator(".recherche__resultat")
    while more.is_visible():
        before = shown.count()
        more.click()
        expect(shown).not_to_have_count(before)
    return {
        str(item.locator("a").get_attribute("href")).partition(root)[2]: item.inner_text()
        for item in shown.all()
    }


def _narrow(page: Page) -> None:
    """Open the facets, which come with the next answer."""
    page.get_by_text("Préciser", exact=True).filter(visible=True).click()
    expect(page.locator(".recherche__choix option").nth(2)).to_be_attached()


def _weighed(page: Page, until: Callable[[], None]) -> dict[str, int]:
    """The bytes of what the server sent, by name, while something is done and until nothing moves any more."""
    sent: dict[str, int] = {}
    note = lambda answer: sent.update({answer.url: int(answer.headers["content-length"])})  # noqa: E731
    page.on("response", note)
    until()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    page.remove_listener("response", note)
    return sent


@pytest.mark.parametrize("words", FOUND)
def test_what_people_type_finds_what_they_mean(page: Page, address: str, words: str) -> None:
    page.goto(f"{address}a-propos/")
    target, shown = FOUND[words]
    results = search(page, words)
    assert target in results
    assert shown.lower() in results[target].lower().replace("'", "’")


def test_a_word_behind_an_elision_is_found(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    assert any(
        "d’enfant" in text or "d'enfant" in text or "enfance" in text
        for text in search(page, "enfants").values()
    )


def test_each_action_of_a_plan_is_its_own_result_and_lands_on_its_line(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    assert next(iter(search(page, "2.1.3"))) == f"{PLAN}#action-2-1-3"
    page.keyboard.press("Tab")
    page.locator(".recherche__lien").first.click()
    expect(page).to_have_url(re.compile(r"#action-2-1-3$"))
    expect(page.locator("#action-2-1-3")).to_be_in_viewport()


def test_a_facet_narrows_the_results_and_says_how_many(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    everything = search(page, "logement")
    _narrow(page)
    page.get_by_label("Genre").filter(visible=True).select_option("Actions")
    expect(page.locator(".recherche__etat").filter(visible=True)).not_to_have_text(
        f"{len(everything)} résultats"
    )
    links = [str(link.get_attribute("href")) for link in page.locator(".recherche__lien").all()]
    assert links
    assert all("#" in link for link in links)


def test_the_search_works_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    box = page.get_by_role("searchbox", name="Chercher").filter(visible=True)
    box.focus()
    page.keyboard.type("jardin embruns")
    first = page.locator(".recherche__lien").first
    expect(first).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Escape")
    expect(first).not_to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(first).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("projets/jardin-des-embruns/"))


def test_the_arrows_go_from_the_box_through_the_results_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    box = page.get_by_role("searchbox", name="Chercher").filter(visible=True)
    box.fill("logement")
    links = page.locator(".recherche__lien")
    expect(links.nth(1)).to_be_visible()
    for one in (links.nth(0), links.nth(1)):
        page.keyboard.press("ArrowDown")
        expect(one).to_be_focused()
    for one in (links.nth(0), box, box):
        page.keyboard.press("ArrowUp")
        expect(one).to_be_focused()


def test_what_is_closed_before_it_answers_stays_closed(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    box = page.get_by_role("searchbox", name="Chercher").filter(visible=True)
    box.fill("jardin")
    expect(page.locator(".recherche__lien").first).to_be_visible()
    box.press_sequentially("s")
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)
    expect(page.locator(".recherche__lien").first).not_to_be_visible()
    expect(box).to_be_focused()


@pytest.mark.parametrize("words", ["xyzzyplugh", "zzzzqq"])
def test_nothing_found_is_said(page: Page, address: str, words: str) -> None:
    page.goto(f"{address}a-propos/")
    page.get_by_role("searchbox", name="Chercher").filter(visible=True).fill(words)
    expect(page.locator(".recherche__etat").filter(visible=True)).to_have_text("Aucun résultat")


def test_a_search_can_be_linked_to(page: Page, address: str) -> None:
    page.goto(f"{address}index-a-z/?q=transport+collectif")
    expect(page.locator(".recherche__lien").first).to_be_visible()


def test_only_the_box_that_is_seen_answers_a_link_to_a_search(page: Page, address: str) -> None:
    page.goto(f"{address}?q=logement")
    expect(page.locator(".claire-voie .recherche__lien").first).to_be_visible()
    assert page.locator(".entete-de-site .recherche__resultat").count() == 0
    assert page.locator(".entete-de-site .recherche input").input_value() == ""


def test_the_generated_pages_do_not_come_before_records(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    results = search(page, "CDC")
    assert next(iter(results)).startswith("organismes/corporation-")
    assert not {"index-a-z/", "organismes/", "glossaire/", "contribuer/champs/"} & set(results)


def test_a_search_asks_for_nothing_that_is_missing(page: Page, address: str) -> None:
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.goto(f"{address}a-propos/")
    assert search(page, "logement")
    page.wait_for_load_state("networkidle")
    assert faults == []


def test_nothing_of_the_search_is_fetched_before_somebody_is_about_to_search(
    page: Page, address: str
) -> None:
    sent = _weighed(page, lambda: page.goto(f"{address}a-propos/") and None)
    assert not [url for url in sent if "/recherche/" in url or "panneau" in url]


@pytest.mark.parametrize("words", ["", "   ", "…?!", "le", "l’", "Où est la", "de la MRC"])
def test_asking_nothing_fetches_no_word_of_the_index_and_shows_ways_in(
    page: Page, address: str, words: str
) -> None:
    page.goto(f"{address}a-propos/")
    box = page.get_by_role("searchbox", name="Chercher").filter(visible=True)

    def ask() -> None:
        box.fill(words)
        box.press("Enter")
        expect(page.locator(".recherche__etat").filter(visible=True)).not_to_be_empty()

    sent = _weighed(page, ask)
    asks = "MRC" in words
    # What answers is made ready as soon as somebody is about to search; words are fetched when they are asked for.
    assert any(url.endswith((".pf_index", ".pf_fragment")) for url in sent) == asks
    if not asks:
        assert sum(sent.values()) < 150_000
        page.get_by_role("link", name="Explorer par lieu").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Explorer")


def test_a_facet_alone_fetches_nothing_more_and_leads_to_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}a-propos/")
    search(page, "logement")
    _narrow(page)
    page.get_by_label("Genre").filter(visible=True).select_option("Projets")
    expect(page.locator(".recherche__etat").filter(visible=True)).to_contain_text("résultat")
    page.wait_for_load_state("networkidle")
    box = page.get_by_role("searchbox", name="Chercher").filter(visible=True)
    assert _weighed(page, lambda: box.fill("")) == {}
    page.get_by_role("link", name="Projets : toute la liste").click()
    expect(page).to_have_url(f"{address}projets/")
