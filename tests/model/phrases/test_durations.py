"""How long something lasts is read in its phrase, as the table of durations promises."""

import pytest

from clairevoie.model.phrases import PhraseError, ReadDuration, read_duration

DURATIONS = {
    "24 mois": "P24M",
    "Échéancier sur 24 mois": "P24M",
    "Coûts estimé sur 24 mois": "P24M",
    "Trois ans": "P3Y",
    "un horizon de trois ans": "P3Y",
    "un horizon d’un an": "P1Y",
    "triennal": "P3Y",
    "Plan d’action triennal": "P3Y",
    "politique quinquennale": "P5Y",
    "une année": "P1Y",
    "6 semaines": "P6W",
    "dix (10) jours": "P10D",
}

OTHERS = (
    "2 périodes de 3 ans",
    "0 mois",
    "dix (9) jours",
    "bicentennal",
    "longtemps",
    "",
)


@pytest.mark.parametrize(("phrase", "iso"), DURATIONS.items())
def test_a_duration_is_read_and_the_words_are_kept(phrase: str, iso: str) -> None:
    assert read_duration(phrase) == ReadDuration(phrase, "duree", iso)


@pytest.mark.parametrize("phrase", OTHERS)
def test_another_phrase_is_kept_as_it_is(phrase: str) -> None:
    assert read_duration(phrase) == ReadDuration(phrase, "texte")


def test_a_typed_value_wins_over_the_phrase() -> None:
    assert read_duration("environ deux ans", iso="P2Y") == ReadDuration("environ deux ans", "duree", "P2Y")


@pytest.mark.parametrize("iso", ["24 mois", "P", "P24", "p24m", "PT", "P1D2Y", ""])
def test_a_typed_value_must_be_iso_8601(iso: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_duration("deux ans", iso=iso)
    assert (refused.value.code, refused.value.facts) == ("DAT-02", {"brut": iso})
