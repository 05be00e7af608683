"""A mark tells whether two texts say nearly the same thing, and nobody reads the words back in it."""

from __future__ import annotations

import pytest

from clairevoie.derive.standing import SAME, UNKNOWN, likeness, mark


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ouvrir une cuisine collective.", "OUVRIR UNE CUISINE COLLECTIVE"),
        ("Ouvrir une cuisine collective.", "Ouvrir une cuisine collective dans le quartier."),
        ("Former un comité de suivi du plan.", "Former le comité de suivi."),
        ("Table de quartier", "La table du quartier"),
    ],
)
def test_a_text_that_was_corrected_or_completed_is_the_same_thing(one: str, other: str) -> None:
    assert likeness(mark(one), mark(other)) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ouvrir une cuisine collective.", "Planter un jardin."),
        ("Ouvrir une cuisine.", "Ouvrir un jardin."),
        ("CRE Mauricie", "CDC Mauricie"),
        ("Table de quartier", "Table de concertation"),
    ],
)
def test_another_text_is_another_thing(one: str, other: str) -> None:
    assert likeness(mark(one), mark(other)) < SAME


def test_nothing_is_known_of_what_has_no_words() -> None:
    assert mark("…") == mark("") == UNKNOWN
    assert likeness(UNKNOWN, mark("Ouvrir une cuisine.")) == 1


def test_a_mark_is_short_and_keeps_twelve_bits_of_a_word() -> None:
    assert len(mark("mot " * 50)) == 2
    assert len(mark(" ".join(f"mot{n}" for n in range(500)))) == 16
