"""What the page « Explorer » shows and gives: results in slices, a table for Excel, lists without scripts, in time."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from clairevoie.pages.explorer.table import table
from clairevoie.publish.explorer import files, write
from tests.aides.filtres import count, expected, field, said
from tests.aides.grande_table import big_table
from tests.aides.sites import full_site


@pytest.fixture
def explorer(page: Page, address: str) -> Page:
    page.goto(f"{address}explorer/")
    count(page)
    return page


def test_results_come_in_slices_and_the_keyboard_goes_on_where_the_new_ones_start(explorer: Page) -> None:
    shown = explorer.locator(".explorer__resultat")
    expect(shown).to_have_count(30)
    explorer.get_by_role("button", name="Voir la suite").focus()
    explorer.keyboard.press("Enter")
    expect(shown).to_have_count(60)
    expect(shown.nth(30).locator("a")).to_be_focused()


def test_every_result_leads_where_it_says(explorer: Page, built_site: Path) -> None:
    more = explorer.get_by_role("button", name="Voir la suite")
    shown = explorer.locator(".explorer__resultat")
    while more.is_visible():
        before = shown.count()
        more.click()
        expect(shown).not_to_have_count(before)
    assert shown.count() == count(explorer)
    links = explorer.locator(".explorer__lien").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(links) > 30
    for href in links:
        path, _, anchor = href.removeprefix("../").partition("#")
        text = (built_site / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in text


def test_what_is_found_is_downloaded_as_a_table_that_excel_opens_in_columns(explorer: Page) -> None:
    field(explorer, "Où").select_option("vieux-phare")
    said(explorer, territoire="vieux-phare")
    with explorer.expect_download() as started:
        explorer.get_by_role("button", name="Télécharger").click()
    content = Path(started.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";")
    assert head[:3] == ["Quoi", "Titre", "Repère"]
    assert len(lines) == expected(territoire="vieux-phare")
    journal = next(line for line in lines if line[1] == "Journal du phare")
    told = dict(zip(head, journal, strict=True))
    assert told["Quoi"] == "Projets"
    assert told["Où"] == "Phare"
    assert told["État"] == "Réalisé"
    assert told["Adresse"].endswith("/claire-voie/projets/journal-du-phare/")


def test_a_field_that_the_model_puts_in_the_table_has_its_column_before_the_address(
    page: Page, address: str, tmp_path: Path
) -> None:
    whole = table(full_site())
    lines = tuple(
        replace(line, cellules=("été" if line.valeurs[0] == ("projets",) else "",)) for line in whole.lignes
    )
    write(tmp_path, files(replace(whole, lignes=lines, colonnes=("Saison",))))
    page.route(
        "**/explorer/*.json",
        lambda route: route.fulfill(path=tmp_path / "explorer" / route.request.url.rpartition("/")[2]),
    )
    page.goto(f"{address}explorer/")
    assert count(page) == len(whole.lignes)
    with page.expect_download() as started:
        page.get_by_role("button", name="Télécharger").click()
    head, *found = csv.reader(Path(started.value.path()).read_text("utf-8-sig").splitlines(), delimiter=";")
    assert head[-2:] == ["Saison", "Adresse"]
    assert {(line[0], line[-2]) for line in found if line[-2]} == {("Projets", "été")}
    assert {line[0] for line in found if not line[-2]} == {
        "Comités et tables",
        "Organismes et partenaires",
        "Actions",
    }


def test_no_cell_of_the_table_is_taken_for_a_formula(explorer: Page) -> None:
    formulas = ["=1+1", "+1", "-1", "@cmd", " =1", "\t=1", "＝1", "＋1", "－1", "＠a", "\ta", "\ra"]
    words = ['dit "oui"', "a;b", "deux\nlignes", "10 - 2", "a＝b"]
    module = "async cells => (await import('../assets/js/explorer-csv.js')).csv([cells])"
    text = str(explorer.evaluate(module, formulas + words)).removeprefix("\ufeff")
    read = next(csv.reader(text.splitlines(keepends=True), delimiter=";"))
    assert read == [*(f"'{cell}" for cell in formulas), *words]


def test_without_scripts_the_lists_lead_to_the_same_things(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}explorer/")
    expect(page.get_by_role("form", name="Filtrer")).not_to_be_visible()
    page.locator("#par-genre > summary").click()
    page.locator("#par-genre").get_by_text("Projet – publication").click()
    page.get_by_role("link", name="Journal du phare").filter(visible=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Journal du phare")
    context.close()


def test_the_first_results_stand_in_the_page_as_the_script_would_write_them(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}explorer/")
    count(page)
    shown = page.locator(".explorer__resultats")
    printed = shown.inner_html()
    assert printed.count("<li") == 30
    page.get_by_role("checkbox", name="Projets").check()
    said(page, type="projets")
    page.get_by_role("button", name="Tout effacer").click()
    said(page)
    assert shown.inner_html() == printed
    assert sum(url.endswith("facettes.json") for url in asked) == 1


def test_they_are_read_before_what_is_filtered_has_come(page: Page, address: str) -> None:
    page.route("**/facettes.json", lambda route: None)
    page.goto(f"{address}explorer/")
    expect(page.locator(".explorer__compte")).to_have_text(f"{expected()} résultats")
    expect(page.locator(".explorer__lien").first).to_be_visible()


def test_what_an_address_asks_is_never_answered_with_the_rest(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/facettes.json", lambda route: held.append(route))
    page.goto(f"{address}explorer/?type=projets", wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".explorer__compte")).not_to_be_visible()
    expect(page.locator(".explorer__lien").first).not_to_be_visible()
    expect(page.locator("#en-listes")).not_to_be_visible()
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    said(page, type="projets")
    expect(page.locator(".explorer__resultat")).to_have_count(expected(type="projets"))
    expect(page.locator("#en-listes")).to_be_visible()


def test_when_what_is_filtered_does_not_come_the_page_says_so(page: Page, address: str) -> None:
    page.route("**/facettes.json", lambda route: route.abort())
    page.goto(f"{address}explorer/")
    expect(page.locator(".explorer__compte")).to_contain_text("Les filtres ne répondent pas")
    expect(page.locator("#par-territoire")).to_be_visible()
    page.goto(f"{address}explorer/?type=projets")
    expect(page.locator(".explorer__compte")).to_contain_text("Les filtres ne répondent pas")
    expect(page.locator("#par-territoire")).to_be_visible()


def test_no_other_page_loads_the_filters(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}projets/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "explorer" in url] == []
    page.get_by_role("link", name="filtrer les projets").click()
    said(page, type="projets")
    assert any("explorer-table.js" in url for url in asked)


@pytest.fixture
def crowded(page: Page, address: str, tmp_path: Path) -> Page:
    """The page, with 25 000 things to filter."""
    write(tmp_path, files(big_table()))

    def answer(route: Route) -> None:
        route.fulfill(path=tmp_path / "explorer" / route.request.url.rpartition("/")[2])

    page.route("**/explorer/*.json", answer)
    page.goto(f"{address}explorer/")
    count(page)
    return page


_TIMES = """async ([facet, key, words]) => {
  const { filter, load, readWords } = await import('../assets/js/explorer-table.js');
  const table = await load();
  if (words.length) await readWords(table);
  const chosen = table.facets.map((one) => (one.key === facet ? [key] : []));
  const times = [];
  for (let n = 0; n < 9; n++) {
    const start = performance.now();
    filter(table, chosen, words);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}"""


@pytest.mark.parametrize("asked", [["territoire", "territoire-2", []], ["type", "actions", ["ba", "re"]]])
def test_25_000_things_are_filtered_in_less_than_100_milliseconds_on_a_slow_phone(
    crowded: Page, asked: list[Any]
) -> None:
    crowded.context.new_cdp_session(crowded).send("Emulation.setCPUThrottlingRate", {"rate": 6})
    assert crowded.evaluate(_TIMES, asked) < 100
