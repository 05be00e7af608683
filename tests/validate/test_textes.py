"""What a text may hold: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

COMITE = "comites/table-de-quartier.yml"
_COMITE = DEPART[COMITE]


def mission(text: str) -> dict[str, str]:
    """The smallest dataset, with this mission."""
    return {**DEPART, COMITE: _COMITE + f"mission: '{text}'\n"}


def en_bref(text: str) -> dict[str, str]:
    """The smallest dataset, with this summary."""
    return {**DEPART, COMITE: _COMITE.replace("La table qui décide.", text)}


@pytest.mark.parametrize(
    ("text", "balise"),
    [
        ("Une <b>grande</b> idée", "<b>"),
        ("Des points : </ul>", "</ul>"),
        ('<IMG SRC="x" onerror="y">', "<IMG>"),
        ("<script src=x", "<script>"),
        ("ligne<br />ligne", "<br>"),
        ("texte <!-- caché -->", "<!--"),
    ],
)
def test_html_has_no_place_in_a_text(tmp_path: Path, text: str, balise: str) -> None:
    assert sentences(tmp_path, mission(text), "TYP-17") == [
        f"ERREUR data/{COMITE}:6:{11 + text.index('<')} [TYP-17]\n"
        f"  Le texte contient du code HTML (« {balise} »).\n"
        "  Pour corriger : retirez-le; pour une liste, utilisez sous_actions."
    ]


@pytest.mark.parametrize(
    "text", ["a < b et b > c", "moins de <5 ans>", "voir <https://exemple.quebec>", "1 <2", "<3 le quartier"]
)
def test_a_sign_alone_is_no_html(tmp_path: Path, text: str) -> None:
    assert sentences(tmp_path, mission(text), "TYP-17") == []


def test_html_is_found_however_deep(tmp_path: Path) -> None:
    files = {**DEPART, COMITE: _COMITE + "mandats:\n  - texte: Le <i>bilan</i>\n"}
    (told,) = sentences(tmp_path, files, "TYP-17")
    assert told.startswith(f"ERREUR data/{COMITE}:7:15 [TYP-17]")


def test_html_is_found_at_its_line_in_a_text_of_several(tmp_path: Path) -> None:
    files = {**DEPART, COMITE: _COMITE + "contexte: |\n  Un mot.\n\n  - Le <i>bilan</i>\n"}
    (told,) = sentences(tmp_path, files, "TYP-17")
    assert told.startswith(f"ERREUR data/{COMITE}:9:8 [TYP-17]")


def test_a_very_long_text_is_looked_at_twice(tmp_path: Path) -> None:
    assert sentences(tmp_path, mission("a" * 5001), "TYP-18") == [
        f"AVERTISSEMENT data/{COMITE}:6:10 [TYP-18]\n"
        "  « mission » est très long (5001 caractères).\n"
        "  Pour corriger : vérifiez qu'un autre champ n'y a pas été collé."
    ]
    assert sentences(tmp_path, mission("a" * 5000), "TYP-18") == []


def test_a_name_is_at_most_200_characters(tmp_path: Path) -> None:
    name = "territoires/la-ville.yml"
    for length, told in ((200, []), (201, ["« nom » est très long (201 caractères)."])):
        files = {**DEPART, name: f"nom: {'a' * length}\npublication: publie\n"}
        assert [text.split("\n")[1].strip() for text in sentences(tmp_path, files, "TYP-18")] == told


def test_a_summary_is_one_sentence(tmp_path: Path) -> None:
    assert sentences(tmp_path, en_bref("La table décide. Elle agit."), "TYP-19") == [
        f"ERREUR data/{COMITE}:3:10 [TYP-19]\n"
        "  « en_bref » a 2 phrases, dont la première est « La table décide. ».\n"
        "  Pour corriger : gardez une seule phrase d'au plus 40 mots."
    ]


def test_a_summary_has_at_most_40_words(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, en_bref("mot " * 41), "TYP-19")
    assert "« en_bref » a 41 mots." in told
    assert sentences(tmp_path, en_bref("mot " * 40), "TYP-19") == []


@pytest.mark.parametrize(
    "text",
    [
        "À St. John, M. Roy et J. R. Doe décident.",
        "Qui décide? la table, le 1er mars 2.5 fois.",
        "Un comité : « deux mots »… et la suite.",
        "La table du quartier (ville.qc.ca).",
    ],
)
def test_one_sentence_may_hold_points(tmp_path: Path, text: str) -> None:
    assert sentences(tmp_path, en_bref(text), "TYP-19") == []
