"""The edition of a place on paper: printed for real, one letter page or two, codes that a camera reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from clairevoie.build import build
from tests.aides.quartier_plein import full_quarter
from tests.aides.serveur import served
from tests.aides.sites import project_of
from tests.aides.stories import write
from tests.bench.generate import ON as BENCH_DAY
from tests.bench.generate import generate
from tests.conftest import BASE

LETTER = (612.0, 792.0)
# Points to the pixel, so that a camera would see the same thing.
_SHARP = 3.0


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("immense")
    data = write(folder, full_quarter())
    build(project_of(folder, None), data, folder / "site", date(2026, 3, 12), shared / "garde")
    with served(folder / "site") as where:
        yield where


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("invente")
    data = generate(200, folder)
    build(project_of(folder, None), data, folder / "site", BENCH_DAY, shared / "garde")
    with served(folder / "site") as where:
        yield where


def _printed(page: Page, url: str) -> pypdfium2.PdfDocument:
    """The paper that comes out of the browser."""
    page.goto(url)
    page.evaluate("document.fonts.ready")
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


def _codes(paper: pypdfium2.PdfDocument) -> list[str]:
    """What a camera reads in the codes of each page."""
    read = []
    for sheet in paper:
        image = sheet.render(scale=_SHARP, grayscale=True)
        pixels = memoryview(bytes(image.buffer)).cast("B", (image.height, image.stride))
        read += [code.text for code in zxingcpp.read_barcodes(pixels)]
    return read


def _words(paper: pypdfium2.PdfDocument) -> str:
    return " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in paper).split())


def _letters(text: str) -> str:
    """A text without what a line that ends may add or take: spaces and hyphens."""
    return re.sub(r"[\W_]", "", text)


def _cut(page: Page) -> list[float]:
    """How many pixels of each sheet would be cut away, on paper as wide as a letter page less its margins."""
    page.set_viewport_size({"width": 703, "height": 900})
    page.emulate_media(media="print")
    return page.evaluate(
        """() => [...document.querySelectorAll(".edition__feuille")].map(sheet => {
          const bottoms = [...sheet.querySelectorAll("*")].map(one => one.getBoundingClientRect().bottom);
          return Math.max(0, Math.max(...bottoms) - sheet.getBoundingClientRect().bottom - 0.5);
        })"""
    )


def _is_on_two_letter_pages(page: Page, url: str) -> pypdfium2.PdfDocument:
    paper = _printed(page, url)
    assert 1 <= len(paper) <= 2, url
    assert {sheet.get_size() for sheet in paper} == {LETTER}
    cut = _cut(page)
    assert cut, url
    assert not any(cut), url
    return paper


def _told_part(page: Page) -> list[float]:
    """How much of the room of each sheet is taken by what it tells; after _is_on_two_letter_pages."""
    return page.locator(".edition__corps").evaluate_all(
        """all => all.map(body => {
          const bottoms = [...body.querySelectorAll("*")].map(one => one.getBoundingClientRect().bottom);
          const { top, height } = body.getBoundingClientRect();
          return (Math.max(...bottoms) - top) / height;
        })"""
    )


def test_every_edition_of_the_site_is_two_letter_pages_at_most(
    page: Page, address: str, built_site: Path
) -> None:
    found = sorted(
        path.parent.relative_to(built_site).as_posix()
        for path in built_site.glob("*/*/edition/*.html")
        if "edition__feuille" in path.read_text(encoding="utf-8")
    )
    assert len(found) > 3
    for url in found:
        id = url.split("/")[1]
        paper = _is_on_two_letter_pages(page, f"{address}{url}/")
        parts = _told_part(page)
        assert len(parts) == 1 or (min(parts) > 1 / 3 and sum(parts) > 1), url
        assert {code for code in _codes(paper) if not code.startswith(f"{BASE}e/")} == {f"{BASE}t/{id}/"}
        assert _letters(f"exemple.test/claire-voie/t/{id}/") in _letters(_words(paper))


def test_sixty_projects_with_names_of_300_letters_are_still_two_letter_pages(page: Page, huge: str) -> None:
    paper = _is_on_two_letter_pages(page, f"{huge}territoires/quartier/edition/")
    assert len(paper) == 2
    said = _words(paper)
    for left in ("autres projets", "comités", "rencontres", "fonctions à joindre"):
        assert left in said
    assert "https://claire-voie.example/t/quartier/" in _codes(paper)


def test_the_codes_of_the_meetings_lead_to_them(page: Page, made_up: str) -> None:
    url = f"{made_up}territoires/riviere-aux-erables/edition/"
    page.goto(url)
    told = page.locator(".annonce-murale__adresse").all_inner_texts()
    codes = _codes(_is_on_two_letter_pages(page, url))
    assert {f"https://{address}" for address in told} <= set(codes)


def test_nothing_but_black_ink_is_printed(page: Page, address: str) -> None:
    paper = _printed(page, f"{address}territoires/mrc-des-anses/edition/")
    assert len(paper)
    for sheet in paper:
        pixels = bytes(sheet.render(scale=1).buffer)
        channels = zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True)
        assert all(max(pixel) - min(pixel) < 12 for pixel in channels)


def test_the_menu_and_the_licence_of_the_site_stay_off_the_paper(page: Page, address: str) -> None:
    said = _words(_printed(page, f"{address}territoires/vieux-phare/edition/"))
    for screen_only in ("Accueil", "Imprimer", "licence", "Thème"):
        assert screen_only not in said
    assert "Prochaines rencontres" in said


def test_the_numbers_to_call_are_on_the_paper_and_no_heading_is_empty(page: Page, address: str) -> None:
    said = _words(_printed(page, f"{address}territoires/vieux-phare/edition/"))
    assert "418-555-0100" in said
    assert "vérifié le 1er septembre 2026" in said
    blocs = page.locator(".edition__bloc")
    assert blocs.count() > 1
    assert blocs.evaluate_all("all => all.every((one) => one.querySelector('.annonce-murale'))")


def test_the_button_prints_and_is_not_there_without_scripts(browser: Browser, address: str) -> None:
    url = f"{address}territoires/vieux-phare/edition/"
    page = browser.new_page()
    page.add_init_script("window.print = () => { document.title = 'imprimé'; }")
    page.goto(url)
    page.get_by_role("button", name="Imprimer l’affiche").click()
    expect(page).to_have_title("imprimé")
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(url)
    expect(bare.get_by_role("heading", level=1)).to_have_text("Vieux-Phare")
    expect(bare.get_by_text("Imprimer l’affiche")).to_be_hidden()


def test_the_short_address_typed_by_hand_leads_to_the_page_of_the_place(page: Page, address: str) -> None:
    page.goto(f"{address}t/cap-rond/")
    page.wait_for_url(f"{address}territoires/cap-rond/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cap-Rond")
