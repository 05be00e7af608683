"""A state is said as somebody said it: who found an action late, and when; who adopted a plan, by which resolution."""

from __future__ import annotations

from pathlib import Path

from tests.aides.pages_vues import links, printed, words
from tests.aides.stories import PLAN_CLIMAT


def page(folder: Path, added: str) -> str:
    return printed(folder, {"plans/climat.yml": PLAN_CLIMAT + added})["plans/climat"].corps


def test_late_is_said_with_who_says_so_and_when(tmp_path: Path) -> None:
    entry = '{date: "2026-01-10", statut: en_retard, source: {document: rapport}}'
    said = words(page(tmp_path, f'actions: [{{numero: "1", texte: Planter, suivi: [{entry}]}}]\n'))
    assert "État En retard, selon «Rapport du quartier», au 10 janvier 2026" in said
    assert "1 action: 1 en retard, selon la source." in said


def test_a_plan_tells_the_number_of_its_resolution_and_whose_it_is(tmp_path: Path) -> None:
    corps = page(
        tmp_path,
        'adoption: {organisme: maison-de-quartier, resolution: "2026-112", date: "12 janvier 2026"}\n',
    )
    assert "Adoption: Maison de quartier, résolution 2026-112, le 12 janvier 2026, selon la source." in words(
        corps
    )
    assert any(href.endswith("organismes/maison-de-quartier/") for href in links(corps))
