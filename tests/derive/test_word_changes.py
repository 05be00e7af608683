"""Two texts word by word: what was kept, what went, what came."""

from __future__ import annotations

import random

import pytest

from clairevoie.derive import word_changes as module
from clairevoie.derive.word_changes import word_changes


def _told(old: str, new: str) -> list[str]:
    signs = {"garde": "=", "retire": "-", "ajoute": "+"}
    return [f"{signs[one.sort]}{one.texte}" for one in word_changes(old, new)]


def test_only_the_words_that_changed_are_marked() -> None:
    assert _told(
        "Livrer des paniers dans quatre localités.", "Livrer des paniers dans les sept localités."
    ) == [
        "=Livrer des paniers dans",
        "- quatre",
        "+ les sept",
        "= localités.",
    ]


def test_an_article_and_a_final_point_are_no_part_of_a_word() -> None:
    assert _told("Ouvrir l'école", "Ouvrir l'épicerie.") == ["=Ouvrir l'", "-école", "+épicerie."]


def test_a_short_word_between_two_changes_is_one_change() -> None:
    assert _told("Un jardin de fleurs ici", "Un verger de pommes ici") == [
        "=Un",
        "- jardin de fleurs",
        "+ verger de pommes",
        "= ici",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("Agir.", "Agir.", ["=Agir."]),
        ("", "Agir.", ["+Agir."]),
        ("Agir.", "", ["-Agir."]),
        ("Agir ici.", "Agir.", ["=Agir", "- ici", "=."]),
    ],
)
def test_a_text_that_is_empty_or_the_same_has_one_piece(old: str, new: str, told: list[str]) -> None:
    assert _told(old, new) == told


@pytest.mark.parametrize("seed", range(40))
def test_each_text_is_found_again_in_its_pieces(seed: int) -> None:
    chance = random.Random(seed)
    old, new = (
        " ".join(chance.choices(["la", "ville", "l'eau", "jardin,", "dix", "ouvrir"], k=chance.randrange(30)))
        for _ in range(2)
    )
    pieces = word_changes(old, new)
    for other, text in (("ajoute", old), ("retire", new)):
        said = "".join(one.texte for one in pieces if one.sort != other)
        assert said.replace(" ", "") == text.replace(" ", "")


def test_texts_that_are_long_and_wholly_other_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    real = module.SequenceMatcher

    def counting(junk: None, old: list[str], new: list[str], *, autojunk: bool) -> object:
        compared.append(len(old) * len(new))
        return real(junk, old, new, autojunk=autojunk)

    monkeypatch.setattr(module, "SequenceMatcher", counting)
    old, new = (" ".join(f"{letter}{rank}" for rank in range(2000)) for letter in "ab")
    assert _told(old, new) == [f"-{old}", f"+{new}"]
    assert compared == []
    word_changes(f"{old} fin", f"{old} autre")
    assert compared == [1]
