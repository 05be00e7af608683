"""A proposal is for a slip of the hand: a word that says something else is never proposed."""

from __future__ import annotations

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.model.describe import describe, forms_inside
from clairevoie.problems.likeness import nearest_first, slip_of, suggester

ROLES = ["presidence", "secretariat", "membre", "observateur"]
SLIPS = [
    ("presidance", ROLES, "presidence"),
    ("secrétariat", ROLES, "secretariat"),
    ("Membre", ROLES, "membre"),
    ("memrbe", ROLES, "membre"),
    ("emmbre", ROLES, "membre"),
    ("confirmé", ["confirme", "recu"], "confirme"),
    ("actiff", ["actif", "dissous"], "actif"),
    ("table-du-quartier", ["table-de-quartier", "comite"], "table-de-quartier"),
    ("cuisine colective", ["cuisine-collective"], "cuisine-collective"),
    ("comitedetravail", ["comite_de_travail", "comite_de_suivi"], "comite_de_travail"),
    ("fonctions", ["fonction", "organisme"], "fonction"),
]
OTHER_WORDS = [
    ("vice_presidence", ROLES),
    ("copresidence", ROLES),
    ("association", ["fondation", "organisme_public"]),
    ("non_confirme", ["confirme", "recu"]),
    ("pas_actif", ["actif"]),
    ("inactif", ["actif"]),
    ("depublie", ["publie"]),
    ("revu", ["prevu", "realise"]),
    ("oublie", ["publie"]),
    ("minorite", ["majorite"]),
    ("importe", ["exporte"]),
    ("plan-2025", ["plan-2026"]),
    ("action-1-1-2", ["action-1-1-1"]),
    ("comite_regional", ["comite_local", "comite_de_suivi"]),
    ("table-sud", ["table-nord", "maison-du-sud"]),
    ("table-nort", ["table-nord", "maison-nort"]),
    ("", ROLES),
]


@pytest.mark.parametrize(("typed", "known", "meant"), SLIPS)
def test_a_slip_finds_the_word_that_was_meant(typed: str, known: list[str], meant: str) -> None:
    assert slip_of(typed, known) == meant


@pytest.mark.parametrize(("typed", "known"), OTHER_WORDS)
def test_another_word_is_never_taken_for_a_slip(typed: str, known: list[str]) -> None:
    assert slip_of(typed, known) == ""


def test_no_value_of_the_model_is_taken_for_a_slip_of_another_one() -> None:
    """Each value of a closed list, typed where it is not allowed, is another word there too."""
    champs = {
        champ.nom: tuple(value for value, _ in champ.valeurs)
        for collection in COLLECTIONS.values()
        for forme in forms_inside(collection.modele)
        for champ in describe(forme).values()
        if champ.valeurs
    }
    values = {value for listed in champs.values() for value in listed}
    taken = {
        (value, slip_of(value, listed))
        for listed in champs.values()
        for value in values - set(listed)
        if slip_of(value, listed)
    }
    # The same word in another gender or number; « court » alone, where a state is asked, may well be « en cours ».
    others = {(a, b) for a, b in taken if a[:5] != b[:5]}
    assert others == {("court", "en_cours"), ("en_cours", "court")}


def test_the_first_words_of_an_id_find_it_when_it_is_the_only_one() -> None:
    suggest = suggester()
    assert suggest("table", frozenset({"table-de-quartier", "maison"})) == "table-de-quartier"
    assert suggest("table", frozenset({"table-de-quartier", "table-du-nord"})) == ""
    assert suggest("1-2", frozenset({"action-1-2", "action-1-3"})) == "action-1-2"
    assert suggest("presidence", frozenset({"vice-presidence"})) == ""


def test_the_nearest_words_come_first() -> None:
    assert nearest_first("mandat", ["statut", "mandats", "mission"]) == ["mandats", "statut", "mission"]
