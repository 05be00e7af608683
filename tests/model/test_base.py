"""A form holds what was typed in it, and little more."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from clairevoie.model import COLLECTIONS
from clairevoie.model.parcours import formes
from tests.aides.sites import full_site


def test_forms_where_the_same_fields_were_typed_hold_their_names_once() -> None:
    fiches = list(full_site().jeu)
    assert {fiche.collection for fiche in fiches} == set(COLLECTIONS)
    held = [form.model_fields_set for fiche in fiches for _, form in formes(fiche)]
    assert len({id(one) for one in held}) < 1.1 * len({frozenset(one) for one in held}) < len(held) / 2


def test_a_record_sent_by_another_process_comes_back_with_what_was_typed_in_it() -> None:
    for fiche in full_site().jeu:
        again = pickle.loads(pickle.dumps(fiche))
        assert again == fiche
        typed = [(place, form.model_fields_set) for place, form in formes(fiche)]
        assert [(place, form.model_fields_set) for place, form in formes(again)] == typed
        with pytest.raises(ValidationError):
            again.nom = "Autre"
