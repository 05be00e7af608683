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
    ],
)
def test_a_date_in_words_keeps_its_words(typed: str, edtf: str, precision: str) -> None:
    assert read_date(typed) == ReadDate(typed.rstrip("."), edtf, precision)


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
    "typed", ["30 février 2009", "2009-02-30", "29 février 1900", "0 mars 2009", "2009-13-01"]
)
def test_a_day_that_is_not_on_the_calendar_is_refused(typed: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_date(typed)
    assert (refused.value.code, refused.value.facts) == ("DAT-01", {"brut": typed})


@pytest.mark.parametrize(
    "typed",
    [
        "2009-13",
        "31/03/2009",
        "Printemps 2009",
        "2009-21",
        "2008-2011",
        "0009",
        "mars",
        "En continu",
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
