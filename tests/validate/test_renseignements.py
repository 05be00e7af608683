"""Personal information in texts: what was typed, and the sentence that comes back without it.

Every address and number here is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories import DEPART, sentences

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
EVENEMENT = "evenements/rencontre.yml"
REMOVE = (
    "  Pour corriger : retirez-le tout de suite et avisez la personne responsable "
    "de la protection des renseignements personnels."
)


def told(folder: Path, name: str, text: str, code: str) -> list[str]:
    """What is said under this code when one file of the smallest dataset reads so."""
    return sentences(folder, {**DEPART, name: text}, code)


def described(text: str) -> str:
    """A démarche described so, in its last line."""
    return DEPART[DEMARCHE] + f'description: "{text}"\n'


def test_a_personal_email_is_refused_and_not_printed_again(tmp_path: Path) -> None:
    text = described("Écrivez à voisine.du.coin@Gmail.com pour venir.")
    assert told(tmp_path, DEMARCHE, text, "PRV-03") == [
        f"ERREUR data/{DEMARCHE}:8:14 [PRV-03]\n"
        "  Une adresse courriel personnelle semble présente (v…m).\n"
        "  Pour corriger : utilisez l'adresse de l'organisme, ou retirez-la et prévenez la personne "
        "responsable : elle est peut-être déjà dans l'historique du dépôt."
    ]


@pytest.mark.parametrize(
    "courriel", ["a.b@hotmail.com", "ab@videotron.ca", "ab@yahoo.fr", "ab@live.ca", "x@outlook.com"]
)
def test_a_personal_email_is_refused_in_contacts_too(tmp_path: Path, courriel: str) -> None:
    text = DEPART[DEMARCHE] + f"contacts:\n  - {{fonction: coordonnatrice, courriel: {courriel}}}\n"
    assert len(told(tmp_path, DEMARCHE, text, "PRV-03")) == 1


@pytest.mark.parametrize(
    "courriel", ["info@exemple.quebec", "info@gmailleurs.org", "table@monoutlook.quebec"]
)
def test_the_email_of_an_organisme_says_nothing(tmp_path: Path, courriel: str) -> None:
    assert told(tmp_path, DEMARCHE, described(f"Écrivez à {courriel}."), "PRV-03") == []


def test_a_badly_formed_record_is_looked_at_all_the_same(tmp_path: Path) -> None:
    text = DEPART[COMITE] + "courriel_perso: voisine@gmail.com\n"
    assert len(told(tmp_path, COMITE, text, "PRV-03")) == 1
    assert len(told(tmp_path, COMITE, text, "TYP-13")) == 1


def test_a_telephone_stands_in_contacts(tmp_path: Path) -> None:
    assert told(tmp_path, DEMARCHE, described("Appelez au 819-555-0147."), "PRV-04") == [
        f"ERREUR data/{DEMARCHE}:8:14 [PRV-04]\n"
        "  Un numéro de téléphone figure dans un texte (8…7).\n"
        "  Pour corriger : déplacez-le dans contacts, s'il s'agit d'un numéro de travail."
    ]


@pytest.mark.parametrize(
    "numero",
    [
        "(819) 555-0147",
        "819 555 0147",
        "1 819 555-0147",
        "+1-819-555-0147",
        "819.555.0147",
        "8195550147",
        "819 555-0147",
    ],
)
def test_a_telephone_is_known_however_it_is_typed(tmp_path: Path, numero: str) -> None:
    assert len(told(tmp_path, DEMARCHE, described(f"tél.{numero}, le jour"), "PRV-04")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Un budget de 111 600 $ en 2009-2010",
        "Une suite de 12 467 450 2345 à lire",
        "Actions 1.2.1, 1.2.2 et 1.2.3 du plan 2009-2010",
        "Le 31 mars 2009, le 2 juin 2009 et 2010-03-31",
        "NEQ 1140000000 et 8845550147",
        "Voir https://exemple.quebec/819-555-0147",
        "ISBN 978-2-550-55014-7",
        "De 250 000 2010 à 2011",
    ],
)
def test_other_numbers_are_no_telephone(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, DEMARCHE, described(text), "PRV-04") == []


def test_a_telephone_in_contacts_says_nothing(tmp_path: Path) -> None:
    text = (
        DEPART[DEMARCHE]
        + 'contacts:\n  - {fonction: coordonnatrice, telephone: "819-555-0147", poste: "12"}\n'
    )
    assert told(tmp_path, DEMARCHE, text, "PRV-04") == []


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


def commented(text: str) -> str:
    """A démarche followed by a remark, which is published with the file."""
    return DEPART[DEMARCHE] + f'description: "Quartier # 4" # {text}\n'


def test_a_personal_email_in_a_comment_is_refused(tmp_path: Path) -> None:
    text = commented("demander à voisine@gmail.com")
    assert told(tmp_path, DEMARCHE, text, "PRV-03") == [
        f"ERREUR data/{DEMARCHE}:8:29 [PRV-03]\n"
        "  Une adresse courriel personnelle semble présente (v…m).\n"
        "  Pour corriger : utilisez l'adresse de l'organisme, ou retirez-la et prévenez la personne "
        "responsable : elle est peut-être déjà dans l'historique du dépôt."
    ]


def test_a_telephone_in_a_comment_is_refused(tmp_path: Path) -> None:
    text = commented("rappeler au 819-555-0147")
    assert told(tmp_path, DEMARCHE, text, "PRV-04") == [
        f"ERREUR data/{DEMARCHE}:8:29 [PRV-04]\n"
        "  Un numéro de téléphone figure dans un texte (8…7).\n"
        "  Pour corriger : déplacez-le dans contacts, s'il s'agit d'un numéro de travail."
    ]


def test_sensitive_information_in_a_comment_is_refused(tmp_path: Path) -> None:
    text = "# NAS 046 454 286\n" + DEPART[DEMARCHE]
    assert told(tmp_path, DEMARCHE, text, "PRV-05") == [
        f"ERREUR data/{DEMARCHE}:1:1 [PRV-05]\n"
        "  Un renseignement sensible semble présent : numéro d'assurance sociale.\n" + REMOVE
    ]


def test_what_looks_like_a_comment_in_a_text_is_told_once_as_a_text(tmp_path: Path) -> None:
    text = DEPART[DEMARCHE] + "description: |\n  Voir\n  # voisine@gmail.com\n"
    (problem,) = told(tmp_path, DEMARCHE, text, "PRV-03")
    assert problem.startswith(f"ERREUR data/{DEMARCHE}:8:14 ")


def test_the_comments_of_a_badly_formed_record_are_looked_at_too(tmp_path: Path) -> None:
    text = "inconnu: 1 # voisine@gmail.com\n" + DEPART[DEMARCHE]
    assert len(told(tmp_path, DEMARCHE, text, "PRV-03")) == 1
