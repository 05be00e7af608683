"""The site does all it offers under the strictest headers: no browser has anything to refuse, nor to say of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from clairevoie.publish.headers import HEADERS, POLICY
from tests.browser.test_search import search

TERRITOIRE = "territoires/vieux-phare/"
# What a browser tells of what it refuses, kept from one page to the next by the test.
_WATCH = "addEventListener('securitypolicyviolation', one => refused(`${one.violatedDirective} ${one.blockedURI}`))"
_TRY = """() => {
  window.kept = [];
  addEventListener("securitypolicyviolation", one => kept.push(one.violatedDirective));
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(script);
  document.body.insertAdjacentHTML("beforeend", "<p style='color: red'><img src='data:,'></p>");
}"""


@pytest.fixture
def refused(page: Page) -> Iterator[list[str]]:
    """What was refused, or told of the headers, while the test went on; nothing at its end."""
    told: list[str] = []
    page.expose_function("refused", lambda said: told.append(said))
    page.add_init_script(_WATCH)
    page.on("console", lambda message: told.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda fault: told.append(str(fault)))
    yield told
    page.wait_for_timeout(100)
    assert told == []


def test_the_pages_are_served_with_every_header(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    said = {"Content-Security-Policy": POLICY, **HEADERS}
    assert {name: answer.headers.get(name.lower()) for name in said} == said


def test_what_must_be_refused_is_refused(page: Page, address: str) -> None:
    """Else the other tests of this file would hold of any site."""
    page.goto(address)
    page.evaluate(_TRY)
    page.wait_for_timeout(100)
    assert sorted(set(page.evaluate("kept"))) == ["img-src", "script-src-elem", "style-src-attr"]
    assert page.evaluate("window.ran") is None


@pytest.mark.usefixtures("refused")
def test_the_search_works(page: Page, address: str) -> None:
    page.goto(address)
    assert search(page, "logement")
    page.get_by_text("Préciser", exact=True).filter(visible=True).click()
    expect(page.locator(".recherche__choix option").nth(2)).to_be_attached()


@pytest.mark.usefixtures("refused")
def test_the_explorer_narrows_and_gives_its_table(page: Page, address: str) -> None:
    page.goto(f"{address}explorer/")
    page.get_by_role("checkbox", name="Projets").check()
    expect(page).to_have_url(f"{address}explorer/?type=projets")
    with page.expect_download() as started:
        page.get_by_role("button", name="Télécharger").click()
    assert started.value.suggested_filename.endswith(".csv")


@pytest.mark.usefixtures("refused")
def test_the_menu_the_theme_and_the_folds_work(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}{TERRITOIRE}")
    page.get_by_role("button", name="Thème").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "clair")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name="Projets").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Projets")


@pytest.mark.usefixtures("refused")
def test_every_kind_of_page_shows_its_pictures_and_its_letters(
    page: Page, address: str, built_site: Path
) -> None:
    kinds = {
        path.relative_to(built_site).parts[0]: path for path in sorted(built_site.glob("*/*/index.html"))
    }
    for path in (built_site / "index.html", *built_site.glob("*/index.html"), *kinds.values()):
        page.goto(f"{address}{path.relative_to(built_site).parent.as_posix()}/", wait_until="networkidle")
        assert (
            page.evaluate(
                "[...document.images].filter(one => one.complete && !one.naturalWidth).map(one => one.src)"
            )
            == []
        )
        assert page.evaluate("document.fonts.ready.then(all => all.size)") >= 2


@pytest.mark.usefixtures("refused")
def test_a_short_address_leads_where_it_must(page: Page, address: str) -> None:
    page.goto(f"{address}t/vieux-phare/")
    page.wait_for_url(f"{address}{TERRITOIRE}")
