"""A form taken apart, to be kept or sent, is the same one once put together again."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from clairevoie.model import COLLECTIONS
from clairevoie.model.parcours import formes
from tests.aides.sites import full_site


def test_every_record_comes_back_with_what_was_typed_in_it() -> None:
    fiches = list(full_site().jeu)
    assert {fiche.collection for fiche in fiches} == set(COLLECTIONS)
    for fiche in fiches:
        again = pickle.loads(pickle.dumps(fiche, protocol=5))
        assert again == fiche
        typed = [(place, form.model_fields_set) for place, form in formes(fiche)]
        assert [(place, form.model_fields_set) for place, form in formes(again)] == typed


def test_a_record_that_came_back_cannot_be_changed() -> None:
    again = pickle.loads(pickle.dumps(next(iter(full_site().jeu))))
    with pytest.raises(ValidationError):
        again.nom = "Autre"
