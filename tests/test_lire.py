"""`clairevoie lire`: what an editor types, and what the site says it understands."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from clairevoie.cli import main

_TABLE = Path(__file__).parent / "aides" / "echeances.tsv"
_ROWS = list(csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
# What the last column says of a setting is no key.
_BESIDE = "selon le réglage"
_COUNTS = ("min", "max")


def _read(capsys: pytest.CaptureFixture[str], phrase: str) -> list[dict[str, Any]]:
    assert main(["lire", "--format", "json", phrase]) == 0, capsys.readouterr().err
    read: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return read


def _rest(row: dict[str, str]) -> dict[str, object]:
    """The keys that the last column names; True for a bare name, None for one that must be absent."""
    told: dict[str, object] = {}
    for part in (row["reste"] or "").split(", "):
        key, equal, value = part.partition("=")
        if key and not key.startswith(_BESIDE):
            told[key] = True if not equal else int(value) if key in _COUNTS and value else value or None
    return told


@pytest.mark.parametrize(
    "row", [row for row in _ROWS if row["type"] != "refus"], ids=lambda row: row["phrase"]
)
def test_a_phrase_of_the_table_is_understood(row: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    read = _read(capsys, row["phrase"])
    values = row["valeur"].split(" + ") if row["valeur"] else [None]
    assert [one.get("valeur") for one in read] == values
    assert [one["type"] for one in read] == [row["type"]] or row["type"] == "plusieurs"
    for key, value in _rest(row).items():
        assert [one.get(key) for one in read] == [value] * len(read), key


@pytest.mark.parametrize(
    "row", [row for row in _ROWS if row["type"] == "refus"], ids=lambda row: row["phrase"]
)
def test_a_phrase_of_the_table_is_asked_about(
    row: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("json", "texte"):
        assert main(["lire", "--format", form, row["phrase"]]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(f"« {row['phrase']} » ")
        assert "Pour corriger : écrivez" in said.err or "Pour corriger : vérifiez" in said.err


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("lundi 22 mars 2027, 19 h", "Une date : le 22 mars 2027, à 19 h."),
        ("fin juin 2027", "Un mois : à la fin de juin 2027."),
        ("mi-mai 2027", "Un mois : à la mi-mai 2027."),
        ("T2 2027", "Un trimestre : au 2e trimestre 2027."),
        ("autour de mars 2027", "Un mois : en mars 2027 environ."),
        ("d'ici juin 2027", "Une période : jusqu'en juin 2027."),
        ("3 et 4 juin 2027", "Une date : le 3 juin 2027.\nUne date : le 4 juin 2027."),
        ("printemps 2027 si le financement est confirmé",
         "Une saison : au printemps 2027, si le financement est confirmé."),
        ("court terme", "Sans date."),
        ("lorsque le local sera prêt", "Dépend d’autre chose : le local sera prêt."),
        ("6 mois après l'adoption", "Dépend d’autre chose, 6 mois après l'adoption."),
        ("En continu", "Sans fin prévue."),
        ("An 2", "2e année depuis le début du plan."),
        ("aux six semaines", "Une fréquence : 1 fois toutes les 6 semaines."),
        ("tous les mardis à 19 h", "Une fréquence : 1 fois par semaine, le mardi, à 19 h."),
        ("maximum 6 rencontres par année", "Une fréquence : au plus 6 fois par année."),
        ("plusieurs fois par année", "Une fréquence : plusieurs fois par année."),
        ("tous les lundis, sauf les jours fériés",
         "Une fréquence : 1 fois par semaine, le lundi, sauf les jours fériés."),
        ("du 3 mai à 9 h au 5 mai 2027 à 17 h", "Une période : du 3 au 5 mai 2027, de 9 h à 17 h."),
        ("party de Noël 2026", "Une date : le 25 décembre 2026 environ."),
        ("18 à 24 mois", "Une durée : de 18 à 24 mois."),
    ],
)  # fmt: skip
def test_what_is_understood_is_said_in_french(
    phrase: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lire", phrase]) == 0
    assert capsys.readouterr().out.replace("\u00a0", " ") == f"{said}\n"


def test_seasons_from_one_to_the_other_are_answered_with_their_own_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["lire", "du printemps à l'automne 2027"]) == 1
    assert capsys.readouterr().err.endswith(
        "Pour corriger : écrivez deux échéances : « printemps 2027 » et « automne 2027 ».\n"
    )


def test_the_words_of_a_phrase_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", "fin", "juin", "2027"]) == 0
    assert capsys.readouterr().out == "Un mois : à la fin de juin 2027.\n".replace(" :", "\u00a0:")


def test_a_phrase_that_nobody_reads_gets_others_to_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", "bientôt peut-être"]) == 1
    assert capsys.readouterr().err == (
        "« bientôt peut-être » n'est lu ni comme une date, ni comme une fréquence, ni comme une durée.\n"
        "Pour corriger : écrivez par exemple « automne 2027 », « court terme » ou « 4 rencontres par année ».\n"
    )


def test_an_empty_phrase_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", " "]) == 1
    assert capsys.readouterr().err.startswith("La phrase est vide.\nPour corriger : ")


def test_the_settings_of_the_project_are_those_of_the_phrase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra:\n  exercice: juillet\n", encoding="utf-8")
    command = ["lire", "--racine", str(tmp_path), "--format", "json", "année financière 2026-2027"]
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)[0]["valeur"] == "2026-07/2027-06"
