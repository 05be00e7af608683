"""How often something comes back is read in its phrase, as the table of frequencies promises."""

import pytest

from clairevoie.model.phrases import PhraseError, ReadFrequency, check_frequency, read_frequency

COUNTED = {
    "4 rencontres par année": (4, 4, "annee"),
    "Organiser 2 rencontres régionales par année": (2, 2, "annee"),
    "Organiser 2 rencontres régionales par année sur la sécurité alimentaire": (2, 2, "annee"),
    "8 rencontres par année du comité développement citoyen": (8, 8, "annee"),
    "4 à 6 rencontres par année": (4, 6, "annee"),
    "Entre 4 à 6 rencontres régionales par année": (4, 6, "annee"),
    "Entre 4 et 6 rencontres par année": (4, 6, "annee"),
    "3 à 4 fois par année": (3, 4, "annee"),
    "2 à 4 fois par an": (2, 4, "annee"),
    "se réunit 2 à 4 fois par an": (2, 4, "annee"),
    "2-4 fois par an": (2, 4, "annee"),
    "quatre (4) fois par année": (4, 4, "annee"),
    "Publier le bulletin d'information quatre (4) fois par année.": (4, 4, "annee"),
    "une ou deux fois par année": (1, 2, "annee"),
    "une ou deux rencontres de formation par année": (1, 2, "annee"),
    "deux journées de rencontres régionales dans l'année": (2, 2, "annee"),
    "deux journées de rencontres régionales dans l’année": (2, 2, "annee"),
    "de 4 à 6 fois l'an": (4, 6, "annee"),
    "Douze fois par année": (12, 12, "annee"),
    "1 fois par semaine": (1, 1, "semaine"),
    "deux rencontres par mois": (2, 2, "mois"),
    "une rencontre chaque trimestre": (1, 1, "trimestre"),
    "Annuellement": (1, 1, "annee"),
    "annuel": (1, 1, "annee"),
    "chaque année": (1, 1, "annee"),
    "toutes les années": (1, 1, "annee"),
    "mensuel": (1, 1, "mois"),
    "tous les mois": (1, 1, "mois"),
    "hebdomadaire": (1, 1, "semaine"),
    "trimestriel": (1, 1, "trimestre"),
}

NOT_COUNTED = (
    "une rencontre de 2 heures par année",
    "4 fois par année et 2 fois par mois",
    "une fois par année ou par mois",
    "une fois et demie par année",
    "quatre (5) fois par année",
    "4 et 6 rencontres par année",
    "12 mars",
    "820 000 $ par année",
    "500 $ par année",
    "100 repas par semaine",
    "8h/mois",
    "4 événements festifs",
    "Selon le calendrier",
    "9999999999 fois par année",
    "",
)


@pytest.mark.parametrize(("phrase", "read"), COUNTED.items())
def test_a_frequency_is_counted(phrase: str, read: tuple[int, int, str]) -> None:
    assert read_frequency(phrase) == ReadFrequency(phrase.rstrip("."), "frequence", *read)


@pytest.mark.parametrize("phrase", NOT_COUNTED)
def test_a_phrase_that_says_another_number_or_none_is_kept_as_it_is(phrase: str) -> None:
    assert read_frequency(phrase) == ReadFrequency(phrase, "texte")


@pytest.mark.parametrize(
    ("phrase", "type_"),
    [
        ("Au besoin", "au_besoin"),
        ("Selon les besoins", "au_besoin"),
        ("périodiquement", "au_besoin"),
        ("à déterminer", "a_determiner"),
        ("Calendrier à déterminer", "a_determiner"),
    ],
)
def test_a_frequency_may_be_left_open(phrase: str, type_: str) -> None:
    assert read_frequency(phrase) == ReadFrequency(phrase, type_)


@pytest.mark.parametrize(
    ("phrase", "facts"),
    [
        ("6 à 4 rencontres par année", {"min": "6", "max": "4", "par": "année"}),
        ("-2 fois par mois", {"min": "-2", "max": "-2", "par": "mois"}),
        ("4 rencontres", {"min": "4", "max": "4", "par": ""}),
        ("4 à 6 fois", {"min": "4", "max": "6", "par": ""}),
        ("4", {"min": "4", "max": "4", "par": ""}),
    ],
)
def test_an_impossible_frequency_is_refused(phrase: str, facts: dict[str, str]) -> None:
    with pytest.raises(PhraseError) as refused:
        read_frequency(phrase)
    assert (refused.value.code, refused.value.facts) == ("DAT-10", facts)


def test_what_is_typed_beside_wins_over_the_phrase() -> None:
    assert read_frequency("3 à 4 fois par année", max=5) == ReadFrequency(
        "3 à 4 fois par année", "frequence", 3, 5, "annee"
    )


def test_what_is_typed_beside_completes_the_phrase() -> None:
    assert read_frequency("4 rencontres", par="mois") == ReadFrequency(
        "4 rencontres", "frequence", 4, 4, "mois"
    )
    assert read_frequency("De temps en temps", min=4, par="annee") == ReadFrequency(
        "De temps en temps", "frequence", 4, None, "annee"
    )


@pytest.mark.parametrize(
    ("least", "most", "par"), [(3, 2, "mois"), (-1, 2, "mois"), (None, -1, "mois"), (1, 2, None)]
)
def test_what_is_typed_beside_must_be_possible(least: int | None, most: int | None, par: str | None) -> None:
    with pytest.raises(PhraseError, match="DAT-10"):
        check_frequency(least, most, par)
    with pytest.raises(PhraseError, match="DAT-10"):
        read_frequency("de temps en temps", min=least, max=most, par=par)
