"""A template that is copied and filled is accepted, the comments that explain it kept; so is each optional field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clairevoie import schema
from clairevoie.model import COLLECTIONS
from tests.aides.fiches import BASES
from tests.aides.stories import verdict

# What an editor types in place of the ids of the template.
_IDS = {
    "id-de-la-demarche": "quartier",
    "id-du-document": "rapport",
    "id-de-l-organisme": "maison-de-quartier",
    "id-du-territoire": "la-ville",
    "id-de-l-enjeu": "entraide",
    "id-du-comite": "table-de-quartier",
}
# A reference to a record that this editor has not written yet, or a file that was not put there yet.
_TO_COME = {"REF-01", "REF-04", "REF-19", "FIC-01"}


def _filled(name: str) -> str:
    """The template of a collection, its ids typed, its record public, nothing taken away."""
    text = schema.template(name).decode()
    for id, real in _IDS.items():
        text = re.sub(rf"\b{id}\b(?!-)", real, text)
    return text.replace("publication: brouillon", "publication: publie")


def _options(text: str) -> Iterator[tuple[str, str]]:
    """Each optional field of a template, and the template in which it is no longer a comment."""
    for found in re.finditer(r"(?m)^# ([a-z_]+):.*(?:\n#   .*)*", text):
        yield found[1], text[: found.start()] + re.sub(r"(?m)^# ", "", found[0]) + text[found.end() :]


def _errors(folder: Path, name: str, text: str) -> list[str]:
    files = {**BASES, f"{name}/une-copie.yml": text}
    return [str(one) for one in verdict(folder, files).problems if one.is_error and one.code not in _TO_COME]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_template_that_is_copied_and_filled_is_accepted(tmp_path: Path, name: str) -> None:
    text = _filled(name)
    assert "##" in text
    assert _errors(tmp_path, name, text) == []


@pytest.mark.parametrize("name", COLLECTIONS)
def test_each_optional_field_of_a_template_is_accepted_once_its_sign_is_taken_away(
    tmp_path: Path, name: str
) -> None:
    options = list(_options(_filled(name)))
    assert len(options) > 10
    refused = {
        (rank, champ): told
        for rank, (champ, text) in enumerate(options)
        if (told := _errors(tmp_path / str(rank), name, text))
    }
    assert refused == {}
