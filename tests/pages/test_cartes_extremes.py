"""Maps of effects that nobody would draw by hand hold all the same: long texts, deep nesting, many effects."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tests.aides.dessins_lus import EFFETS, drawings, page, squeezed
from tests.aides.sites import full_pages

LONG = ("Les gens du quartier se parlent et décident ensemble de ce qui se fera près de chez eux. " * 4)[:300]


def under_one_another(count: int, texte: str) -> str:
    """Effects, each under the one before."""
    effets = ""
    for rank in range(count):
        under = f", parent: effet-{rank - 1}" if rank else ""
        effets += f"    - {{id: effet-{rank}, zone_controle: eleve, texte: {texte}{under}}}\n"
    return f"chaine_resultats:\n  effets:\n{effets}"


@pytest.mark.parametrize("texte", [LONG, "x" * 300, "日" * 300], ids=["phrase", "mot", "idéogrammes"])
def test_texts_of_300_characters_stay_in_boxes_that_stay_apart(tmp_path: Path, texte: str) -> None:
    corps = page(tmp_path, under_one_another(6, texte))
    assert len(drawings(corps)) == 2
    for drawing in drawings(corps):
        assert len(drawing.boxes) == 7
        assert all(box.x < x and box.y < y < box.bottom for box, x, y in drawing.lines)
        shown = [squeezed(box.texte) for box in drawing.boxes if box.sorte == "souhaite"]
        assert all(one.endswith("…") or one == squeezed(texte) for one in shown)
        assert all(squeezed(texte).startswith(one.removesuffix("…")) for one in shown)
        for one, other in combinations(drawing.boxes, 2):
            above = one.bottom <= other.y or other.bottom <= one.y
            beside = one.right <= other.x or other.right <= one.x
            assert above or beside or one.holds(other) or other.holds(one)


def test_a_drawing_wider_than_its_frame_scrolls_and_the_keyboard_reaches_it(tmp_path: Path) -> None:
    corps = page(tmp_path, under_one_another(16, "Plus bas."))
    assert corps.count('role="region" aria-label="Carte des effets, à faire défiler" tabindex="0"') == 1
    assert 'tabindex="0"' not in page(tmp_path / "court", EFFETS % ("", "", ""))


def test_a_map_too_high_for_paper_leaves_the_page_to_the_list(tmp_path: Path) -> None:
    many = "".join(
        f'    - {{id: effet-{rank}, zone_controle: eleve, texte: "{LONG} {rank}"}}\n' for rank in range(12)
    )
    assert "carte-des-effets__cadre--large carte-des-effets__cadre--haut" in page(
        tmp_path, f"chaine_resultats:\n  effets:\n{many}"
    )
    ordinary = full_pages()["demarches/vieux-phare-en-commun"].corps
    assert "carte-des-effets__cadre--large" in ordinary
    assert "carte-des-effets__cadre--large carte-des-effets__cadre--haut" not in ordinary
