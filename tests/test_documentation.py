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
from clairevoie.cli import main
from clairevoie.model import COLLECTIONS
from clairevoie.model.describe import describe, forms_inside
from clairevoie.model.json_schema import schema_of
from clairevoie.problems.catalogue import catalogue
from clairevoie.read import read_text
from tests.aides.sites import FULL, ROOT, SMALL

FORMS = {form for kind in COLLECTIONS.values() for form in forms_inside(kind.modele)}
FIELDS = [
    (form, champ.nom)
    for form in sorted(FORMS, key=lambda form: form.__name__)
    for champ in describe(form).values()
    if champ.saisi
]


def test_every_field_has_a_french_title_and_a_description() -> None:
    bare = [
        f"{form.__name__}.{name}"
        for form, name in FIELDS
        if not (field := form.model_fields[name]).description or not str(field.title or "")[:1].isupper()
    ]
    assert len(FIELDS) > 200
    assert bare == []


def test_the_guide_explains_every_field_of_every_form(built_site: Path) -> None:
    page = html.unescape((built_site / "contribuer/champs/index.html").read_text(encoding="utf-8")).replace(
        "\u00a0", " "
    )
    for form, name in FIELDS:
        field = form.model_fields[name]
        assert f"<code>{name}</code>" in page
        assert str(field.title).replace("'", "’") in page.replace("'", "’")


TYPED = {
    "gabarits": [(name, "_gabarit", schema.template(name)) for name in COLLECTIONS],
    **{
        folder.parent.name: [
            (path.parent.name, path.stem, path.read_bytes()) for path in folder.glob("*/*.yml")
        ]
        for folder in (SMALL, FULL)
    },
}


@pytest.mark.parametrize("folder", TYPED)
def test_what_the_program_accepts_is_right_for_the_schema_that_editors_use(folder: str) -> None:
    validators = {name: Draft202012Validator(schema_of(name)) for name in COLLECTIONS}
    records = {
        f"{collection}/{id}": read_text(typed, collection, id, id)[0]
        for collection, id, typed in TYPED[folder]
    }
    assert len(records) >= len(COLLECTIONS)
    assert [address for address, record in records.items() if record is None] == []
    faults = {
        address: [error.message for error in validators[record.collection].iter_errors(_plain(record.data))]
        for address, record in records.items()
        if record
    }
    assert {address: said for address, said in faults.items() if said} == {}


def _plain(value: Any) -> Any:
    """The value as JSON knows it."""
    return json.loads(json.dumps(value, default=float))


@pytest.mark.parametrize("name", COLLECTIONS)
def test_the_template_of_a_collection_names_its_schema_and_shows_every_field(name: str) -> None:
    first, _, text = schema.template(name).decode().partition("\n")
    assert first == f"# yaml-language-server: $schema=../_schemas/{name}.schema.json"
    shown = set(re.findall(r"^(?:# )?([a-z_]+):", text, re.MULTILINE))
    assert set(COLLECTIONS[name].modele.model_fields) - {"id"} == shown


def test_the_schemas_and_templates_of_a_data_folder_are_written_and_told_when_they_are_no_longer_those(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--racine", str(project)]
    assert main(["schema", *command]) == 0
    written = capsys.readouterr().out.splitlines()
    assert len(written) == 2 * len(COLLECTIONS)
    assert (project / "data/projets/_gabarit.yml").read_bytes() == schema.template("projets")
    assert main(["verifier", *command, "--strict"]) == 0
    old = project / "data/_schemas/projets.schema.json"
    old.write_text(old.read_text(encoding="utf-8").replace("Qui paie", "Qui payait"), encoding="utf-8")
    capsys.readouterr()
    assert main(["verifier", *command]) == 0
    assert (
        "AVERTISSEMENT data/_schemas/projets.schema.json:1:1 [FIC-02]\n  Ce schéma n'est pas celui du programme"
        in capsys.readouterr().out
    )
    (project / "data/zut.txt").touch()
    assert main(["verifier", *command]) == 1
    told = capsys.readouterr().out
    assert "data/zut.txt" in told
    assert "[FIC-02]" in told
    assert main(["construire", *command]) == 1
    assert "[FIC-02]" in capsys.readouterr().err


def test_every_rule_of_the_catalogue_is_raised_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "hooks").rglob("*.py"))
    assert [rule for rule in catalogue() if f'"{rule}"' not in code] == []


def test_every_rule_of_the_catalogue_has_a_story() -> None:
    stories = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    assert [rule for rule in catalogue() if f'"{rule}"' not in stories and f"[{rule}]" not in stories] == []


def test_only_two_templates_of_material_are_replaced() -> None:
    theirs = Path(material.__file__).parent / "templates"
    ours = ROOT / "overrides"
    replaced = {
        path.relative_to(ours).as_posix()
        for path in ours.rglob("*.html")
        if (theirs / path.relative_to(ours)).exists()
    }
    assert replaced == {"base.html", "404.html"}
