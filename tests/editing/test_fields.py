"""One thing is added to a text or taken out of it, and every other byte stays."""

from __future__ import annotations

import pytest

from clairevoie.editing.fields import (
    NotEditable,
    replaced_at,
    with_entry,
    with_item,
    with_value,
    without_item,
)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("nom: A\n", "nom: A\nmots: [x]\n"),
        ("nom: A", "nom: A\nmots: [x]\n"),
        ("mots: [a, b]  # deux\nnom: A\n", "mots: [a, b, x]  # deux\nnom: A\n"),
        ("mots: []\n", "mots: [x]\n"),
        ("mots:\n  - a  # un\n\n# fin\nnom: A\n", "mots:\n  - a  # un\n  - x\n\n# fin\nnom: A\n"),
        ("mots:\n- a\n- b\nnom: A\n", "mots:\n- a\n- b\n- x\nnom: A\n"),
        ("mots:\n  - a\n", "mots:\n  - a\n  - x\n"),
    ],
)
def test_an_item_is_added_where_its_list_is(text: str, after: str) -> None:
    assert with_item(text, "mots", "x") == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("nom: A\n", "nom: A\nancres: {a: b}\n"),
        ("ancres: {c: d}\n", "ancres: {c: d, a: b}\n"),
        ("ancres:\n  c: d\nnom: A\n", "ancres:\n  c: d\n  a: b\nnom: A\n"),
    ],
)
def test_an_entry_is_added_where_its_set_is(text: str, after: str) -> None:
    assert with_entry(text, "ancres", "a", "b") == after


def test_a_word_is_replaced_within_its_quotes() -> None:
    assert with_value("a: 'b'  # c\n", "a", "d") == "a: 'd'  # c\n"
    assert replaced_at('x: [y, "z"]\n', 1, 8, "z", "t") == 'x: [y, "t"]\n'


LISTED = "actions:\n  # un\n  - a: 1\n    b: |\n      texte\n\n  # deux\n  - a: 2\nnom: A\n"


@pytest.mark.parametrize(
    ("rank", "after"),
    [
        (0, "actions:\n  # un\n\n  # deux\n  - a: 2\nnom: A\n"),
        (1, "actions:\n  # un\n  - a: 1\n    b: |\n      texte\n\n  # deux\nnom: A\n"),
    ],
)
def test_an_item_leaves_with_its_lines_alone(rank: int, after: str) -> None:
    assert without_item(LISTED, ("actions", rank)) == after


def test_the_last_item_of_a_list_leaves_with_its_field() -> None:
    assert without_item("nom: A\nactions:\n  - a: 1\nb: 2\n", ("actions", 0)) == "nom: A\nb: 2\n"


@pytest.mark.parametrize("text", ["actions: [{a: 1}, {a: 2}]\n", "actions:\n  -\n    a: 1\n  - a: 2\n"])
def test_what_is_laid_out_otherwise_is_left_to_a_person(text: str) -> None:
    with pytest.raises(NotEditable):
        without_item(text, ("actions", 0))
