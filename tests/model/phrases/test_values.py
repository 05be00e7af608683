"""Machine values typed by a person: checked, placed in time, and said in French."""

from datetime import date

import pytest

from clairevoie.model.phrases import PhraseError, ReadValue, bounds, read_deadline_value, say_date


@pytest.mark.parametrize(
    ("typed", "type_"),
    [
        ("2009", "annee"),
        ("2009-10", "mois"),
        ("2009-10-31", "date"),
        ("2009-21", "saison"),
        ("2009-24", "saison"),
        ("2008/2011", "intervalle"),
        ("2009/2009-03", "intervalle"),
        ("2009-12-30/2010-01-02", "intervalle"),
    ],
)
def test_a_value_has_a_type(typed: str, type_: str) -> None:
    assert read_deadline_value(f" {typed} ") == ReadValue(type_, typed)


@pytest.mark.parametrize(
    ("typed", "code", "facts"),
    [
        ("2009-13", "DAT-02", {"brut": "2009-13"}),
        ("2009-00", "DAT-02", {"brut": "2009-00"}),
        ("2009-25", "DAT-02", {"brut": "2009-25"}),
        ("31/03/2009", "DAT-02", {"brut": "31/03/2009"}),
        ("mars 2009", "DAT-02", {"brut": "mars 2009"}),
        ("2009/", "DAT-02", {"brut": "2009/"}),
        ("2009-37", "DAT-02", {"brut": "2009-37"}),
        ("../..", "DAT-02", {"brut": "../.."}),
        ("2009~/2010", "DAT-02", {"brut": "2009~/2010"}),
        ("2009?", "DAT-02", {"brut": "2009?"}),
        ("٢٠٠٩", "DAT-02", {"brut": "٢٠٠٩"}),
        ("", "DAT-02", {"brut": ""}),
        ("2009-05/2009-03", "DAT-03", {"debut": "mai 2009", "fin": "mars 2009", "reponses": ""}),
        ("2009-05-03/2008", "DAT-03", {"debut": "3 mai 2009", "fin": "2008", "reponses": ""}),
        (
            "2010-22/2010-23",
            "DAT-06",
            {"brut": "2010-22/2010-23", "debut": "été 2010", "fin": "automne 2010"},
        ),
        (
            "2010-03/2010-23",
            "DAT-06",
            {"brut": "2010-03/2010-23", "debut": "mars 2010", "fin": "automne 2010"},
        ),
    ],
)
def test_a_value_that_names_nothing_is_refused(typed: str, code: str, facts: dict[str, str]) -> None:
    for reader in (read_deadline_value, bounds, say_date):
        with pytest.raises(PhraseError) as refused:
            reader(typed)
        assert (refused.value.code, refused.value.facts) == (code, facts)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2009", date(2009, 1, 1), date(2009, 12, 31)),
        ("2009-02", date(2009, 2, 1), date(2009, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2009-03-31", date(2009, 3, 31), date(2009, 3, 31)),
        ("2010-24", date(2010, 1, 1), date(2010, 3, 20)),
        ("2010-21", date(2010, 3, 21), date(2010, 6, 20)),
        ("2010-22", date(2010, 6, 21), date(2010, 9, 20)),
        ("2010-23", date(2010, 9, 21), date(2010, 12, 20)),
        ("2008/2011", date(2008, 1, 1), date(2011, 12, 31)),
        ("2009-01/2009-03", date(2009, 1, 1), date(2009, 3, 31)),
    ],
)
def test_a_value_is_placed_in_time_by_the_convention_of_the_site(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


def test_the_seasons_of_annexe_d_sort_as_they_were_written() -> None:
    written = ["2009-23", "2010-24", "2010-21", "2010-22", "2010-23", "2011-21"]
    assert sorted(written, key=bounds) == written


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2009", "2009"),
        ("2009-03", "mars 2009"),
        ("2009-08", "août 2009"),
        ("2009-03-01", "1er mars 2009"),
        ("2009-03-31", "31 mars 2009"),
        ("2009-21", "printemps 2009"),
        ("2010-22", "été 2010"),
        ("2009/2010", "2009 à 2010"),
        ("2009-01/2009-03", "de janvier à mars 2009"),
        ("2009-04/2009-06", "d'avril à juin 2009"),
        ("2009-12/2010-02", "de décembre 2009 à février 2010"),
        ("2010-05-01/2010-05-05", "du 1er au 5 mai 2010"),
        ("2010-05-03/2010-06-01", "du 3 mai au 1er juin 2010"),
        ("2009-12-30/2010-01-02", "du 30 décembre 2009 au 2 janvier 2010"),
        ("2009/2010-03", "de 2009 à mars 2010"),
    ],
)
def test_a_value_is_said_in_french(edtf: str, words: str) -> None:
    assert say_date(edtf) == words
