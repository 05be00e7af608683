"""Ids that the site, a page or Windows keeps for itself: what was typed, and the sentence that comes back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clairevoie.validate.rules.identifiants import SKELETON
from tests.aides.stories import DEPART, sentences

COMITE = "comites/table-de-quartier.yml"
OVERRIDES = Path(__file__).parents[2] / "overrides"
_RENAME = "renommez le fichier, par exemple data/territoires/territoire"
_STATIC = re.compile(r'(?:\bid=|\w*rubrique\(vue, |recherche\([^"]*"[^"]*", )"([a-z-]+)"')


def _told(place: str, id: str, whose: str, what_to_do: str) -> str:
    return f"ERREUR data/{place} [ID-09]\n  « {id} » est réservé {whose}.\n  Pour corriger : {what_to_do}."


@pytest.mark.parametrize("id", ["index", "recherche"])
def test_an_address_of_the_site_is_no_id(tmp_path: Path, id: str) -> None:
    name = f"territoires/{id}.yml"
    files = {**DEPART, name: "nom: Rive\npublication: publie\n"}
    assert sentences(tmp_path, files, "ID-09") == [_told(f"{name}:1:1", id, "au site", f"{_RENAME}-{id}.yml")]


@pytest.mark.parametrize("id", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"])
def test_a_file_that_windows_cannot_copy_is_no_record(tmp_path: Path, id: str) -> None:
    name = f"territoires/{id}.yml"
    files = {**DEPART, name: "nom: Rive\npublication: publie\n"}
    assert sentences(tmp_path, files, "ID-09") == [
        _told(f"{name}:1:1", id, "à Windows", f"{_RENAME}-{id}.yml")
    ]


@pytest.mark.parametrize(
    "id", ["contenu", "recherche", "recherche-type", "notes", "sources", "notes-d-edition"]
)
def test_an_element_does_not_take_the_anchor_of_its_page(tmp_path: Path, id: str) -> None:
    files = {**DEPART, COMITE: DEPART[COMITE] + f"mandats: [{{id: {id}, texte: Faire le bilan}}]\n"}
    assert sentences(tmp_path, files, "ID-09") == [
        _told(f"{COMITE}:6:16", id, "au site", f"écrivez par exemple id: mandat-{id}")
    ]


@pytest.mark.parametrize("id", ["con", "sources-d-eau", "faire-le-bilan"])
def test_an_element_may_have_any_other_id(tmp_path: Path, id: str) -> None:
    files = {**DEPART, COMITE: DEPART[COMITE] + f"mandats: [{{id: {id}, texte: Faire le bilan}}]\n"}
    assert sentences(tmp_path, files, "ID-09") == []


def test_every_anchor_that_templates_carry_is_reserved() -> None:
    templates = [path.read_text(encoding="utf-8") for path in OVERRIDES.rglob("*.html")]
    found = {id for text in templates for id in _STATIC.findall(text)}
    assert {"contenu", "recherche", "recherche-accueil", "quand", "ailleurs", "origine"} <= found
    assert found <= SKELETON


def test_every_facet_of_the_search_box_is_reserved() -> None:
    script = (OVERRIDES / "assets/js/panneau-de-recherche.js").read_text(encoding="utf-8")
    facets = re.findall(r'\["(\w+)", "', script.partition("FACETS")[2].partition(";")[0])
    assert facets
    assert {f"recherche-{facet}" for facet in facets} <= SKELETON
