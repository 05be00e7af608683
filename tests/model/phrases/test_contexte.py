"""What surrounds a phrase gives the year that it leaves out, when only one is possible; it also has its habits."""

from datetime import date

import pytest

from clairevoie.model.phrases import Contexte, ReglagesDuTemps, asked, read_deadlines

EN_2026 = Contexte(annees=(2026,))
PLAN = Contexte(annees=(2026, 2027), entre=(date(2026, 4, 1), date(2027, 3, 31)))


@pytest.mark.parametrize(
    ("phrase", "contexte", "values"),
    [
        ("15 juin", EN_2026, ["2026-06-15"]),
        ("à l'automne", EN_2026, ["2026-23"]),
        ("début juin", EN_2026, ["2026-06"]),
        ("jusqu'à la fin de l'année", EN_2026, ["../2026"]),
        ("T2", EN_2026, ["2026-34"]),
        ("Noël", EN_2026, ["2026-12-25"]),
        ("avant le 1er janvier", EN_2026, ["../2025-12-31"]),
        ("des 29 et 30 juin", EN_2026, ["2026-06-29", "2026-06-30"]),
        ("du 24 au 27 juin de 16h à 20h", EN_2026, ["2026-06-24/2026-06-27"]),
        ("15 juin", PLAN, ["2026-06-15"]),
        ("15 février", PLAN, ["2027-02-15"]),
        ("printemps", PLAN, None),
        ("15 juin", Contexte(annees=(2026, 2027)), None),
        ("mardi 16 juin", Contexte(annees=(2025, 2026, 2027)), ["2026-06-16"]),
        ("29 février", Contexte(annees=(2026, 2027, 2028)), ["2028-02-29"]),
        ("juin prochain", EN_2026, None),
        ("15 juin", Contexte(), None),
    ],
)
def test_the_only_year_that_is_possible_is_the_year(
    phrase: str, contexte: Contexte, values: list[str] | None
) -> None:
    read = read_deadlines(phrase, contexte=contexte)
    if values is None:
        assert [(one.type, one.edtf, one.question) for one in read] == [("texte", None, "DAT-05")]
        assert not read[0].annee_deduite
    else:
        assert [one.edtf for one in read] == values
        assert all(one.annee_deduite for one in read)


def test_a_year_that_is_said_is_not_deduced() -> None:
    (read,) = read_deadlines("15 juin 2027", contexte=EN_2026)
    assert (read.edtf, read.annee_deduite) == ("2027-06-15", False)


@pytest.mark.parametrize(
    ("phrase", "contexte", "reponses"),
    [
        ("15 juin à 19 h", Contexte(), "« 15 juin 2026 à 19 h » ou « 15 juin 2027 à 19 h »"),
        ("Comité : 15 juin", Contexte(annees=(2027, 2028)), "« 15 juin 2027 » ou « 15 juin 2028 »"),
        ("le 29 juin prochain", EN_2026, "« le 29 juin 2026 »"),
        ("printemps", PLAN, "« printemps 2026 » ou « printemps 2027 »"),
    ],
)
def test_the_year_is_asked_with_answers_that_are_read(phrase: str, contexte: Contexte, reponses: str) -> None:
    (read,) = read_deadlines(phrase, contexte=contexte)
    question = asked(read)
    assert question.code == read.question == "DAT-05"
    assert question.facts == {"brut": read.texte, "motif": "ne dit pas l'année", "reponses": reponses}
    assert all(one.edtf for reponse in read.reponses for one in read_deadlines(reponse))


@pytest.mark.parametrize(
    ("phrase", "reglages", "value"),
    [
        ("année financière 2026-2027", ReglagesDuTemps(), "2026-04/2027-03"),
        ("année financière 2026-2027", ReglagesDuTemps(exercice=7), "2026-07/2027-06"),
        ("année financière 2027", ReglagesDuTemps(exercice=1), "2027"),
        ("année scolaire 2026-2027", ReglagesDuTemps(), "2026-08/2027-06"),
        ("année scolaire 2026-27", ReglagesDuTemps(scolaire=(9, 5)), "2026-09/2027-05"),
    ],
)
def test_fiscal_and_school_years_start_when_the_community_says(
    phrase: str, reglages: ReglagesDuTemps, value: str
) -> None:
    assert [one.edtf for one in read_deadlines(phrase, contexte=Contexte(reglages=reglages))] == [value]
