"""Two people who type the same name differently mean the same thing."""

from __future__ import annotations

import pytest

from clairevoie.model.folding import fold, slug


@pytest.mark.parametrize(
    ("texte", "folded"),
    [
        ("L’Énergie", "l energie"),
        ("L'énergie", "l energie"),
        ("Œuvre & cie", "oeuvre cie"),
        ("« Ça va »", "ca va"),
        ("n° 2", "n 2"),
        ("2²", "22"),
        ("—", ""),
    ],
)
def test_accents_capitals_ligatures_and_marks_say_nothing(texte: str, folded: str) -> None:
    assert fold(texte) == folded
    assert slug(texte) == folded.replace(" ", "-")
