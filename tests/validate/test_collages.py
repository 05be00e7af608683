"""What a paste leaves behind, and the words to type instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.validate.rules.collages import mended
from tests.aides.stories import DEPART, problems, sentences

LIEU = "territoires/la-ville.yml"


def named(typed: str, champ: str = "nom") -> dict[str, str]:
    """The smallest dataset, with this value in the record of a place."""
    first = "" if champ == "nom" else "nom: La Ville\n"
    return {**DEPART, LIEU: f"{first}{champ}: {typed}\npublication: publie\n"}


@pytest.mark.parametrize(
    "typed", ["“La Ville”", '"« La Ville »"', "'\"La Ville\"'", '"‘La Ville’"', "„La Ville“"]
)
def test_marks_typed_around_a_name_are_told_with_the_name_alone(tmp_path: Path, typed: str) -> None:
    value = typed.strip("'\"") if typed[:2] != "'\"" else '"La Ville"'
    assert sentences(tmp_path, named(typed), "TYP-23") == [
        f"AVERTISSEMENT data/{LIEU}:1:6 [TYP-23]\n"
        f"  Les guillemets de « {value} » feraient partie du nom.\n"
        '  Pour corriger : écrivez "La Ville".'
    ]
    assert problems(tmp_path, named('"La Ville"'), "TYP-23") == []


def test_other_names_of_a_record_are_names_too(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, named('["« La Cité »"]', "noms_alternatifs"), "TYP-23")
    assert (told.origin.line, told.origin.column) == (2, 20)


@pytest.mark.parametrize(
    "typed",
    ['"« Un » et « deux »"', '"Le journal « Ici »"', "L’Été", "\"L'eau d'ici\"", '"«"', "“Ville” basse"],
)
def test_quotation_marks_inside_a_name_are_its_own(tmp_path: Path, typed: str) -> None:
    assert problems(tmp_path, named(typed), "TYP-23") == []


def test_accents_lost_in_a_paste_are_told_with_the_mended_words(tmp_path: Path) -> None:
    typed = '"La Ville dÃ¨s lâ€™Ã©tÃ©"'
    assert sentences(tmp_path, named(typed), "TYP-24") == [
        f"AVERTISSEMENT data/{LIEU}:1:17 [TYP-24]\n"
        "  « La Ville dÃ¨s lâ€™Ã©tÃ© » a perdu ses accents en chemin.\n"
        "  Pour corriger : écrivez « La Ville dès l’été »; recopiez le texte depuis sa source, ou enregistrez le "
        "fichier en UTF-8."
    ]


def test_of_a_long_text_the_words_at_fault_are_told(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, named(f'"{"mot " * 30}dÃ©jÃ\u00a0 vu{" mot" * 30}"'), "TYP-24")
    assert told.fault == "« dÃ©jÃ\u00a0 » a perdu ses accents en chemin."
    assert "écrivez « déjà »" in told.remedy


def test_a_sign_that_is_lost_for_good_is_told_without_a_guess(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, named("Le caf\ufffd"), "TYP-24")
    assert told.fault == "« Le caf\ufffd » a perdu ses accents en chemin."
    assert told.remedy == "recopiez le texte depuis sa source, ou enregistrez le fichier en UTF-8."


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("Å“uvre", "œuvre"),
        ("Ã‰cole dâ€™Ã©tÃ©", "École d’été"),
        ("Â«\u00a0ouiÂ\u00a0Â»", "«\u00a0oui\u00a0»"),
        ("ðŸŽ‰ fÃªte", "🎉 fête"),
        ("ÃƒÂ©tÃƒÂ©", "été"),
        ("10 â‚¬", "10 €"),
        ("dÃ©jÃ  lÃ ", "déjà  là "),
        ("â€œAâ€", "“A”"),
    ],
)
def test_garbled_words_are_mended(garbled: str, right: str) -> None:
    assert mended(garbled) == right


@pytest.mark.parametrize(
    "typed", ["« THÉ »", "THÉ»", "São João", "SÃO", "Âge", "Łódź", "naïf – œuvre’s", "ᐃᓄᒃ 🎉"]
)
def test_words_that_are_right_are_left_alone(tmp_path: Path, typed: str) -> None:
    assert problems(tmp_path, named(f'"{typed}"'), "TYP-24") == []
