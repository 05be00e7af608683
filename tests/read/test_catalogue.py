"""What an editor types, and the exact sentence that comes back: one story at least for each rule of form."""

from __future__ import annotations

import pytest

from tests.aides.slips import ERRORS
from tests.aides.telling import error, read, told, warning

ENCODING = "Le fichier n'est pas en UTF-8; les accents seraient illisibles."
APART = "Des lettres et leurs accents sont tapés séparément; la recherche pourrait échouer."
MIXED = "Les fins de ligne de deux systèmes sont mélangées; un outil de comparaison verrait tout le fichier changé."
NORMALISE = "lancez « clairevoie verifier --normaliser », qui réécrit le fichier sans cela."


def _sign(name: str) -> str:
    return f"Il y a ici {name}; le site n'en tient pas compte."


COMMENT = "entourez le texte de guillemets, ou laissez si c'est voulu."


@pytest.mark.parametrize(("typed", "place", "code", "fault", "remedy"), ERRORS, ids=lambda v: str(v)[:30])
def test_a_slip_is_told_where_it_is_and_with_its_remedy(
    typed: str, place: str, code: str, fault: str, remedy: str
) -> None:
    assert told(typed) == [error(place, code, fault, remedy)]


@pytest.mark.parametrize("code", [f"YAML-{n:02}" for n in (1, 2, 4, 5, 6, 7, 8, 9, 11, 14, 16, 19)])
def test_a_slip_that_makes_values_doubtful_gives_no_record(code: str) -> None:
    stories = [typed for typed, _, of, _, _ in ERRORS if of == code]
    assert stories
    assert [read(typed)[0] for typed in stories] == [None] * len(stories)


def test_a_field_typed_twice_is_told_and_the_rest_of_the_record_is_still_examined() -> None:
    record, problems = read("nom: A\nlieux: [x]\nnom: B\n")
    fault = "Le champ « nom » apparaît deux fois (lignes 1 et 3)."
    assert problems == [error("3:1", "YAML-03", fault, "gardez-en un seul, ou fusionnez les deux listes.")]
    assert record is not None
    assert record.data == {"nom": "A", "lieux": ["x"]}


def test_a_file_saved_in_latin_1_is_told_once_and_still_examined() -> None:
    record, problems = read("nom: A\ntitre: Été à Lévis\n".encode("latin-1"))
    assert problems == [error("2:8", "YAML-13", ENCODING, "Enregistrer sous… → encodage UTF-8.")]
    assert record is not None
    assert record.data["titre"] == "Été à Lévis"


WARNINGS = [
    (
        "titre: Plan #2\n",
        "1:13",
        "YAML-10",
        "Ce qui suit « # » est un commentaire et ne sera pas publié (« 2 »).",
        COMMENT,
        {"titre": "Plan"},
    ),
    (
        "numero: #5\n",
        "1:9",
        "YAML-10",
        "Ce qui suit « # » est un commentaire et ne sera pas publié (« 5 »).",
        COMMENT,
        {"numero": None},
    ),
    (
        "\u00a0nom: A\n",
        "1:1",
        "YAML-17",
        "Un caractère invisible (espace insécable) précède « nom ».",
        "effacez l'espace et retapez-la.",
        {"\u00a0nom": "A"},
    ),
    (
        "nom\u00a0: A\n",
        "1:4",
        "YAML-17",
        "Un caractère invisible (espace insécable) précède « : ».",
        "effacez l'espace et retapez-la.",
        {"nom\u00a0": "A"},
    ),
    ("nom: A\r\ntitre: B\n", "2:9", "YAML-18", MIXED, NORMALISE, {"nom": "A", "titre": "B"}),
    ("nom: A\ntitre: e\u0301te\u0301\n", "2:1", "YAML-18", APART, NORMALISE, {"nom": "A", "titre": "été"}),
    ("nom: A\x00B\n", "1:7", "YAML-18", _sign("un octet nul (U+0000)"), NORMALISE, {"nom": "AB"}),
    (
        "nom: A\u2028B\n",
        "1:7",
        "YAML-18",
        "Il y a ici un séparateur de lignes invisible (U+2028); le site met une espace à sa place.",
        NORMALISE,
        {"nom": "A B"},
    ),
    ("nom: A\x07B\n", "1:7", "YAML-18", _sign("un caractère de commande (U+0007)"), NORMALISE, {"nom": "AB"}),
    (
        "nom: A\u202eB\u202c\n",
        "1:7",
        "YAML-18",
        _sign("une marque qui renverse le sens de la lecture (U+202E)"),
        NORMALISE,
        {"nom": "AB"},
    ),
    (
        "nom: A\u2066B\u2069\n",
        "1:7",
        "YAML-18",
        _sign("une marque qui renverse le sens de la lecture (U+2066)"),
        NORMALISE,
        {"nom": "AB"},
    ),
    (
        "nom: A\u200b\u200c\u200d\u2060\ufeffB\n",
        "1:7",
        "YAML-18",
        _sign("un caractère sans largeur (U+200B)"),
        NORMALISE,
        {"nom": "AB"},
    ),
    (
        "n\u200bom: A\n",
        "1:2",
        "YAML-18",
        _sign("un caractère sans largeur (U+200B)"),
        NORMALISE,
        {"nom": "A"},
    ),
]


@pytest.mark.parametrize(
    "typed", ["\ufeffnom: A\n", "nom: A\r\n", "nom: 👩\u200d🌾\n", "nom: 🏴\U000e0067\U000e007f\n"]
)
def test_what_systems_write_by_themselves_and_emoji_are_not_odd(typed: str) -> None:
    record, problems = read(typed)
    assert problems == []
    assert record is not None
    assert f"nom: {record.data['nom']}" == typed.strip("\ufeff\r\n")


@pytest.mark.parametrize(
    ("typed", "place", "code", "fault", "remedy", "data"), WARNINGS, ids=lambda v: repr(v)[:30]
)
def test_an_oddity_is_told_and_the_record_is_read(
    typed: str, place: str, code: str, fault: str, remedy: str, data: dict[str, object]
) -> None:
    record, problems = read(typed)
    assert problems == [warning(place, code, fault, remedy)]
    assert record is not None
    assert record.data == data
