"""A page, an action or another passage is cited in three forms that other tools read, asked for when opened."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import escape
from playwright.sync_api import Browser, Page, expect

from tests.bench.wire import compressed
from tests.conftest import BASE

PLAN = "plans/plan-d-action-du-cercle-2024-2026/"
TITLE = "Plan d'action 2024-2026 du Cercle des Anses"
DEMARCHE = "Cercle de développement des communautés des Anses"
ACTION = f"{PLAN}#action-2-1-2"
NAMES = ("Texte", "BibTeX", "CSL-JSON")


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page whose clipboard may be read."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def _state(site: Path) -> dict[str, Any]:
    return dict(json.loads((site / "donnees/etat.json").read_text(encoding="utf-8")))


def _open_passage(page: Page, url: str) -> None:
    page.goto(url, wait_until="networkidle")
    page.get_by_role("button", name="Citer", exact=True).click()
    expect(page.locator(".citer--passage .citer__forme")).to_have_count(3)


def _forms(page: Page, within: str) -> dict[str, str]:
    shown = page.locator(f"{within} .citer__forme .citer__texte")
    return dict(zip(NAMES, shown.evaluate_all("all => all.map(one => one.textContent)"), strict=True))


# What the reader of LaTeX does not know, or writes as a letter of its own.
_SIGNS = {r"\textbraceleft{}": "\ue000", r"\textbraceright{}": "\ue001", r"\textasciicircum{}": "\ue002"}
_READ = str.maketrans("\ue000\ue001\ue002", "{}^")


def _bibtex(text: str) -> dict[str, str]:
    """The fields of the only entry that a parser of BibTeX finds, read as LaTeX would."""
    for command, sign in _SIGNS.items():
        text = text.replace(command, sign)
    found = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not found.failed_blocks
    (entry,) = found.entries
    return {
        "key": entry.key,
        "type": entry.entry_type,
        **{one.key: str(one.value).translate(_READ) for one in entry.fields},
    }


def _typeset(text: str) -> str:
    """The lines of an entry that LaTeX typesets."""
    return "\n".join(line for line in text.splitlines() if line.startswith(("  title", "  note")))


def _printed(text: str) -> str:
    """The line of a bibliography that a program of citations makes of a CSL-JSON."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(json.loads(text))
    style = CitationStylesStyle("harvard-cite-them-right", locale="fr-CA", validate=False)
    made = CitationStylesBibliography(style, source, formatter.plain)
    made.register(Citation([CitationItem(key) for key in source]))
    (line,) = made.bibliography()
    return str(line)


def test_the_three_forms_of_an_action_name_it_its_plan_its_address_and_the_state_of_the_data(
    page: Page, address: str, built_site: Path
) -> None:
    _open_passage(page, address + ACTION)
    said, state = _forms(page, ".citer--passage"), _state(built_site)
    name, url = state["etat"], BASE + ACTION
    assert state["date"] == "2026-11-21"
    assert re.sub(r"\s", " ", said["Texte"]) == (
        f"« 2.1.2 Présenter le portrait aux élus », dans « {TITLE} » (démarche « {DEMARCHE} »), Claire-voie, "
        f"données du 21 novembre 2026 ({name}), {url}"
    )
    entry = _bibtex(said["BibTeX"])
    assert entry == {
        "key": "exemple-test-claire-voie-" + ACTION.replace("/#", "-").replace("/", "-"),
        "type": "misc",
        "title": "2.1.2 Présenter le portrait aux élus",
        "author": "Claire-voie",
        "year": "2026",
        "month": "11",
        "url": url,
        "note": f"dans « {TITLE} », démarche « {DEMARCHE} », état des données {name}",
    }
    (item,) = json.loads(said["CSL-JSON"])
    assert item == {
        "id": entry["key"],
        "type": "webpage",
        "title": "2.1.2 Présenter le portrait aux élus",
        "container-title": TITLE,
        "collection-title": DEMARCHE,
        "author": [{"literal": "Claire-voie"}],
        "publisher": "Claire-voie",
        "issued": {"date-parts": [[2026, 11, 21]]},
        "version": name,
        "URL": url,
        "language": "fr-CA",
    }
    line = _printed(said["CSL-JSON"])
    assert all(one in line for one in ("Claire-voie", "2026", "Présenter le portrait aux élus", url))


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("a-propos/", "À propos de Claire-voie"),
        ("ce-que-ca-a-change/", "Ce que ça a changé"),
        (
            "plans/plan-de-quartier-2026-2028/comparer/plan-de-quartier-2024-2025/",
            "Plan de quartier 2026-2028, comparé à Plan de quartier 2024-2025",
        ),
    ],
)
def test_pages_that_are_no_record_are_cited_too(
    page: Page, address: str, built_site: Path, path: str, title: str
) -> None:
    page.goto(address + path, wait_until="networkidle")
    page.get_by_text("Citer cette page").click()
    expect(page.locator("details.citer .citer__forme")).to_have_count(3)
    said = _forms(page, "details.citer")
    assert _bibtex(said["BibTeX"])["title"] == title
    (item,) = json.loads(said["CSL-JSON"])
    assert (item["URL"], item["version"]) == (BASE + path, _state(built_site)["etat"])


