"""A collection is described once, and everything that speaks of it reads that."""

from __future__ import annotations

import pytest

from clairevoie.model import COLLECTIONS, Jeu, holding
from clairevoie.model.actions import Action
from clairevoie.model.decisions import Decision
from clairevoie.model.describe import describe
from clairevoie.pages.listes import LISTES
from clairevoie.publish.blanks import BLANKS
from tests.aides.sites import ROOT


@pytest.mark.parametrize("nom", COLLECTIONS)
def test_a_collection_has_words_that_agree(nom: str) -> None:
    one = COLLECTIONS[nom]
    assert one.le.endswith(one.singulier)
    assert one.un.split(" ")[0] in ("un", "une")
    assert one.pluriel != one.singulier
    assert one.sens.endswith(".")
    assert one.libelle[0].isupper()


@pytest.mark.parametrize("nom", COLLECTIONS)
def test_a_collection_has_its_page_its_list_its_template_and_its_place_in_the_dataset(nom: str) -> None:
    assert BLANKS[nom, ""].index == f"{nom}/index.md"
    assert LISTES[nom].gabarit
    assert (ROOT / f"overrides/fiches/{nom}.html").is_file()
    assert Jeu.of(()).collection(nom) == {}


def test_no_two_collections_share_a_place_a_letter_or_an_example() -> None:
    every = COLLECTIONS.values()
    letters = [one.lettre for one in every if one.lettre]
    assert len(letters) == len(set(letters)) > 0
    assert len({one.rang for one in every}) == len({one.exemple for one in every}) == len(COLLECTIONS)


def test_every_reference_of_the_model_leads_to_a_collection() -> None:
    led = {
        champ.vers for one in COLLECTIONS.values() for champ in describe(one.modele).values() if champ.vers
    }
    assert len(led) > 3
    assert led <= set(COLLECTIONS)


def test_a_field_that_says_the_kind_of_a_record_is_a_closed_list() -> None:
    kinds = {one.nom: one.genre for one in COLLECTIONS.values() if one.genre}
    assert len(kinds) > 0
    for nom, champ in kinds.items():
        assert describe(COLLECTIONS[nom].modele)[champ].valeurs, nom


def test_what_is_nested_and_what_holds_actions_is_read_from_the_model() -> None:
    assert [one.nom for one in COLLECTIONS.values() if one.emboitee] == [
        "comites",
        "organismes",
        "territoires",
        "enjeux",
    ]
    assert holding(Action) == ("demarches", "projets", "plans")
    assert holding(Action, Decision) == ("demarches", "projets", "plans", "evenements")
