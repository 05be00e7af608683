"""Insurance numbers, dates of birth, homes: what was typed, and the sentence that comes back without it.

Every address and number here is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.fiches import COMITE, EVENEMENT
from tests.aides.renseignements import DEMARCHE, described, told
from tests.aides.stories import DEPART

REMOVE = (
    "  Pour corriger : retirez-le tout de suite et avisez la personne responsable "
    "de la protection des renseignements personnels."
)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Son numéro est le 046 454 286.", "numéro d'assurance sociale"),
        ("046-454-286", "numéro d'assurance sociale"),
        ("NAS : 046454286", "numéro d'assurance sociale"),
        ("Carte ABCD 5551 1234", "numéro d'assurance maladie"),
        ("abcd55511234", "numéro d'assurance maladie"),
        ("Une citoyenne née le 12 mars 1951", "date de naissance"),
        ("Date de naissance : 1951-03-12", "date de naissance"),
        ("Né(e) le 1er août 1951", "date de naissance"),
        ("Elle habite au 12, rue de l'Exemple", "adresse résidentielle"),
        ("Domicile : 12 avenue des Pins", "adresse résidentielle"),
        ("Rendez-vous au 12, 3e avenue, app. 4", "adresse résidentielle"),
    ],
)
def test_what_must_never_be_typed_is_named_and_not_printed(tmp_path: Path, text: str, genre: str) -> None:
    assert told(tmp_path, DEMARCHE, described(text), "PRV-05") == [
        f"ERREUR data/{DEMARCHE}:8:14 [PRV-05]\n"
        f"  Un renseignement sensible semble présent : {genre}.\n"
        f"{REMOVE}"
    ]


def test_a_street_address_on_a_seat_is_that_of_a_home(tmp_path: Path) -> None:
    text = DEPART[COMITE] + 'membres: [{fonction: citoyenne, affiliation: "12, rue de l\'Exemple"}]\n'
    (said,) = told(tmp_path, COMITE, text, "PRV-05")
    assert said.split("\n")[1:] == [
        "  Un renseignement sensible semble présent : adresse résidentielle.",
        REMOVE,
    ]


def test_the_public_address_of_a_meeting_says_nothing(tmp_path: Path) -> None:
    text = 'titre: Rencontre\npublication: publie\nlieu: "Salle communautaire, 1, rue de l\'Exemple"\n'
    assert told(tmp_path, EVENEMENT, text, "PRV-05") == []


@pytest.mark.parametrize(
    "text",
    [
        "Le numéro 046 454 287 n'est pas le bon",  # the last digit does not check the others
        "Un fonds de 046 454 286 $",
        "Organisme de bienfaisance 046454286 RR0001",
        "1 046 454 286 habitants",
        "PLAN 2009-2010 et mars 2009 2010",
        "Réunion du 2009-0331, MARS 2009 0331",
        "Une démarche née en 2013 d'une étude",
        "Un projet né de la démarche, le 12 mars 2013",
        "La Maison est au 500, avenue de l'Exemple",
        "Des gens qui habitent le quartier, près de la rue principale",
        "Construire 12 appartements rue de l'Exemple",
        "Le conseil habite un local; 3 rangs plus loin",
    ],
)
def test_ordinary_numbers_dates_and_places_say_nothing(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, DEMARCHE, described(text), "PRV-05") == []


def test_sensitive_information_in_a_comment_is_refused(tmp_path: Path) -> None:
    text = "# NAS 046 454 286\n" + DEPART[DEMARCHE]
    assert told(tmp_path, DEMARCHE, text, "PRV-05") == [
        f"ERREUR data/{DEMARCHE}:1:1 [PRV-05]\n"
        "  Un renseignement sensible semble présent : numéro d'assurance sociale.\n" + REMOVE
    ]
