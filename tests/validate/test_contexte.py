"""A day or a month without its year: who gives it, and what is asked when nobody does."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.phrases import ReglagesDuTemps
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.stories import DEPART, ON, sentences, verdict, write

PLAN = "plans/plan.yml"
PROJET = "projets/cuisine.yml"
EVENEMENT = "evenements/rencontre.yml"
DOCUMENT = "documents/rapport.yml"

_PLAN = """\
nom: "Plan d'action"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{{document: rapport, repere: "Page 2"}}]
{periode}actions:
  - {{numero: "1", texte: "Semer", echeances: "{phrase}"}}
"""
_EVENEMENT = """\
titre: "Rencontre"
publication: publie
demarche: quartier
sources: [{{document: rapport, repere: "Page 2"}}]
date: "{phrase}"
"""


def _dated(date: str) -> str:
    """The source, with its date."""
    return DEPART[DOCUMENT] + (f'date_document: "{date}"\n' if date else "")


def _plan(phrase: str, periode: str = "", date: str = "") -> dict[str, str]:
    said = f'periode: "{periode}"\n' if periode else ""
    return {**DEPART, DOCUMENT: _dated(date), PLAN: _PLAN.format(periode=said, phrase=phrase)}


def _meeting(phrase: str, date: str = "") -> dict[str, str]:
    return {**DEPART, DOCUMENT: _dated(date), EVENEMENT: _EVENEMENT.format(phrase=phrase)}


def _jeu(folder: Path, files: dict[str, str]) -> Jeu:
    found = verdict(folder, files)
    assert found.jeu is not None, [str(one) for one in found.problems if one.is_error]
    return found.jeu


@pytest.mark.parametrize(
    ("phrase", "periode", "edtf"),
    [
        ("15 juin", "2026", "2026-06-15"),
        ("à l'automne", "2026", "2026-23"),
        ("fin juin", "2026", "2026-06"),
        ("15 juin", "avril 2026 à mars 2027", "2026-06-15"),
        ("15 février", "avril 2026 à mars 2027", "2027-02-15"),
    ],
)
def test_the_period_of_a_plan_gives_the_only_year_it_leaves(
    tmp_path: Path, phrase: str, periode: str, edtf: str
) -> None:
    (lue,) = _jeu(tmp_path, _plan(phrase, periode)).plans["plan"].actions[0].echeances[0].lues
    assert (lue.edtf, lue.annee_deduite, lue.depuis) == (edtf, True, "la période du plan")


@pytest.mark.parametrize(
    ("phrase", "date", "edtf"),
    [
        ("15 juin", "2 mars 2026", "2026-06-15"),
        ("lundi 15 juin", "mars 2026", "2026-06-15"),
        ("juin", "2026", "2026-06"),
    ],
)
def test_the_date_of_the_source_gives_the_year_of_a_meeting(
    tmp_path: Path, phrase: str, date: str, edtf: str
) -> None:
    (lue,) = _jeu(tmp_path, _meeting(phrase, date)).evenements["rencontre"].date.lues
    assert (lue.edtf, lue.annee_deduite, lue.depuis) == (edtf, True, "la date du document")


def test_a_field_of_one_date_takes_its_year_from_the_source_too(tmp_path: Path) -> None:
    comite = "comites/table-de-quartier.yml"
    files = {**DEPART, DOCUMENT: _dated("2 mars 2026"), comite: DEPART[comite] + 'debut: "1er février"\n'}
    debut = _jeu(tmp_path, files).comites["table-de-quartier"].debut
    assert (debut.edtf, debut.annee_deduite) == ("2026-02-01", True)


def test_what_is_to_be_done_is_not_before_its_source(tmp_path: Path) -> None:
    """« juin », in a document of October, is the June of no year that the document names."""
    files = _plan("15 juin", date="6 octobre 2026")
    assert len(sentences(tmp_path, files, "DAT-05")) == 1


def test_a_follow_up_takes_its_year_from_its_own_source_alone(tmp_path: Path) -> None:
    files = _plan("Mars 2026", "2026", "mars 2026")
    told = 'echeances: "Mars 2026", suivi: [{date: "6 octobre", texte: "Fait."%s}]}'
    for folder, source in (("a", ""), ("b", ", source: {document: rapport}")):
        files[PLAN] = _PLAN.format(periode="", phrase="Mars 2026").replace(
            'echeances: "Mars 2026"}', told % source
        )
        if source:
            suivi = _jeu(tmp_path / folder, files).plans["plan"].actions[0].suivi
            assert suivi[0].date.edtf == "2026-10-06"
        else:
            (said,) = sentences(tmp_path / folder, files, "DAT-05")
            assert said.startswith(f"ERREUR data/{PLAN}:")


def test_a_year_that_nothing_gives_is_asked_with_answers_to_copy(tmp_path: Path) -> None:
    assert sentences(tmp_path, _meeting("15 juin"), "DAT-05") == [
        f"ERREUR data/{EVENEMENT}:5:7 [DAT-05]\n"
        "  « 15 juin » ne dit pas l'année.\n"
        "  Pour corriger : écrivez « 15 juin 2026 » ou « 15 juin 2027 »."
    ]


def test_a_source_of_several_years_gives_none(tmp_path: Path) -> None:
    (said,) = sentences(tmp_path, _meeting("15 juin", "2026-2027"), "DAT-05")
    assert said.startswith("ERREUR")
    assert said.endswith("écrivez « 15 juin 2026 » ou « 15 juin 2027 ».")


def test_a_season_in_a_plan_of_several_years_is_asked_and_published_as_typed(tmp_path: Path) -> None:
    files = _plan("à l'automne", "2026-2028")
    assert sentences(tmp_path, files, "DAT-05") == [
        f"AVERTISSEMENT data/{PLAN}:8:46 [DAT-05]\n"
        "  « à l'automne » ne dit pas l'année.\n"
        "  Pour corriger : écrivez « à l'automne 2026 », « à l'automne 2027 » ou « à l'automne 2028 »."
    ]
    assert _jeu(tmp_path, files).plans["plan"].actions[0].echeances[0].dite == "à l'automne"


def test_a_day_in_a_plan_of_several_years_is_asked_and_refused(tmp_path: Path) -> None:
    for rank, phrase in enumerate(("15 juin", "jusqu'au 10 octobre")):
        (said,) = sentences(tmp_path / f"{rank}", _plan(phrase, "2026-2028"), "DAT-05")
        assert said.startswith("ERREUR")


def test_a_weekday_that_does_not_match_the_year_of_the_source_is_told(tmp_path: Path) -> None:
    (said,) = sentences(tmp_path, _meeting("lundi 4 mai", "mars 2027"), "DAT-05")
    assert said.startswith(f"ERREUR data/{EVENEMENT}:5:7 [DAT-05]\n  « lundi 4 mai »")


def test_the_fiscal_year_and_the_school_year_are_those_of_the_settings(tmp_path: Path) -> None:
    data = write(tmp_path, _plan("année scolaire 2026-2027", "2026-2027"))
    reading = examine_folder(data, tuple(COLLECTIONS), examine)
    usual = validate(reading, ON).jeu
    later = validate(reading, ON, reglages=ReglagesDuTemps(scolaire=(9, 5))).jeu
    assert usual
    assert later
    said = [jeu.plans["plan"].actions[0].echeances[0].lues[0].edtf for jeu in (usual, later)]
    assert said == ["2026-08/2027-06", "2026-09/2027-05"]
