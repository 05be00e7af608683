"""A flat list where each says what it stands under becomes a tree, in the order given."""

from __future__ import annotations

import pytest

from clairevoie.derive.nesting import nest


def _drawn(things: str) -> str:
    """« a b>a c>b » → « a(b(c)) »: each thing, and after `>` what it stands under."""
    pairs = [(key, above or None) for key, _, above in (thing.partition(">") for thing in things.split())]

    def node(thing: tuple[str, str | None], below: tuple[str, ...]) -> str:
        return f"{thing[0]}({' '.join(below)})" if below else thing[0]

    found = nest(pairs, lambda thing: None if thing[0] == "-" else thing[0], lambda thing: thing[1], node)
    return " ".join(found)


@pytest.mark.parametrize(
    ("things", "tree"),
    [
        ("a b>a c>b d>a", "a(b(c) d)"),
        ("c>b b>a a", "a(b(c))"),
        ("a b>ailleurs", "a b"),
        ("a ->a b>-", "a(-) b"),
        ("a b>c c>b d>d", "a"),
        ("", ""),
    ],
)
def test_each_thing_stands_once_under_the_one_it_names(things: str, tree: str) -> None:
    assert _drawn(things) == tree
