"""Calls for projects: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.fiches import BASES, ORGANISME, PROJET
from tests.aides.stories import DEPART, sentences

APPEL = "appels:\n  - id: appel-2027\n    titre: Appel\n"


def told(folder: Path, added: str, code: str, paid: str = "") -> list[str]:
    """What is said under this code of a call with these lines, and of a project that a funding of these words pays."""
    files = {**DEPART, ORGANISME: BASES[ORGANISME] + APPEL + added}
    if paid:
        files[PROJET] = BASES[PROJET] + f"financements: [{{{paid}}}]\n"
    return sentences(folder, files, code)


def test_a_call_does_not_close_before_it_opens(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "    ouverture: 1er mai 2027\n    cloture: 31 mars 2027\n", "APP-01")
    assert "« cloture » (31 mars 2027) vient avant « ouverture » (1er mai 2027)." in found
    assert found.startswith(f"ERREUR data/{ORGANISME}:")


def test_nobody_is_answered_before_a_call_closes(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "    cloture: 31 mars 2027\n    annonce: février 2027\n", "APP-01")
    assert "« annonce » (février 2027) vient avant « cloture » (31 mars 2027)." in found


@pytest.mark.parametrize(
    "dates",
    [
        "    ouverture: mars 2027\n    cloture: 31 mars 2027\n    annonce: mars 2027\n",
        "    ouverture: à déterminer\n    cloture: 31 mars 2027\n",
        "    ouverture: 1er mai 2027\n    cloture: en continu\n",
    ],
)
def test_dates_that_may_follow_each_other_say_nothing(tmp_path: Path, dates: str) -> None:
    assert told(tmp_path, dates, "APP-01") == []


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        (
            "    enveloppe: 5000\n    plafond: 6000\n",
            "« plafond » (6 000 $) dépasse « enveloppe » (5 000 $).",
        ),
        (
            "    plafond: 5\n    plancher: 6\n    devise: EUR\n",
            "« plancher » (6 €) dépasse « plafond » (5 €).",
        ),
        ("    enveloppe: 5\n    accorde: 6\n", "« accorde » (6 $) dépasse « enveloppe » (5 $)."),
    ],
)
def test_what_is_inside_an_envelope_is_not_larger_than_it(tmp_path: Path, amounts: str, said: str) -> None:
    (found,) = told(tmp_path, amounts, "APP-02")
    assert said in found


def test_what_was_given_and_what_is_left_make_the_envelope(tmp_path: Path) -> None:
    amounts = "    enveloppe: 10000\n    accorde: 7000\n    reste: 2000\n"
    (found,) = told(tmp_path, amounts, "APP-03")
    assert (
        "Ce qui est accordé (7 000 $) et ce qui reste (2 000 $) font 9 000 $, et non l'enveloppe (10 000 $)."
        in found
    )
    assert told(tmp_path / "juste", amounts.replace("2000", "3000"), "APP-03") == []


def test_no_more_requests_are_kept_than_came(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "    demandes_recues: 4\n    demandes_retenues: 9\n", "APP-04")
    assert "L'appel retient 9 demandes sur 4 reçues." in found


def test_what_a_funding_follows_is_a_call(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "", "APP-05", "montant: 5, appel: organismes/maison-de-quartier")
    assert "« organismes/maison-de-quartier » n'est pas l'adresse d'un appel à projets." in found
    right = "montant: 5, appel: organismes/maison-de-quartier#appel-2027"
    assert told(tmp_path / "juste", "", "APP-05", right) == []


@pytest.mark.parametrize(
    ("paid", "said"),
    [
        ("montant: 5, devise: EUR", "Ce financement est en euros, et l'appel en dollars canadiens."),
        ("montant: 500", "Ce financement (500 $) dépasse le plafond de l'appel (400 $)."),
    ],
)
def test_a_funding_fits_the_call_that_it_follows(tmp_path: Path, paid: str, said: str) -> None:
    named = f"{paid}, appel: organismes/maison-de-quartier#appel-2027"
    (found,) = told(tmp_path, "    plafond: 400\n", "APP-06", named)
    assert said in found


def test_the_share_that_a_call_pays_is_no_more_than_the_whole(tmp_path: Path) -> None:
    assert len(told(tmp_path, "    pourcentage: 101\n", "SOM-13")) == 1
