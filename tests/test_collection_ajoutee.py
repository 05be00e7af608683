"""A collection added to the table, with its model and its template, is read, checked, linked, printed and found."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Annotated, ClassVar, cast

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.model.base import RefDemarche, RefProjet, Texte, Vers, one
from clairevoie.model.fiche import Fiche
from clairevoie.model.json_schema import schema_of
from clairevoie.pages.fiche.sheets import pages
from tests.aides.pages_vues import GABARITS, links, told, words
from tests.aides.stories import DEPART, sentences

RefIdee = Annotated[Texte, Vers("idees")]


class Idee(Fiche):
    """An idea that a citizen dropped in the box."""

    collection: ClassVar[str] = "idees"

    nom: Texte = one("Nom", "L'idée, en quelques mots", obligatoire=True)
    demarche: RefDemarche | None = one("Démarche", "À qui elle est adressée")
    projet: RefProjet | None = one("Projet", "Le projet qui en est né")
    variante_de: RefIdee | None = one("Variante de", "Une autre idée")


IDEE = """\
nom: "Un banc devant l'école"
publication: publie
demarche: quartier
projet: banc
variante_de: un-arbre
sources: [{document: rapport, repere: "Page 1"}]
"""
BANC = """\
nom: "Banc"
publication: publie
en_bref: "Un banc."
demarche: quartier
sources: [{document: rapport, repere: "Page 1"}]
"""
ARBRE = IDEE.replace("Un banc devant", "Un arbre devant").replace("variante_de: un-arbre\n", "")
GABARIT = """\
{% extends "fiches/_fiche.html" %}
{% block faits %}{{ champs.boite("demarche", "projet", "variante_de") }}{% endblock %}
"""
FILES = {"idees/un-banc.yml": IDEE, "idees/un-arbre.yml": ARBRE, "projets/banc.yml": BANC}


@pytest.fixture(autouse=True)
def _one_collection_more(monkeypatch: pytest.MonkeyPatch) -> None:
    idees = replace(
        COLLECTIONS["enjeux"],
        modele=Idee,
        le="l'idée",
        un="une idée",
        pluriel="idées",
        libelle="Boîte à idées",
        sens="Une idée vient d'une personne du quartier.",
        ailleurs="Ce qui en parle",
        dans_une_demarche=True,
        partagee=False,
        exemple="un-banc",
        rang=9,
    )
    monkeypatch.setitem(cast(dict[str, object], COLLECTIONS), "idees", idees)


def test_its_records_are_printed_and_linked_both_ways(tmp_path: Path) -> None:
    templates = tmp_path / "overrides"
    shutil.copytree(GABARITS, templates)
    (templates / "fiches/idees.html").write_text(GABARIT, encoding="utf-8")
    site = told(tmp_path, FILES)
    printed = {f"{page.collection}/{page.slug}": page for page in pages(site, templates)}
    idee = printed["idees/un-banc"]
    assert "Une idée vient d’une personne" in words(idee.corps).replace("'", "’")
    assert "../../projets/banc/" in links(idee.corps)
    assert "../../idees/un-banc/" in links(printed["projets/banc"].corps)
    assert "../../idees/un-banc/" in links(printed["idees/un-arbre"].corps)
    assert idee.entrees[0].facettes["type"] == ("Boîte à idées",)


def test_its_references_are_checked_and_its_faults_told_in_its_words(tmp_path: Path) -> None:
    astray = IDEE.replace("variante_de: un-arbre", "variante_de: un-arbr")
    (said,) = sentences(tmp_path, {**DEPART, **FILES, "idees/un-banc.yml": astray}, "REF-01")
    assert "L'idée « un-arbr » n'existe pas." in said
    assert "data/idees/un-arbr.yml" in said


def test_it_has_its_schema() -> None:
    assert schema_of("idees")["title"] == "Boîte à idées"
