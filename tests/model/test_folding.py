"""Two people who type the same name differently mean the same thing."""

from __future__ import annotations

import pytest

from clairevoie.model.folding import capital_of, fold, slug, spelled


@pytest.mark.parametrize(
    ("texte", "folded"),
    [
        ("Łódź", "lodz"),
        ("Ærø, Đặng", "aero dang"),
        ("Ħal İstanbul ẞ", "hal istanbul ss"),
        ("１２", "12"),
        ("🎉 Fête", "fete"),
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


@pytest.mark.parametrize(
    ("texte", "folded", "plain"),
    [
        ("ᐃᓄᒃᑎᑐᑦ", "ᐃᓄᒃᑎᑐᑦ", ""),
        ("ᓀᐦᐃᔭᐍᐏᐣ", "ᓀᐦᐃᔭᐍᐏᐣ", ""),
        ("საქართველო", "საქართველო", ""),
        ("社区 2", "社区 2", "2"),
        ("جمعية الحي", "جمعية الحي", ""),
        ("हिन्दी", "हिन्दी", ""),
        ("Йод", "йод", ""),
        ("Άλφα", "αλφα", ""),
        ("ガラス", "ガラス", ""),
    ],
)
def test_the_letters_of_other_scripts_are_kept_and_are_no_piece_of_an_address(
    texte: str, folded: str, plain: str
) -> None:
    assert fold(texte) == folded
    assert slug(texte) == plain


@pytest.mark.parametrize(
    ("typed", "plain"), [("Łódź", "Lodz"), ("Œuvre", "Oeuvre"), ("l’œil ŒIL", "l’oeil OeIL")]
)
def test_a_word_is_spelled_with_the_keys_that_everybody_has(typed: str, plain: str) -> None:
    assert spelled(typed) == plain


@pytest.mark.parametrize(
    ("letter", "capital"), [("é", "É"), ("ა", "ა"), ("ᐃ", "ᐃ"), ("ß", "ß"), ("я", "Я"), ("1", "1"), ("", "")]
)
def test_a_capital_changes_no_letter_into_another(letter: str, capital: str) -> None:
    assert capital_of(letter) == capital
