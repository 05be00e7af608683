"""The line that was typed, and the sign under the place at fault."""

from __future__ import annotations

import pytest

from clairevoie.excerpt import excerpt, width


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("statut: actiff", 9, "  1 │ statut: actiff\n    │         ^"),
        ("statut: actiff  ", 15, "  1 │ statut: actiff\n    │               ^"),
        ("nom: 東京 : x", 9, "  1 │ nom: 東京 : x\n    │           ^"),
        ("nom: e\u0301te\u0301 : x", 11, "  1 │ nom: e\u0301te\u0301 : x\n    │         ^"),
        ("a: 👩\u200d🌾 : x", 8, "  1 │ a: 👩\u200d🌾 : x\n    │       ^"),
        ("a:\tb\tc", 6, "  1 │ a:\tb\tc\n    │   \t \t^"),
        ("   ", 1, ""),
    ],
)
def test_the_sign_stands_under_the_place(line: str, column: int, shown: str) -> None:
    assert excerpt(line, 1, column) == shown


def test_the_sign_is_aligned_whatever_the_number_of_the_line() -> None:
    assert excerpt("\n" * 99 + "nom: x", 100, 6) == "  100 │ nom: x\n      │      ^"


@pytest.mark.parametrize("column", [1, 60, 250, 500, 501])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    typed, sign = excerpt("mot " * 125, 1, column).split("\n")
    assert width(typed) <= 105
    assert sign.index("^") < 105
    text = "mot " * 125
    assert typed[sign.index("^") :][:1] == text.rstrip()[column - 1 : column]
    assert ("…" in typed[:8]) == (column > 49)


def test_a_line_that_is_not_there_shows_nothing() -> None:
    assert excerpt("a: b", 3, 1) == excerpt("a: b", 0, 0) == ""
