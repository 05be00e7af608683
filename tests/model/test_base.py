"""A form taken apart, to be kept or sent, is the same one once put together again."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from clairevoie.model.parcours import formes
from tests.pages.pages_vues import real_site


def test_every_real_record_comes_back_with_what_was_typed_in_it() -> None:
    for fiche in real_site().jeu:
        again = pickle.loads(pickle.dumps(fiche, protocol=5))
        assert again == fiche
        typed = [(place, form.model_fields_set) for place, form in formes(fiche)]
        assert [(place, form.model_fields_set) for place, form in formes(again)] == typed


def test_a_record_that_came_back_cannot_be_changed() -> None:
    again = pickle.loads(pickle.dumps(next(iter(real_site().jeu))))
    with pytest.raises(ValidationError):
        again.nom = "Autre"
