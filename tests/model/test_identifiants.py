"""Numbers that registers give: the right one passes, a changed figure is seen."""

from __future__ import annotations

import subprocess
import sys

import pytest

from clairevoie.model.describe import describe
from clairevoie.model.identifiants import REGISTRES, fault, page_of, register_name
from clairevoie.model.liens import Identifiant

_KEY = "sa clé de contrôle ne correspond pas (un chiffre a sans doute changé, ou changé de place)"


def test_the_word_schema_is_a_field_like_any_other() -> None:
    typed = Identifiant(schema="siret", valeur="732 829 320 00074")
    assert (typed.schema, typed.valeur) == ("siret", "732 829 320 00074")
    assert list(describe(Identifiant)) == ["schema", "valeur"]
    assert list(Identifiant.model_json_schema()["properties"]) == ["schema", "valeur"]


def test_nothing_is_said_when_the_forms_are_loaded() -> None:
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", "import clairevoie.model.liens"], capture_output=True, text=True
    )
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("schema", REGISTRES)
def test_the_example_of_a_register_is_one_of_its_numbers(schema: str) -> None:
    assert fault(schema, REGISTRES[schema].exemple) == ""


@pytest.mark.parametrize(
    ("schema", "valeur"),
    [
        ("siret", "732 829 320 00074"),
        ("siret", "35600000012346"),  # a branch of La Poste: the sum of its figures is a multiple of 5
        ("siren", "732-829-320"),
        ("rna", "W2A1000001"),
        ("isbn", "2-07-036822-X"),
        ("isbn", "9782070368228"),
        ("ror", "03yrm5c26"),
        ("isni", "000000012150090X"),
        ("permis_de_construire", "n'importe quoi"),
    ],
)
def test_a_right_number_passes_however_it_is_spaced(schema: str, valeur: str) -> None:
    assert fault(schema, valeur) == ""


@pytest.mark.parametrize(
    ("schema", "valeur", "raison"),
    [
        ("neq", "114000000", "on y attend 10 chiffres"),
        ("siret", "73282932000075", _KEY),
        ("siret", "35600000012347", _KEY),
        ("siret", "7328293200007", "on y attend 14 chiffres"),
        ("siren", "732829321", _KEY),
        ("rna", "751000000", "on y attend W suivi de 9 chiffres"),
        ("wikidata", "176", "on y attend Q suivi de chiffres"),
        ("isbn", "978-2-07-036822-9", _KEY),
        ("isbn", "2-07-036822-1", _KEY),
        ("issn", "0317-8472", _KEY),
        ("doi", "https://doi.org/10.1000/182", "on y attend un DOI comme 10.1000/182, sans https"),
        ("ror", "03yrm5c27", _KEY),
        ("isni", "0000000121500901", _KEY),
        ("siret", "", "on y attend 14 chiffres"),
    ],
)  # fmt: skip
def test_a_wrong_number_says_what_was_expected(schema: str, valeur: str, raison: str) -> None:
    assert fault(schema, valeur) == raison


@pytest.mark.parametrize(
    ("schema", "valeur", "page"),
    [
        ("wikidata", "Q176", "https://www.wikidata.org/wiki/Q176"),
        ("doi", "10.1000/182", "https://doi.org/10.1000/182"),
        ("ror", "03yrm5c26", "https://ror.org/03yrm5c26"),
        ("isni", "0000 0001 2150 090X", "https://isni.org/isni/000000012150090X"),
        ("wikidata", "176", ""),
        ("ror", "03yrm5c27", ""),
        ("isbn", "9782070368228", ""),
        ("numero_de_dossier", "2026-0417", ""),
        ("inconnu", "Q176", ""),
    ],
)
def test_only_a_right_number_of_a_register_with_lasting_pages_leads_there(
    schema: str, valeur: str, page: str
) -> None:
    assert page_of(schema, valeur) == page


def test_a_register_that_nobody_knows_is_called_as_it_was_typed() -> None:
    assert register_name("numero_de_permis") == "Numero de permis"
    assert register_name("numero_de_dossier") == "Numéro de dossier"
