"""The full site of the tests fills every field of every form, so that no promise is kept over nothing."""

from __future__ import annotations

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.model.gens import BasePublication
from clairevoie.model.parcours import formes, forms_inside
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.sites import AUJOURD_HUI, FULL

# The example names nobody, not even an invented person: what says why a name may be shown has nothing to say.
_OF_NAMED_PEOPLE = {
    ("Membre", "nom"),
    ("Membre", "base_publication"),
    *(("BasePublication", name) for name in BasePublication.model_fields),
}


@pytest.fixture(scope="module")
def filled() -> set[tuple[str, str]]:
    """The fields that some record fills with something else than their default, by name of form."""
    jeu = validate(examine_folder(FULL, tuple(COLLECTIONS), examine), AUJOURD_HUI).jeu
    assert jeu is not None
    held = [forme for fiche in jeu for _, forme in formes(fiche)]
    return {
        (type(forme).__name__, name)
        for forme in held
        for name, field in type(forme).model_fields.items()
        if getattr(forme, name) not in (None, (), field.get_default())
    }


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_of_every_form_is_filled_at_least_once(
    collection: str, filled: set[tuple[str, str]]
) -> None:
    expected = {
        (forme.__name__, name)
        for forme in forms_inside(COLLECTIONS[collection].modele)
        for name in forme.model_fields
    }
    assert expected
    assert sorted(expected - filled - _OF_NAMED_PEOPLE) == []


def test_nobody_is_named_in_the_example(filled: set[tuple[str, str]]) -> None:
    assert not filled & _OF_NAMED_PEOPLE
