"""The words of the messages: every form has a name, every field an example to copy."""

from __future__ import annotations

from pydantic import ValidationError

from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Forme
from clairevoie.read import read_text
from clairevoie.validate.champs import field_names, inner_form
from clairevoie.validate.exemples import exemple
from clairevoie.validate.noms import form_name


def every_form(forme: type[Forme], seen: set[type[Forme]]) -> set[type[Forme]]:
    if forme not in seen:
        seen.add(forme)
        for inner in filter(None, (inner_form(forme, champ) for champ in forme.model_fields)):
            every_form(inner, seen)
    return seen


def test_every_form_has_a_name_and_every_field_an_example_that_its_model_accepts() -> None:
    formes = set().union(*(every_form(genre.modele, set()) for genre in COLLECTIONS.values()))
    assert len(formes) > 30
    for forme in formes:
        assert form_name(forme)
        for champ in field_names(forme):
            assert refused(forme, champ, exemple(forme, champ)) == [], f"{forme.__name__}.{champ}"


def refused(forme: type[Forme], champ: str, typed: str) -> list[str]:
    """What the model says of this one field, once typed in a file."""
    record, problems = read_text(f"{champ}: {typed}\n".encode(), "plans", "essai", "data/plans/essai.yml")
    assert record is not None, problems
    try:
        forme.model_validate(record.data)
    except ValidationError as error:
        absent = [name for name, field in forme.model_fields.items() if field.is_required() and name != champ]
        return [fault["type"] for fault in error.errors() if fault["loc"][0] not in absent]
    return []
