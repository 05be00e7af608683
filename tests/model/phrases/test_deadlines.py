"""What a deadline says is read in its phrase, as the table of deadlines promises."""

import pytest

from clairevoie.model.phrases import PhraseError, ReadDeadline, read_deadlines

ALONE = {
    "En continu": "continu",
    "Continu": "continu",
    "continuellement": "continu",
    "Au besoin": "au_besoin",
    "Selon les besoins": "au_besoin",
    "périodiquement": "au_besoin",
    "Calendrier à déterminer": "a_determiner",
    "Rencontres à déterminer": "a_determiner",
    "À déterminer": "a_determiner",
}

CONDITIONS = {
    "Selon le calendrier de la SQAF": "le calendrier de la SQAF",
    "Selon le calendrier de l'INSPQ": "le calendrier de l'INSPQ",
    "Selon les rencontres prévues par la CRÉ": "les rencontres prévues par la CRÉ",
    "Selon le calendrier des rencontres": "le calendrier des rencontres",
    "Selon le calendrier des rencontres et des événements": "le calendrier des rencontres et des événements",
}

MOMENTS = {
    "31 mars 2009": ("date", "2009-03-31"),
    "2 juin 2009": ("date", "2009-06-02"),
    "23 FÉV. 2021": ("date", "2021-02-23"),
    "13 MAI 2021": ("date", "2021-05-13"),
    "17 NOV. 2021": ("date", "2021-11-17"),
    "9 JUIN 2022": ("date", "2022-06-09"),
    "1er mars 2009": ("date", "2009-03-01"),
    "1ᵉʳ mars 2009": ("date", "2009-03-01"),
    "le 12 mars 2026": ("date", "2026-03-12"),
    "29 février 2024": ("date", "2024-02-29"),
    "Septembre 2009": ("mois", "2009-09"),
    "septembre 2008": ("mois", "2008-09"),
    "AOUT 2009": ("mois", "2009-08"),
    "janv. 2010": ("mois", "2010-01"),
    "Printemps 2009": ("saison", "2009-21"),
    "Été 2010": ("saison", "2010-22"),
    "Automne 2009": ("saison", "2009-23"),
    "Hiver 2010": ("saison", "2010-24"),
    "Hiver 2012": ("saison", "2012-24"),
    "à l’automne 2026": ("saison", "2026-23"),
    "Au printemps 2026": ("saison", "2026-21"),
    "2013": ("annee", "2013"),
    "En 2003": ("annee", "2003"),
    "Dépôt du projet à la SHQ en mai 2009": ("mois", "2009-05"),
    "en attente de réponses pour mai 2009": ("mois", "2009-05"),
    "Dépôt du rapport pour 2027": ("annee", "2027"),
    "31/03/2009": ("date", "2009-03-31"),
    "Hiver 2009-2010": ("saison", "2010-24"),
    "Été 2010, lieu à préciser": ("saison", "2010-22"),
}

INTERVALS = {
    "Janvier à mars 2009": "2009-01/2009-03",
    "Entre mars et septembre 2013": "2013-03/2013-09",
    "de mars à juin 2010": "2010-03/2010-06",
    "mars-juin 2010": "2010-03/2010-06",
    "d’avril à juin 2010": "2010-04/2010-06",
    "de décembre 2009 à février 2010": "2009-12/2010-02",
    "2008-2011": "2008/2011",
    "2009-2010": "2009/2010",
    "2009-2011": "2009/2011",
    "(2010-2013)": "2010/2013",
    "2008 – 2011": "2008/2011",
    "de 2009 à 2011": "2009/2011",
    "du 3 au 5 mai 2010": "2010-05-03/2010-05-05",
    "3-5 mai 2010": "2010-05-03/2010-05-05",
    "entre le 3 et le 5 mai 2010": "2010-05-03/2010-05-05",
    "du 30 mars au 2 juin 2009": "2009-03-30/2009-06-02",
    "du 30 décembre 2009 au 1er janvier 2010": "2009-12-30/2010-01-01",
}

SEVERAL = {
    "Été 2010 Automne 2010": [("Été 2010", "2010-22"), ("Automne 2010", "2010-23")],
    "31 mars 2009 2 juin 2009 Septembre 2009 Décembre 2009 Février 2010": [
        ("31 mars 2009", "2009-03-31"),
        ("2 juin 2009", "2009-06-02"),
        ("Septembre 2009", "2009-09"),
        ("Décembre 2009", "2009-12"),
        ("Février 2010", "2010-02"),
    ],
    "Mai 2009, Août 2009, Novembre 2009 et Février 2010.": [
        ("Mai 2009", "2009-05"),
        ("Août 2009", "2009-08"),
        ("Novembre 2009", "2009-11"),
        ("Février 2010", "2010-02"),
    ],
    "31 mars 2009; 2 juin 2009": [("31 mars 2009", "2009-03-31"), ("2 juin 2009", "2009-06-02")],
    "le 3 mai 2010 et en juin 2010": [("le 3 mai 2010", "2010-05-03"), ("en juin 2010", "2010-06")],
    "2009, 2010 et 2011": [("2009", "2009"), ("2010", "2010"), ("2011", "2011")],
}

