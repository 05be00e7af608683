"""What is drawn can be read on one's screen: however much there is, no drawing is taller than three screens folded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.aides.pages_vues import printed
from tests.aides.stories import DEPART

DEMARCHE = "demarches/cercle-des-anses/"
SCREENS = [(360, 740), (1280, 740)]
SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'
DRAWN = (".organigramme", ".gouvernance", ".carte-des-effets", ".frise")


def _comites(n: int) -> dict[str, str]:
    return {
        f"comites/comite-{rank}.yml": f'nom: "Comité {rank}"\npublication: publie\ndemarches: [quartier]\n'
        f"parent: {f'comite-{(rank - 12) // 9}' if rank >= 12 else 'table-de-quartier'}\n"
        f'en_bref: "On s’y parle."\n{SOURCES}'
        for rank in range(n)
    }


def _projets(n: int) -> dict[str, str]:
    return {
        f"projets/projet-{rank}.yml": f'nom: "Projet {rank}"\npublication: publie\ndemarche: quartier\n'
        f'en_bref: "On plante."\nperiode: "{1990 + rank % 30}-{1992 + rank % 30}"\n'
        f'etapes: [{{id: etape-a, texte: "Planter.", echeances: "mai {2000 + rank % 20}"}}]\n{SOURCES}'
        for rank in range(n)
    }


def _effets(n: int) -> str:
    zones = ("eleve", "moyen", "faible")
    lines = (
        f"    - {{id: effet-{rank}, zone_controle: {zones[rank % 3]}, contribue_a: [effet-{(rank + 1) % n}], "
        f'texte: "Les gens du quartier se parlent et décident ensemble, le soir aussi ({rank})."}}\n'
        for rank in range(n)
    )
    return f"chaine_resultats:\n  effets:\n{''.join(lines)}"


def _heights(page: Page) -> Iterator[tuple[str, float]]:
    for selector in DRAWN:
        for one in page.locator(selector).filter(visible=True).all():
            box = one.bounding_box()
            assert box is not None
            yield selector, box["height"]


@pytest.mark.parametrize("n", [5, 50, 500])
def test_drawings_hold_in_three_screens_with_words_that_can_be_read(
    browser: Browser, address: str, tmp_path: Path, n: int
) -> None:
    files = {
        **_comites(n),
        **_projets(n),
        "demarches/quartier.yml": DEPART["demarches/quartier.yml"] + _effets(n),
    }
    corps = printed(tmp_path, files)["demarches/quartier"].corps
    for width, height in SCREENS:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(address + DEMARCHE)
        page.locator("main").evaluate("(main, html) => main.innerHTML = html", corps)
        heights = list(_heights(page))
        assert {selector for selector, _ in heights} == set(DRAWN)
        assert [(selector, tall) for selector, tall in heights if tall > 3 * height] == []
        smallest = page.evaluate(
            """() => Math.min(...[...document.querySelectorAll("main svg text")].filter(one => one.checkVisibility())
              .map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))"""
        )
        assert smallest >= 12
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
