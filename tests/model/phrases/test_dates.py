"""A date field holds one plain date, in French or ISO."""

import pytest

from clairevoie.model.phrases import PhraseError, ReadDate, read_date


@pytest.mark.parametrize(
    ("typed", "edtf", "precision"),
    [
        ("31 mars 2009", "2009-03-31", "jour"),
        ("1er MARS 2009.", "2009-03-01", "jour"),
        ("23 FÉV. 2021", "2021-02-23", "jour"),
        ("29 février 2000", "2000-02-29", "jour"),
        ("mars 2009", "2009-03", "mois"),
        ("septembre 2008", "2008-09", "mois"),
        ("2009", "2009", "annee"),
        ("31/03/2009", "2009-03-31", "jour"),
        ("lundi 22 mars 2027, 19 h", "2027-03-22", "jour"),
        ("Printemps 2009", "2009-21", "saison"),
        ("2e trimestre 2027", "2027-34", "trimestre"),
        ("2008-2011", "2008/2011", "intervalle"),
        ("avant le 31 mars 2028", "../2028-03-30", "intervalle"),
        ("les 4, 5, 6 juin 2021", "2021-06-04/2021-06-06", "intervalle"),
        ("30 juin et 1er juillet 2021", "2021-06-30/2021-07-01", "intervalle"),
    ],
)
def test_a_date_in_words_keeps_its_words(typed: str, edtf: str, precision: str) -> None:
    read = read_date(typed)
    assert (read.texte, read.edtf, read.precision) == (typed.rstrip("."), edtf, precision)


@pytest.mark.parametrize(
    ("typed", "words", "precision"),
    [
        ("2009-03-01", "1er mars 2009", "jour"),
        ("2009-10-31", "31 octobre 2009", "jour"),
        ("2009-03", "mars 2009", "mois"),
        ("2009-09", "septembre 2009", "mois"),
        ("2026-12", "décembre 2026", "mois"),
    ],
)
def test_an_iso_date_is_shown_in_french(typed: str, words: str, precision: str) -> None:
    assert read_date(typed) == ReadDate(words, typed, precision)


@pytest.mark.parametrize(
    ("typed", "pourquoi", "reponses"),
    [
        ("30 février 2009", "février 2009 a 28 jours", "« 28 février 2009 » ou « 1er mars 2009 »"),
        ("2009-02-30", "février 2009 a 28 jours", "« 28 février 2009 » ou « 1er mars 2009 »"),
        ("29 février 1900", "février 1900 a 28 jours", "« 28 février 1900 » ou « 1er mars 1900 »"),
        ("31 juin 2027", "juin 2027 a 30 jours", "« 30 juin 2027 » ou « 1er juillet 2027 »"),
        ("0 mars 2009", "mars 2009 a 31 jours", ""),
        ("2009-13-01", "", ""),
        ("32/13/2009", "", ""),
    ],
)
def test_a_day_that_is_not_on_the_calendar_is_refused(typed: str, pourquoi: str, reponses: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_date(typed)
    assert refused.value.code == "DAT-01"
    assert refused.value.facts == {"brut": typed, "pourquoi": pourquoi, "reponses": reponses}


@pytest.mark.parametrize(
    "typed",
    [
        "0009",
        "En continu",
        "premier mardi du mois",
        "31 mars 2009 et 2 juin 2009",
        "3 ou 4 juin 2027",
        "Comité : 31 mars 2009",
        "court terme",
        "²009",
        "",
    ],
)
def test_what_is_not_one_date_is_refused(typed: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_date(typed)
    assert (refused.value.code, refused.value.facts) == ("DAT-02", {"brut": typed})


@pytest.mark.parametrize("typed", ["2009-10", "2000-01", "2011-12"])
def test_a_month_that_could_be_the_end_of_a_period_is_refused(typed: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_date(typed)
    assert refused.value.code == "DAT-05"
    assert refused.value.facts["brut"] == typed
