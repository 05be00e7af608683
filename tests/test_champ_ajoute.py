"""A field added to a model is at once on its page, in the guide, in the schema and in the file of « Explorer »."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Booleen, EnColonne, RefOrganisme, Texte, many, one
from clairevoie.model.json_schema import schema_of
from clairevoie.model.projets import Projet
from clairevoie.pages.explorer.table import table
from clairevoie.pages.listes.modele import PartieDuGuide, fields
from clairevoie.publish.explorer import files
from tests.aides.pages_vues import links, plain, printed, told, words


class ProjetDeSaison(Projet):
    """A project that says one thing more."""

    saison: EnColonne[Texte | None] = one("Saison", "Quand on peut y aller")
    jardins: EnColonne[tuple[RefOrganisme, ...]] = many("Jardins", "Qui prête une terre")
    couvert: EnColonne[Booleen | None] = one("Couvert", "Sous un toit")


JARDIN = """\
nom: "Jardin"
publication: publie
en_bref: "Un jardin."
demarche: quartier
saison: "Du printemps à l'automne"
jardins: [maison-de-quartier]
couvert: false
sources: [{document: rapport, repere: "Page 1"}]
"""
POTAGER = """\
nom: "Potager"
publication: publie
en_bref: "Un potager."
demarche: quartier
sources: [{document: rapport, repere: "Page 1"}]
"""
FILES = {"projets/jardin.yml": JARDIN, "projets/potager.yml": POTAGER}


@pytest.fixture(autouse=True)
def _one_field_more(monkeypatch: pytest.MonkeyPatch) -> None:
    known = cast(dict[str, object], COLLECTIONS)
    monkeypatch.setitem(known, "projets", replace(COLLECTIONS["projets"], modele=ProjetDeSaison))


def test_it_is_on_the_page_though_no_template_placed_it(tmp_path: Path) -> None:
    pages = printed(tmp_path, FILES)
    jardin = words(pages["projets/jardin"].corps)
    assert plain("Saison Du printemps à l'automne") in jardin
    assert "Couvert Non" in jardin
    assert "../../organismes/maison-de-quartier/" in links(pages["projets/jardin"].corps)
    assert "../../projets/jardin/" in links(pages["organismes/maison-de-quartier"].corps)
    assert "Saison" not in words(pages["projets/potager"].corps)


def test_it_is_in_the_schema_and_in_the_guide() -> None:
    properties = schema_of("projets")["properties"]
    assert properties["saison"]["title"] == "Saison"
    guide = cast(list[PartieDuGuide], fields(None)["collections"])
    projets = next(part for part in guide if part.ancre == "champs-projets")
    told = {one.champ.nom: (one.champ.titre, one.type) for one in projets.lignes}
    assert told["saison"] == ("Saison", "texte")
    assert told["jardins"] == ("Jardins", "id d'une fiche de organismes/")


def test_it_is_a_column_of_the_file_that_explorer_gives(tmp_path: Path) -> None:
    written = files(table(told(tmp_path, FILES)))
    head, lines = json.loads(written["facettes.json"]), json.loads(written["lignes-0.json"])
    assert head["colonnes"] == ["Saison", "Jardins", "Couvert"]
    cells = dict(zip(lines["reperes"], lines["cellules"], strict=True))
    assert cells["jardin"] == ["Du printemps à l'automne", "Maison de quartier", "non"]
    assert cells["potager"] == cells["table-de-quartier"] == ["", "", ""]
