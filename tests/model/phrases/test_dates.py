"""A date in the notation of machines is shown in French; a day that no calendar has is refused."""

import pytest

from clairevoie.model.phrases import PhraseError, ReadDeadline, read_deadlines


@pytest.mark.parametrize(
    ("typed", "words", "type_"),
    [
        ("2009-03-01", "1er mars 2009", "date"),
        ("2009-10-31", "31 octobre 2009", "date"),
        ("2009-03", "mars 2009", "mois"),
        ("2009-09", "septembre 2009", "mois"),
        ("2026-12", "décembre 2026", "mois"),
    ],
)
def test_an_iso_date_is_shown_in_french(typed: str, words: str, type_: str) -> None:
    assert read_deadlines(typed) == (ReadDeadline(words, type_, typed),)


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
        read_deadlines(typed)
    assert refused.value.code == "DAT-01"
    assert refused.value.facts == {"brut": typed, "pourquoi": pourquoi, "reponses": reponses}


@pytest.mark.parametrize("typed", ["2009-10", "2000-01", "2011-12"])
def test_a_month_that_could_be_the_end_of_a_period_is_refused(typed: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_deadlines(typed)
    assert refused.value.code == "DAT-05"
    assert refused.value.facts["brut"] == typed
