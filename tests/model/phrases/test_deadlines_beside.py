"""Labels, frequencies inside deadlines, ways of typing, and what is typed beside a phrase."""

import pytest

from clairevoie.model.phrases import PhraseError, ReadDeadline, ReadFrequency, read_deadlines, read_frequency


def test_a_label_is_whom_every_deadline_of_the_phrase_concerns() -> None:
    assert read_deadlines("Rencontres régionales : octobre 2009 et hiver 2010") == (
        ReadDeadline("octobre 2009", "mois", "2009-10", portee="Rencontres régionales"),
        ReadDeadline("hiver 2010", "saison", "2010-24", portee="Rencontres régionales"),
    )


def test_a_label_may_hold_a_colon_of_its_own() -> None:
    assert read_deadlines("Volet 2 : Évaluation : Printemps 2011") == (
        ReadDeadline("Printemps 2011", "saison", "2011-21", portee="Volet 2 : Évaluation"),
    )


def test_a_label_followed_by_nothing_known_stays_in_the_words() -> None:
    phrase = "Selon le calendrier : voir la CRÉ"
    assert read_deadlines(phrase) == (
        ReadDeadline(phrase, "conditionnel", depend_de="le calendrier : voir la CRÉ"),
    )


def test_two_labelled_dates_in_one_phrase_are_not_half_read() -> None:
    phrase = "Rencontres régionales : octobre 2009 et hiver 2010 Comité de travail : 4 rencontres par année"
    assert read_deadlines(phrase) == (ReadDeadline(phrase, "texte"),)


def test_a_deadline_may_be_a_frequency() -> None:
    often = ReadFrequency("4 rencontres par année", "frequence", 4, 4, "annee", portee="Comité de travail")
    phrase = "Comité de travail : 4 rencontres par année"
    assert read_deadlines(phrase) == (
        ReadDeadline(often.texte, "frequence", portee="Comité de travail", frequence=often),
    )
    assert read_frequency(phrase) == often


def test_a_frequency_keeps_the_words_that_follow_it() -> None:
    phrase = "8 rencontres par année du comité développement citoyen"
    (deadline,) = read_deadlines(phrase)
    assert (deadline.texte, deadline.type, deadline.portee) == (phrase, "frequence", None)
    assert deadline.frequence == ReadFrequency(phrase, "frequence", 8, 8, "annee")


@pytest.mark.parametrize(
    "typed",
    [
        "31 mars 2009",
        "31 MARS 2009",
        " 31  mars\t2009 ",
        "31\u00a0mars\u202f2009",
        "31 mars 2009.",
        "31 ma\u00adrs\u200b 2009",
        "\ufeff31 mars 2009",
    ],
)
def test_capitals_spaces_and_a_final_period_change_nothing(typed: str) -> None:
    (deadline,) = read_deadlines(typed)
    assert (deadline.type, deadline.edtf) == ("date", "2009-03-31")


def test_accents_may_be_missing_or_typed_apart() -> None:
    for typed in ("DEPOT PREVU EN FEVRIER 2010", "Dépôt prévu en fe\u0301vrier 2010"):
        assert [deadline.edtf for deadline in read_deadlines(typed)] == ["2010-02"]
    (deadline,) = read_deadlines("Comite\u0301 : E\u0301te\u0301 2010")
    assert (deadline.portee, deadline.texte) == ("Comité", "Été 2010")


def test_a_non_breaking_space_before_the_colon_stays_out_of_the_label() -> None:
    (deadline,) = read_deadlines("Comité de travail\u00a0:\u00a031 mars 2009.")
    assert deadline == ReadDeadline("31 mars 2009", "date", "2009-03-31", portee="Comité de travail")


def test_a_typed_value_wins_over_the_phrase_and_over_its_faults() -> None:
    for phrase in ("2009-10", "30 février 2009", "Fin octobre 2009"):
        assert read_deadlines(phrase, edtf="2009-10", portee="CRÉ") == (
            ReadDeadline(phrase, "mois", "2009-10", portee="CRÉ"),
        )


def test_a_typed_value_is_checked() -> None:
    with pytest.raises(PhraseError) as refused:
        read_deadlines("octobre 2009", edtf="2009-13")
    assert refused.value.code == "DAT-02"


def test_a_typed_scope_wins_over_the_label() -> None:
    (deadline,) = read_deadlines("Comité : 4 rencontres par année", portee="Comité de coordination")
    assert deadline.portee == "Comité de coordination"
    assert deadline.frequence is not None
    assert deadline.frequence.portee == "Comité de coordination"


def test_a_typed_condition_explains_a_phrase_nobody_recognises() -> None:
    assert read_deadlines("Après l’adoption", depend_de="adoption du plan") == (
        ReadDeadline("Après l’adoption", "conditionnel", depend_de="adoption du plan"),
    )


def test_a_typed_condition_leaves_a_date_a_date() -> None:
    assert read_deadlines("mai 2009", depend_de="réponse de la SHQ") == (
        ReadDeadline("mai 2009", "mois", "2009-05", depend_de="réponse de la SHQ"),
    )
