"""Lines broken before the browser sees them hold where they are put, and lose nothing."""

from __future__ import annotations

import re
from functools import cache

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.drawing.text_width import lines, width
from tests.aides.sites import GABARITS, full_site

POLICES = GABARITS / "assets" / "polices"
SOFT_HYPHEN = "\u00ad"


@cache
def _letters(weight: str) -> dict[str, float]:
    """The width of every letter of the font, for a type of size 1."""
    font = TTFont(POLICES / f"atkinson-hyperlegible-{weight}.woff2")
    known = font.getBestCmap().items()
    return {chr(code): font["hmtx"][name][0] / font["head"].unitsPerEm for code, name in known}


def test_no_letter_of_the_font_is_wider_than_it_is_said_to_be() -> None:
    visible = {letter: told for letter, told in _letters("regular").items() if letter != SOFT_HYPHEN}
    assert len(visible) > 200
    assert [letter for letter, told in visible.items() if width(letter, 1) < told] == []


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_sentences_take_no_more_room_than_foreseen_nor_much_less(weight: str) -> None:
    letters = _letters(weight)
    texts = [note.texte for fiche in full_site().jeu for note in fiche.notes]
    taken = {texte: sum(letters.get(letter, 0) for letter in texte) for texte in texts}
    assert len(taken) > 10
    room = {texte: width(texte, 1, bold=weight == "bold") for texte in texts}
    assert [texte for texte in texts if not taken[texte] < room[texte] < 1.2 * taken[texte]] == []


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=300), st.integers(60, 400))
def test_no_line_is_too_wide_and_nothing_is_lost(texte: str, largeur: int) -> None:
    found = lines(texte, 15, largeur)
    assert all(width(line, 15) <= largeur for line in found)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", texte)


def test_a_line_is_broken_between_words_and_not_at_a_space_that_does_not_break() -> None:
    assert lines("Les gens du quartier : ils mangent", 15, 100) == (
        "Les gens du",
        "quartier : ils",
        "mangent",
    )


def test_a_word_too_long_for_a_line_is_cut_where_it_may_be_read() -> None:
    assert lines("https://exemple.test/un/chemin", 15, 130)[0] == "https://exemple."
    assert len(lines("x" * 300, 15, 150)) > 10


def test_a_text_of_nothing_has_no_line() -> None:
    assert lines(" \n", 15, 100) == ()
