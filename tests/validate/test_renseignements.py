"""E-mails and telephones in texts: what was typed, and the sentence that comes back without it.

Every address and number here is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.fiches import COMITE
from tests.aides.renseignements import DEMARCHE, described, told
from tests.aides.stories import DEPART


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
        "  Pour corriger : déplacez-le dans contacts, si c'est un numéro de travail; sinon, effacez-le."
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
        "  Pour corriger : déplacez-le dans contacts, si c'est un numéro de travail; sinon, effacez-le."
    ]


def test_what_looks_like_a_comment_in_a_text_is_told_once_as_a_text(tmp_path: Path) -> None:
    text = DEPART[DEMARCHE] + "description: |\n  Voir\n  # voisine@gmail.com\n"
    (problem,) = told(tmp_path, DEMARCHE, text, "PRV-03")
    assert problem.startswith(f"ERREUR data/{DEMARCHE}:8:14 ")


def test_the_comments_of_a_badly_formed_record_are_looked_at_too(tmp_path: Path) -> None:
    text = "inconnu: 1 # voisine@gmail.com\n" + DEPART[DEMARCHE]
    assert len(told(tmp_path, DEMARCHE, text, "PRV-03")) == 1