def test_the_page_itself_is_cited_at_its_foot_in_the_same_forms(
    page: Page, address: str, built_site: Path
) -> None:
    page.goto(address + PLAN, wait_until="networkidle")
    page.get_by_text("Citer cette page").click()
    expect(page.locator("details.citer .citer__forme")).to_have_count(3)
    said, state = _forms(page, "details.citer"), _state(built_site)
    assert re.sub(r"\s", " ", said["Texte"]) == (
        f"« {TITLE} » (démarche « {DEMARCHE} »), Claire-voie, "
        f"données du 21 novembre 2026 ({state['etat']}), {BASE}{PLAN}"
    )
    entry, (item,) = _bibtex(said["BibTeX"]), json.loads(said["CSL-JSON"])
    assert (entry["title"], entry["url"]) == (item["title"], item["URL"]) == (TITLE, BASE + PLAN)
    assert item["container-title"] == "Claire-voie"


def test_each_form_is_copied_as_it_is_shown_and_it_is_said(reader: Page, address: str) -> None:
    _open_passage(reader, address + ACTION)
    for name, text in _forms(reader, ".citer--passage").items():
        reader.get_by_role("button", name=f"Copier ({name})").click()
        expect(reader.locator(".annonce")).to_have_text(f"Citation copiée ({name})")
        assert reader.evaluate("navigator.clipboard.readText()") == text


def test_nothing_is_loaded_before_somebody_asks_and_then_once(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(address + ACTION, wait_until="networkidle")
    assert not {"citer.js", "etat.json"} & set(asked)
    page.get_by_role("button", name="Citer", exact=True).click()
    expect(page.locator(".citer--passage .citer__forme")).to_have_count(3)
    page.get_by_text("Citer cette page").click()
    expect(page.locator("details.citer .citer__forme")).to_have_count(3)
    assert [asked.count(name) for name in ("citer.js", "etat.json")] == [1, 1]


HARD = "Coûts {100 % & plus} de A_B : 5 $, \\ # ~ ^ « été » <b>"


def test_signs_that_bibtex_or_json_would_take_for_their_own_come_back_as_they_were(
    page: Page, address: str
) -> None:
    def with_another_title(route: Any) -> None:
        answer = route.fetch()
        body = answer.text().replace("Présenter le portrait aux élus.", str(escape(HARD)))
        body = body.replace(f'data-titre="{escape(TITLE)}"', f'data-titre="{escape("}" + HARD)}"')
        route.fulfill(response=answer, body=body)

    page.route(f"{address}{PLAN}", with_another_title)
    _open_passage(page, address + ACTION)
    said = _forms(page, ".citer--passage")
    entry, (item,) = _bibtex(said["BibTeX"]), json.loads(said["CSL-JSON"])
    assert entry["title"] == item["title"] == f"2.1.2 {HARD}"
    assert item["container-title"] == "}" + HARD
    assert "}" + HARD in entry["note"]
    fields = re.findall(r"= \{(.*)\},$", said["BibTeX"], flags=re.MULTILINE)
    assert all(one.count("{") == one.count("}") for one in fields)
    assert not re.search(r"(?<!\\)[&%$_]", _typeset(said["BibTeX"]))


def test_what_leads_to_a_passage_offers_to_cite_it_and_the_keyboard_is_enough(
    page: Page, address: str
) -> None:
    page.goto(address + PLAN, wait_until="networkidle")
    expect(page.get_by_role("button", name="Citer", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Lien vers l’action 2.2.2").focus()
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Citer", exact=True)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#action-2-2-2 .citer--passage .citer__forme")).to_have_count(3)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copier (Texte)")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".citer--passage")).to_have_count(0)
    expect(button).to_be_focused()
    page.get_by_role("link", name="Lien vers l’action 2.1.2").click()
    expect(page.locator("#action-2-1-2").get_by_role("button", name="Citer", exact=True)).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_opened_on_a_phone_it_fits_and_axe_finds_nothing_and_paper_does_not_bear_it(
    browser: Browser, address: str, theme: Any
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=theme)
    page = context.new_page()
    _open_passage(page, address + ACTION)
    page.get_by_text("Citer cette page").click()
    expect(page.locator("details.citer .citer__forme")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page)
    assert [one["id"] for one in found.response["violations"]] == []
    page.emulate_media(media="print")
    for box in page.locator(".citer, .lien-permanent__citer").all():
        expect(box).not_to_be_visible()
    context.close()


def test_when_the_state_cannot_be_read_the_citation_says_so_and_names_none(page: Page, address: str) -> None:
    page.route("**/donnees/etat.json", lambda route: route.abort())
    _open_passage(page, address + ACTION)
    said = _forms(page, ".citer--passage")
    expect(page.locator(".citer--passage")).to_contain_text(
        "Le nom de l’état des données n’a pas pu être lu."
    )
    assert re.sub(r"\s", " ", said["Texte"]).endswith(f"Claire-voie, {BASE}{ACTION}")
    assert _bibtex(said["BibTeX"]).keys() == {"key", "type", "title", "author", "url", "note"}
    assert {"version", "issued"}.isdisjoint(json.loads(said["CSL-JSON"])[0])


def test_without_scripts_the_sentence_is_there_and_no_button_is(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ACTION)
    page.get_by_text("Citer cette page").click()
    shown = page.locator("details.citer .citer__texte").inner_text()
    assert re.sub(r"\s", " ", shown) == f"« {TITLE} » (démarche « {DEMARCHE} »), Claire-voie, {BASE}{PLAN}"
    expect(page.get_by_role("button", name="Citer", exact=True)).to_have_count(0)
    context.close()


def test_the_script_of_citations_is_light(built_site: Path) -> None:
    assert len(compressed(built_site / "assets/js/citer.js", "br")) <= 2_000
