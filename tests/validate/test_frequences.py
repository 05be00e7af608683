"""Frequencies: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

COMITE = "comites/table-de-quartier.yml"
PLAN = "plans/plan-2025.yml"
ANNEXE = "plans/communication-2025.yml"


def plan(nom: str, frequence: str, echeances: str = "[]", demarche: str = "quartier") -> str:
    """A plan of one year with one action, how often and when."""
    return f"""\
nom: "{nom}"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: {demarche}
periode: "2025-2026"
sources: [{{document: rapport, repere: "Page 2"}}]
actions:
  - numero: "1"
    texte: "Se réunir"
    frequence: {frequence}
    echeances: {echeances}
"""


def test_an_impossible_frequency_is_refused(tmp_path: Path) -> None:
    files = {**DEPART, COMITE: DEPART[COMITE] + 'frequence: "6 à 4 rencontres par année"\n'}
    assert sentences(tmp_path, files, "DAT-10") == [
        f"ERREUR data/{COMITE}:6:12 [DAT-10]\n"
        "  Fréquence impossible : de 6 à 4 par année.\n"
        "  Pour corriger : écrivez une phrase comme « 4 à 6 rencontres par année »."
    ]


def test_an_action_has_as_many_dates_as_it_has_meetings(tmp_path: Path) -> None:
    typed = plan("Plan", "4 à 6 rencontres par année", '["31 mars 2025", "2 juin 2025", "Hiver 2026"]')
    assert sentences(tmp_path, {**DEPART, PLAN: typed}, "DAT-11") == [
        f"AVERTISSEMENT data/{PLAN}:10:16 [DAT-11]\n"
        "  La fréquence prévoit 4 à 6 rencontres; 3 dates sont inscrites.\n"
        "  Pour corriger : vérifiez les dates; si la source est ainsi, ajoutez une note {nature: "
        'ecart, couvre: [DAT-11], texte: "…"}.'
    ]


@pytest.mark.parametrize(
    ("frequence", "echeances"),
    [
        ("2 à 3 rencontres par année", '["31 mars 2025", "Septembre 2025"]'),
        (
            "2 rencontres par année",
            '["Rencontres : octobre 2025 et hiver 2026", "Comité : 4 rencontres par année"]',
        ),
        ("4 rencontres par année", '["En continu", "Mars 2025"]'),
        ("4 rencontres par année", '["2025-2026"]'),
        ("4 rencontres par année", '["Janvier 2025", "Décembre 2026"]'),  # more than a year
        ("mensuel", '["Mars 2025"]'),
        ('{texte: "4 fois par année", objet: bulletin}', '["Mars 2025"]'),
        ("Au besoin", '["Mars 2025"]'),
    ],
)
def test_dates_that_fit_or_cannot_be_counted_say_nothing(
    tmp_path: Path, frequence: str, echeances: str
) -> None:
    assert sentences(tmp_path, {**DEPART, PLAN: plan("Plan", frequence, echeances)}, "DAT-11") == []


def test_one_date_and_one_meeting_are_said_in_the_singular(tmp_path: Path) -> None:
    typed = plan("Plan", "1 rencontre par année", '["Mars 2025", "Mai 2025"]')
    (said,) = sentences(tmp_path / "a", {**DEPART, PLAN: typed}, "DAT-11")
    assert said.split("\n")[1] == "  La fréquence prévoit 1 rencontre; 2 dates sont inscrites."
    typed = plan("Plan", "4 rencontres par année", '["Mars 2025"]')
    (said,) = sentences(tmp_path / "b", {**DEPART, PLAN: typed}, "DAT-11")
    assert said.split("\n")[1] == "  La fréquence prévoit 4 rencontres; 1 date est inscrite."


def test_a_plan_of_several_years_is_not_counted_as_one(tmp_path: Path) -> None:
    typed = plan("Plan", "4 rencontres par année", '["Mars 2025"]').replace("2025-2026", "2025-2028")
    assert sentences(tmp_path, {**DEPART, PLAN: typed}, "DAT-11") == []


def test_one_thing_has_one_frequency_and_each_place_says_so(tmp_path: Path) -> None:
    files = {
        **DEPART,
        PLAN: plan("Plan", '{texte: "3 à 4 fois par année", objet: "bulletin L’Écho"}'),
        ANNEXE: plan("Communication", '{texte: "quatre (4) fois par année", objet: "Bulletin L\'Écho"}'),
    }
    trois, quatre = "« 3 à 4 fois par année »", "« quatre (4) fois par année »"
    remedy = (
        "  Pour corriger : corrigez celle qui est fausse; sinon, gardez les deux et "
        'ajoutez une note {nature: ecart, couvre: [DAT-12], texte: "…"}.'
    )
    assert sentences(tmp_path, files, "DAT-12") == [
        f"AVERTISSEMENT data/{ANNEXE}:10:16 [DAT-12]\n"
        f"  « Bulletin L'Écho » a deux fréquences : {quatre} et {trois}.\n"
        f"{remedy}",
        f"AVERTISSEMENT data/{PLAN}:10:16 [DAT-12]\n"
        f"  « bulletin L’Écho » a deux fréquences : {trois} et {quatre}.\n"
        f"{remedy}",
    ]


def test_meetings_that_are_not_named_compare_within_their_own_list(tmp_path: Path) -> None:
    typed = DEPART[COMITE] + 'frequence: ["4 rencontres par année", "2 rencontres par année"]\n'
    said = sentences(
        tmp_path, {**DEPART, COMITE: typed, PLAN: plan("Plan", "8 rencontres par année")}, "DAT-12"
    )
    assert [line.split("\n")[1] for line in said] == [
        "  « rencontres » a deux fréquences : « 4 rencontres par année » et « 2 rencontres par année ».",
        "  « rencontres » a deux fréquences : « 2 rencontres par année » et « 4 rencontres par année ».",
    ]


def _bulletin(often: str, demarches: str) -> str:
    return (
        f'titre: "Bulletin"\npublication: publie\n{demarches}'
        f'frequence: {{texte: "{often}", objet: bulletin}}\nsources: [{{document: rapport}}]\n'
    )


@pytest.mark.parametrize(("demarches", "said"), [("demarches: [quartier]\n", 2), ("", 0)])
def test_what_serves_several_demarches_compares_in_each_and_what_serves_none_with_itself(
    tmp_path: Path, demarches: str, said: int
) -> None:
    files = {
        "documents/bulletin.yml": _bulletin("3 fois par année", demarches),
        "documents/journal.yml": _bulletin("4 fois par année", demarches),
    }
    assert len(sentences(tmp_path, {**DEPART, **files}, "DAT-12")) == said


@pytest.mark.parametrize(
    ("ici", "ailleurs", "demarche"),
    [
        ('{texte: "annuel", objet: bilan}', '{texte: "chaque année", objet: bilan}', "quartier"),
        ('{texte: "annuel", objet: bilan}', '{texte: "2 fois par année", objet: bulletin}', "quartier"),
        ('{texte: "annuel", objet: bilan}', '{texte: "2 fois par année", objet: bilan}', "autre"),
        ("4 rencontres par année", "2 rencontres par année", "quartier"),
        ('{texte: "Au besoin", objet: bilan}', '{texte: "annuel", objet: bilan}', "quartier"),
    ],
)
def test_other_things_elsewhere_or_the_same_number_say_nothing(
    tmp_path: Path, ici: str, ailleurs: str, demarche: str
) -> None:
    files = {
        **DEPART,
        "demarches/autre.yml": DEPART["demarches/quartier.yml"].replace("Quartier en commun", "Autre"),
        PLAN: plan("Plan", ici),
        ANNEXE: plan("Communication", ailleurs, demarche=demarche),
    }
    assert sentences(tmp_path, files, "DAT-12") == []
