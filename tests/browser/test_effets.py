"""The map of effects as browsers draw it: every line in its box, on a phone, on paper, without its font or colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.aides.dessins_lus import EFFETS
from tests.aides.dessins_lus import page as printed_page

CHAINE = "demarches/vieux-phare-en-commun/"
IMPACTS = "demarches/cercle-des-anses/"
LONG = (
    "Les organismes du quartier se parlent et décident ensemble, même le soir et la fin de semaine. " * 4
)[:300]

# The lines that the drawing on screen writes outside of their box, or over its edge.
_OUTSIDE = """() => [...document.querySelectorAll(".carte-des-effets__dessin")]
  .filter(svg => svg.checkVisibility())
  .flatMap(svg => [...svg.querySelectorAll("g")])
  .flatMap(group => {
    const box = group.querySelector("rect").getBBox();
    return [...group.querySelectorAll("text")].filter(text => {
      const line = text.getBBox();
      return line.x <= box.x || line.x + line.width >= box.x + box.width
        || line.y <= box.y - 1 || line.y + line.height >= box.y + box.height + 1;
    });
  })
  .map(text => text.textContent)"""


def _shown(page: Page) -> list[str]:
    names = ("large", "etroit")
    return [name for name in names if page.locator(f".carte-des-effets__cadre--{name}").is_visible()]


@pytest.mark.parametrize("url", [CHAINE, IMPACTS])
@pytest.mark.parametrize(
    ("width", "shown"), [(320, "etroit"), (360, "etroit"), (800, "large"), (1280, "large")]
)
def test_one_drawing_is_shown_and_every_line_is_in_its_box(
    browser: Browser, address: str, url: str, width: int, shown: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(address + url)
    page.evaluate("document.fonts.ready")
    assert _shown(page) == [shown]
    assert page.locator(".carte-des-effets__dessin").filter(visible=True).locator("g").count() >= 5
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_lines_are_in_their_boxes_when_the_font_does_not_come(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(address + CHAINE)
    assert page.evaluate(_OUTSIDE) == []
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_texts_of_300_characters_are_in_their_boxes(
    browser: Browser, address: str, width: int, tmp_path: Path
) -> None:
    others = (
        f"    - {{id: effet-1, zone_controle: eleve, texte: {'x' * 300}, contribue_a: [effet-e, effet-f]}}\n"
    )
    corps = printed_page(tmp_path, EFFETS.replace("On mange bien.", LONG) % ("", "", "") + others)
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(address + CHAINE)
    page.locator("main").evaluate("(main, html) => main.innerHTML = html", corps)
    assert page.locator(".carte-des-effets__fleche").filter(visible=True).count() >= 2
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_in_forced_colours_boxes_keep_their_edges_and_their_shapes(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(address + CHAINE)
    box = page.locator(".carte-des-effets__case--souhaite").filter(visible=True).last
    stroke, fill, dashes = box.evaluate(
        "box => (style => [style.stroke, style.fill, style.strokeDasharray])(getComputedStyle(box))"
    )
    assert stroke != fill
    assert dashes != "none"
    text = page.locator(".carte-des-effets__texte").filter(visible=True).last
    assert text.evaluate("text => getComputedStyle(text).fill") == stroke
    context.close()


def test_on_paper_the_wide_drawing_stands_before_its_list(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 720, "height": 960})
    page = context.new_page()
    page.goto(address + CHAINE)
    page.emulate_media(media="print")
    assert _shown(page) == ["large"]
    drawing = page.locator(".carte-des-effets__cadre--large svg").bounding_box()
    assert drawing is not None
    assert drawing["width"] <= 720
    expect(page.locator("#chaine-en-liste")).to_be_visible()
    context.close()


def test_from_the_map_one_goes_to_the_same_thing_as_a_list(page: Page, address: str) -> None:
    page.goto(address + IMPACTS)
    page.locator(".carte-des-effets").get_by_role("link", name="Lire la même chose en liste").click()
    expect(page.locator("#impacts-en-liste")).to_be_in_viewport()
