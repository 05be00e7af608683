"""What a page makes a reader download: one light stylesheet that lost no rule, and only the scripts it calls for."""

from __future__ import annotations

from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Page

from tests.aides.genres import PAGES
from tests.aides.sites import FULL, ROOT
from tests.bench.wire import compressed

PLAN = "plans/plan-d-action-du-cercle-2024-2026/"
_RULES = """texts => texts.map(text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s+/g, " "));
})"""


def _scripts(page: Page, url: str) -> set[str]:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(url, wait_until="networkidle")
    return {Path(url).stem for url in asked if url.endswith(".js")}


def test_the_stylesheet_of_all_pages_has_every_rule_of_every_component_in_order(
    page: Page, built_site: Path
) -> None:
    assets = ROOT / "overrides/assets"
    pieces = [assets / "tokens.css", assets / "base.css", *sorted((assets / "composants").glob("*.css"))]
    written = [piece.read_text(encoding="utf-8") for piece in pieces]
    served = (built_site / "assets/claire-voie.css").read_text(encoding="utf-8")
    *by_piece, bundled = page.evaluate(_RULES, [*written, served])
    assert all(by_piece)
    assert bundled == [rule for rules in by_piece for rule in rules]
    assert not list((built_site / "assets").rglob("*/*.css"))


def test_all_our_scripts_together_stay_light(built_site: Path) -> None:
    scripts = sorted((built_site / "assets/js").glob("*.js"))
    assert scripts
    assert sum(len(compressed(script, "br")) for script in scripts) <= 20_000


def test_a_page_loads_only_the_scripts_it_calls_for(page: Page, address: str) -> None:
    always = {"amorce", "theme", "menu", "au-besoin", "recherche"}
    assert _scripts(page, f"{address}a-propos/") == always | {"voix"}
    assert _scripts(page, f"{address}organismes/corporation-des-anses/") == always | {"voix"}
    assert _scripts(page, f"{address}{PLAN}") == always | {
        "voix",
        "impression",
        "imprimer",
        "lien-permanent",
        "annonce",
    }


def test_a_written_page_adds_the_scripts_that_it_names(page: Page, address: str, built_site: Path) -> None:
    assert "modules: [explorer]" in (FULL.parent / "content/explorer/index.md").read_text(encoding="utf-8")
    assert "explorer" in _scripts(page, f"{address}explorer/")


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_stays_light(page: Page, address: str, built_site: Path, name: str) -> None:
    seen: set[str] = set()
    page.on("response", lambda response: seen.add(response.url.partition("#")[0]))
    page.goto(address + PAGES[name], wait_until="networkidle")
    paths = (built_site / url.removeprefix(address) for url in seen if url.startswith(address))
    files = {path / "index.html" if path.is_dir() else path for path in paths}
    assert files
    assert sum(len(compressed(file, "br")) for file in files) < 90_000
    scripts = [file for file in files if file.suffix == ".js"]
    assert sum(len(brotli.compress(file.read_bytes())) for file in scripts) < 15_000
