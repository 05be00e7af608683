"""Everything an editor may type is explained: in the model, in the guide, in the schemas and in the templates."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import material
import pytest
from jsonschema import Draft202012Validator

from clairevoie import schema
from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Forme
from clairevoie.model.listes import is_closed
from clairevoie.model.mots import mot
from clairevoie.problems.catalogue import catalogue
from clairevoie.read import read_text
from tests.conftest import ROOT


def _forms(found: type[Forme]) -> set[type[Forme]]:
    below = {found}
    for child in found.__subclasses__():
        below |= _forms(child)
    return below


FIELDS = [
    (form, name)
    for form in sorted(_forms(Forme), key=lambda form: form.__name__)
    for name in form.model_fields
    if name != "id" or form.__name__ in ("Action", "Enonce", "Objectif", "Decision", "Budget")
]


@pytest.mark.parametrize(("form", "name"), FIELDS)
def test_every_field_has_a_french_title_and_a_description(form: type[Forme], name: str) -> None:
    field = form.model_fields[name]
    assert field.title, name
    assert field.description, name
    assert field.title[:1].isupper()


def test_the_guide_explains_every_field_of_every_form(real_site: Path) -> None:
    page = html.unescape((real_site / "contribuer/champs/index.html").read_text(encoding="utf-8")).replace(
        "\u00a0", " "
    )
    for form, name in FIELDS:
        if form.__name__.startswith("_") or form.__name__ in ("Forme", "FormeCourte", "Fiche"):
            continue
        field = form.model_fields[name]
        assert f"<code>{name}</code>" in page
        assert str(field.title).replace("'", "’") in page.replace("'", "’")


def test_every_value_of_a_closed_list_has_french_words() -> None:
    values = {
        value
        for form, name in FIELDS
        if is_closed(form.model_fields[name].annotation)
        for value in re.findall(r"'([a-z_A-Z]+)'", str(form.model_fields[name].annotation))
    }
    assert len(values) > 100
    without_accents = {value for value in values if "_" in mot(value)}
    assert without_accents == set()


@pytest.mark.parametrize("name", COLLECTIONS)
def test_the_schemas_in_place_are_those_of_the_model(name: str) -> None:
    written = json.loads((ROOT / "data" / "_schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert written == schema.of_collection(name), "lancez « make schema »"


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*/*.yml")), ids=lambda path: path.stem)
def test_every_data_file_is_right_for_the_schema_that_editors_use(path: Path) -> None:
    record, _ = read_text(path.read_bytes(), path.parent.name, path.stem, path.name)
    assert record is not None
    validator = Draft202012Validator(schema.of_collection(path.parent.name))
    assert [error.message for error in validator.iter_errors(_plain(record.data))] == []


def _plain(value: Any) -> Any:
    """The value as JSON knows it."""
    return json.loads(json.dumps(value, default=float))


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.yml")), ids=lambda path: path.stem)
def test_every_data_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../_schemas/{path.parent.name}.schema.json"


@pytest.mark.parametrize("name", COLLECTIONS)
def test_the_template_of_a_collection_shows_every_field(name: str) -> None:
    text = (ROOT / "data" / name / "_gabarit.yml").read_text(encoding="utf-8")
    shown = set(re.findall(r"^(?:# )?([a-z_]+):", text, re.MULTILINE))
    assert set(COLLECTIONS[name].modele.model_fields) - {"id"} == shown


def test_every_rule_of_the_catalogue_is_raised_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "hooks").rglob("*.py"))
    assert [rule for rule in catalogue() if f'"{rule}"' not in code] == []


def test_every_rule_of_the_catalogue_has_a_story() -> None:
    stories = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    assert [rule for rule in catalogue() if f'"{rule}"' not in stories and f"[{rule}]" not in stories] == []


def test_the_decision_names_the_templates_of_material_that_are_replaced_and_no_other() -> None:
    theirs = Path(material.__file__).parent / "templates"
    ours = ROOT / "overrides"
    replaced = {
        path.relative_to(ours).as_posix()
        for path in ours.rglob("*.html")
        if (theirs / path.relative_to(ours)).exists()
    }
    said = (ROOT / "content/contribuer/decisions/002-squelette-de-page.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^- `(\S+\.html)` :", said, flags=re.M)) == replaced