FEVRIER_2021 = {
    "pourquoi": "février 2021 a 28 jours",
    "reponses": "« 28 février 2021 » ou « 1er mars 2021 »",
}
NOT_A_DATE = (
    "30 été 2010",
    "Hiver 2009-2011",
    "mars 2009-2010",
    "mars à 2010",
    "3 au mai 2010",
    "2009 2010",
    "Commencé en 2008, terminé en 2010, évalué",
    "De mars en mai 2009",
    "Date que le comité devra déterminer",
    "Selon",
    "4 rencontres",
    "Voir : le site",
    "Rencontres de 2009 : octobre 2009",
    "(2010-2013",
    "",
)


def only(phrase: str) -> ReadDeadline:
    (deadline,) = read_deadlines(phrase)
    return deadline


@pytest.mark.parametrize(("phrase", "type_"), ALONE.items())
def test_words_without_a_date_are_read(phrase: str, type_: str) -> None:
    assert only(phrase) == ReadDeadline(phrase, type_)


@pytest.mark.parametrize(("phrase", "depend_de"), CONDITIONS.items())
def test_what_follows_selon_is_what_the_deadline_depends_on(phrase: str, depend_de: str) -> None:
    assert only(phrase) == ReadDeadline(phrase, "conditionnel", depend_de=depend_de)


@pytest.mark.parametrize(("phrase", "read"), MOMENTS.items())
def test_a_moment_is_read_and_the_words_are_kept(phrase: str, read: tuple[str, str]) -> None:
    assert only(phrase) == ReadDeadline(phrase, *read)


@pytest.mark.parametrize(("phrase", "edtf"), INTERVALS.items())
def test_an_interval_is_read_and_the_words_are_kept(phrase: str, edtf: str) -> None:
    assert only(phrase) == ReadDeadline(phrase, "intervalle", edtf)


@pytest.mark.parametrize(("phrase", "read"), SEVERAL.items())
def test_dates_in_a_row_are_as_many_deadlines_each_with_its_words(
    phrase: str, read: list[tuple[str, str]]
) -> None:
    assert [(deadline.texte, deadline.edtf) for deadline in read_deadlines(phrase)] == read


@pytest.mark.parametrize("phrase", NOT_A_DATE)
def test_a_phrase_nobody_recognises_is_kept_as_it_is(phrase: str) -> None:
    assert only(phrase) == ReadDeadline(phrase, "texte")


@pytest.mark.parametrize(("phrase", "words"), [("2009-03-31", "31 mars 2009"), ("2009-03", "mars 2009")])
def test_an_iso_date_is_shown_in_french(phrase: str, words: str) -> None:
    assert only(phrase) == ReadDeadline(words, "date" if words[0] == "3" else "mois", phrase)


@pytest.mark.parametrize(
    ("phrase", "code", "facts"),
    [
        ("30 février 2021", "DAT-01", {"brut": "30 février 2021", **FEVRIER_2021}),
        ("Comité : 2 juin 2009 et le 30 février 2021", "DAT-01", {"brut": "30 février 2021", **FEVRIER_2021}),
        ("du 30 février au 3 mars 2021", "DAT-01", {"brut": "30 février", **FEVRIER_2021}),
        (
            "décembre à février 2010",
            "DAT-03",
            {
                "debut": "décembre 2010",
                "fin": "février 2010",
                "reponses": "« de décembre 2009 à février 2010 »",
            },
        ),
        ("2011-2008", "DAT-03", {"debut": "2011", "fin": "2008", "reponses": ""}),
        ("du 5 au 1er mai 2010", "DAT-03", {"debut": "5 mai 2010", "fin": "1er mai 2010", "reponses": ""}),
        (
            "été à automne 2010",
            "DAT-06",
            {"brut": "été à automne 2010", "debut": "été 2010", "fin": "automne 2010"},
        ),
        (
            "De l’été à l’automne 2010",
            "DAT-06",
            {"brut": "De l’été à l’automne 2010", "debut": "été 2010", "fin": "automne 2010"},
        ),
        ("mars à été 2010", "DAT-06", {"brut": "mars à été 2010", "debut": "mars 2010", "fin": "été 2010"}),
        ("6 à 4 rencontres par année", "DAT-10", {"min": "6", "max": "4", "par": "année"}),
    ],
)
def test_an_impossible_or_ambiguous_phrase_is_refused(phrase: str, code: str, facts: dict[str, str]) -> None:
    with pytest.raises(PhraseError) as refused:
        read_deadlines(phrase)
    assert (refused.value.code, refused.value.facts) == (code, facts)
