"""The search finds records and their actions, by their own words and by every name they go by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from clairevoie.pages import Entree
from clairevoie.pages.listes import END, START
from clairevoie.pages.recherche.aussi import also_asked
from clairevoie.pages.recherche.mots import one_after_another
from clairevoie.publish.search.indexing import written_entries
from tests.aides.pages_vues import anchors, printed
from tests.aides.sites import full_lists, full_pages, full_site

PLAN = "plans/plan-de-quartier-2026-2028"


@cache
def _entries() -> Mapping[str, Entree]:
    """What the search knows of the full site, by address."""
    return {entree.url: entree for page in full_pages().values() for entree in page.entrees}


def _of(url: str) -> Entree:
    return _entries()[url]


def test_every_published_record_is_found() -> None:
    records = {f"{fiche.adresse}/" for fiche in full_site().jeu}
    assert len(records) > 50
    assert records <= set(_entries())


def test_every_entry_leads_to_a_page_and_to_an_anchor_of_it() -> None:
    led = [url.partition("#") for url in _entries()]
    assert any(anchor for _, _, anchor in led)
    assert [
        (path, anchor)
        for path, _, anchor in led
        if anchor and anchor not in anchors(full_pages()[path.rstrip("/")].corps)
    ] == []
    assert {path.rstrip("/") for path, _, _ in led} <= set(full_pages())


def test_every_action_is_found_at_its_own_address_by_its_number_and_words() -> None:
    entry = _of(f"{PLAN}/#action-1-1-1")
    assert entry.titre == "Action 1.1.1 – Ouvrir une cuisine collective."
    assert "1.1.1" in entry.texte
    assert "Septembre 2026" in entry.texte
    assert entry.resume == "Plan de quartier 2026-2028"
    assert "navette" not in entry.texte


SANS_TEXTE = """\
nom: "Plan"
publication: publie
en_bref: "Ce qui est prévu."
demarche: quartier
actions: [{numero: "4.3.2", echeances: "2026"}]
notes: [{nature: lacune, champ: action-4-3-2, texte: "La case est vide."}]
sources: [{document: rapport}]
"""


def test_an_action_without_text_is_found_by_its_number(tmp_path: Path) -> None:
    page = printed(tmp_path, {"plans/plan.yml": SANS_TEXTE})["plans/plan"]
    assert [entree.titre for entree in page.entrees if "#" in entree.url] == ["Action 4.3.2"]


def test_steps_activities_and_effects_are_found_too() -> None:
    portrait = "projets/portrait-du-logement/"
    assert _of(f"{portrait}#etape-collecte").titre == "Étape – Collecter."
    assert _of(f"{portrait}#volet-1-objectif-1-activite-2").titre == "Activité 2 – Appeler les propriétaires."
    effect = _of("demarches/vieux-phare-en-commun/#effet-faim")
    assert effect.titre == "Effet – Plus personne n'a faim dans le quartier."
    assert effect.facettes["type"] == ("Effets visés",)


def test_a_record_is_found_by_its_acronym_its_other_names_and_its_keywords() -> None:
    corporation = _of("organismes/corporation-des-anses/").texte
    assert "CDC" in corporation
    assert "CDC des Anses" in corporation
    assert "Corporation du Cap" in corporation, "un ancien nom"
    assert "épicerie" in _of("enjeux/securite-alimentaire/").texte


def test_facets_say_the_kind_the_demarche_the_territories_above_and_the_issues() -> None:
    facets = _of("projets/navette-du-cap/").facettes
    assert facets["type"] == ("Projets",)
    assert facets["demarche"] == ("Vieux-Phare",)
    assert facets["territoire"] == ("Cap-Rond", "MRC des Anses", "Côte-des-Brumes")
    assert facets["enjeu"] == ("Transport collectif",)
    assert _of(f"{PLAN}/#action-1-1-1").facettes["enjeu"] == ("Sécurité alimentaire",)
    assert _of(f"{PLAN}/#action-1-1-2").facettes["territoire"][0] == "Vieux-Phare"


def test_contacts_nobody_verified_are_not_found() -> None:
    texte = _of("demarches/vieux-phare-en-commun/").texte
    assert "555-0111" not in texte
    assert "555-0100" in texte


def test_contacts_that_were_verified_are(tmp_path: Path) -> None:
    contact = '{fonction: "accueil", telephone: "819-555-0123", verifie_le: "2026-01-01"}'
    text = f'nom: "Maison de quartier"\npublication: publie\ncontacts: [{contact}]\nsources: [{{document: rapport}}]\n'
    page = printed(tmp_path, {"organismes/maison-de-quartier.yml": text})["organismes/maison-de-quartier"]
    assert "819-555-0123" in page.entrees[0].texte


def test_what_is_indexed_holds_neither_tags_nor_codes_nor_field_names() -> None:
    entries = _entries().values()
    assert entries
    assert [
        e.url for e in entries if re.search("<|INC-|non_precise", e.texte) or not (e.titre and e.resume)
    ] == []


def test_what_is_indexed_keeps_apart_facts_that_no_mark_ends() -> None:
    assert "Cap-Rond · " in _of("projets/navette-du-cap/").texte
    assert one_after_another(["Shawinigan", "Fait.", "2009", "2009", " "]) == "Shawinigan · Fait. 2009"
    assert [e.url for e in _entries().values() if " · ·" in e.texte or e.texte.endswith("·")] == []


def test_written_pages_are_found_by_what_people_wrote_in_them_alone(tmp_path: Path) -> None:
    listed = f"{START}<ul><li>Zoé</li></ul>{END}"
    for url in ("", "projets", "index-a-z", "contribuer/champs", "contribuer/decisions/001-a"):
        folder = tmp_path / url
        folder.mkdir(parents=True, exist_ok=True)
        page = f"<main><nav>Ailleurs</nav><h1>Titre</h1><p>Une intro.</p>{listed}<p>Une suite.</p></main>"
        (folder / "index.html").write_text(page, encoding="utf-8")
    found = {entree.url: entree.texte for entree in written_entries(tmp_path)}
    assert found == dict.fromkeys(("", "projets/"), "Une intro. Une suite.")


def test_every_list_stands_between_the_marks_that_the_search_knows() -> None:
    assert full_lists()
    unmarked = (
        name for name, text in full_lists().items() if not text.startswith(START) or not text.endswith(END)
    )
    assert list(unmarked) == []


def test_what_the_model_says_when_nobody_typed_is_not_found(tmp_path: Path) -> None:
    assert [entree.url for entree in _entries().values() if re.search(r"\bcertaine\b", entree.texte)] == []
    text = 'nom: "Table"\npublication: publie\nidentification: incertaine\nsources: [{document: rapport}]\n'
    page = printed(tmp_path, {"organismes/table.yml": text})["organismes/table"]
    assert "incertaine" in page.entrees[0].texte


def test_a_record_gives_its_acronym_to_the_search() -> None:
    assert _of("organismes/corporation-des-anses/").sigle == "CDC"
    assert _of("organismes/caisse-des-brumes/").sigle == ""


@pytest.mark.parametrize(
    ("titre", "word"),
    [
        ("L'argent", "subvention"),
        ("À propos de nous", "courriel"),
        ("Petite enfance et famille", "garderie"),
        ("Vieillissement de la population", "âgées"),
        ("Comité en littératie", "lecture"),
    ],
)
def test_a_title_is_found_by_the_words_that_people_use(titre: str, word: str) -> None:
    assert word in also_asked(titre)
    assert also_asked("Un titre tout autre") == ()


def test_a_plan_is_found_by_its_place_and_by_its_subjects() -> None:
    asked = _of("plans/anses-en-sante-2025-2028/").demande
    assert {"plan MRC des Anses", "plan d'action MRC des Anses", "plan Sécurité alimentaire"} <= set(asked)


def test_a_record_that_can_be_called_is_found_by_those_who_look_for_a_telephone() -> None:
    assert "téléphone" in _of("demarches/vieux-phare-en-commun/").aussi
    assert _of("organismes/caisse-des-brumes/").aussi == ""
