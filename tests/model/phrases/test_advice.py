"""Who types a phrase that nobody reads is told two that are read, close to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.model.phrases import Genre, near, read_deadlines, read_duration, read_frequency


@pytest.mark.parametrize(
    ("genre", "typed", "advice"),
    [
        ("echeance", "3 mai et tantôt après 2027", ("3 mai 2027", "avant le 3 mai 2027")),
        ("echeance", "quelque part en fév. 2026, ou pas", ("février 2026", "fin février 2026")),
        ("echeance", "un bel automne 2028, disons", ("automne 2028", "fin automne 2028")),
        ("echeance", "2027 ?", ("2027", "fin 2027")),
        ("echeance", "TBD", ("automne 2027", "court terme")),
        ("frequence", "parfois le jeudi", ("tous les jeudis", "premier jeudi du mois")),
        ("frequence", "820 000 $ par année", ("4 rencontres par année", "mensuel")),
        ("frequence", "8h/mois", ("4 rencontres par année", "mensuel")),
        ("duree", "2 périodes de trois ans", ("3 ans", "environ 3 ans")),
        ("duree", "s’inscrira dans la durée", ("24 mois", "environ trois ans")),
    ],
)
def test_the_advice_keeps_what_was_named_and_invents_no_number(
    genre: Genre, typed: str, advice: tuple[str, str]
) -> None:
    assert near(typed, genre) == advice


WORDS = st.sampled_from(
    ("3", "31", "fév.", "mai", "septembre", "2027", "été", "automnes", "jeudis", "mardi", "trois", "ans", "mois",
     "semestres", "journée", "zéro", "0", "$", "par", "?")
)  # fmt: skip


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_what_is_advised_is_read(typed: str) -> None:
    assert all(read.type != "texte" for phrase in near(typed, "echeance") for read in read_deadlines(phrase))
    assert all(read_frequency(phrase).type == "frequence" for phrase in near(typed, "frequence"))
    assert all(read_duration(phrase).type == "duree" for phrase in near(typed, "duree"))
