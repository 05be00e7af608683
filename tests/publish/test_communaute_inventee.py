"""A site that is made up says so wherever a page of it may be met: on the screen, on a wall, beside a shared link."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.build import build
from clairevoie.pages import Reglages
from clairevoie.pages.partage import of_the_site, share_cards
from tests.aides.sites import AUJOURD_HUI, SMALL, full_site, project_of

_SAID = "Communauté inventée."
# Pages of no words, which only send elsewhere.
_SENDS_ON = "<a data-suite "


def test_every_page_says_that_the_community_is_made_up(built_site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in built_site.rglob("*.html")}
    silent = {path for path, page in pages.items() if _SAID not in page}
    assert built_site / "404.html" in pages
    assert not silent


def test_each_sheet_for_a_wall_says_it_on_paper(built_site: Path) -> None:
    for path in built_site.rglob("edition/index.html"):
        page = path.read_text(encoding="utf-8")
        if _SENDS_ON in page:
            continue
        sheets = page.count('class="edition__feuille"')
        assert page.count("Communauté inventée&nbsp;: rien de tout cela n’existe.") == sheets > 0


def test_the_picture_beside_a_shared_link_says_it() -> None:
    assert {card.pied for card in share_cards(full_site())} == {"Claire-voie – communauté inventée"}


@pytest.mark.construction
def test_a_site_of_facts_says_nothing_of_it(tmp_path: Path) -> None:
    project = project_of(tmp_path / "projet", SMALL)
    settings = project / "mkdocs.yml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(
        said.replace("communaute_inventee: true", "communaute_inventee: false"), encoding="utf-8"
    )
    build(project, project / "data", tmp_path / "site", AUJOURD_HUI)
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert pages
    assert not [page for page in pages if "Communauté inventée" in page]
    assert of_the_site(Reglages("https://exemple.test/", "Claire-voie")).pied == "Claire-voie"
