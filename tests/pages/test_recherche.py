"""The search finds records and their actions, by their own words and by every name they go by."""

from __future__ import annotations

from pathlib import Path

from clairevoie.pages import Entree
from clairevoie.pages.listes import END, START
from clairevoie.pages.recherche.mots import one_after_another
from clairevoie.publish.search.indexing import written_entries
from tests.pages.pages_vues import anchors, printed, real_lists, real_pages, real_site

ENTREES = {entree.url: entree for page in real_pages().values() for entree in page.entrees}
PLAN = "plans/plan-d-action-2009-2010-consortium-mauricie"


def _of(url: str) -> Entree:
    return ENTREES[url]


def test_every_published_record_is_found() -> None:
    assert {f"{fiche.adresse}/" for fiche in real_site().jeu} <= set(ENTREES)


def test_every_entry_leads_to_a_page_and_to_an_anchor_of_it() -> None:
    for url in ENTREES:
        path, _, anchor = url.partition("#")
        page = real_pages()[path.rstrip("/")]
        assert not anchor or anchor in anchors(page.corps)


def test_every_action_is_found_at_its_own_address_by_its_number_and_words() -> None:
    entry = _of(f"{PLAN}/#action-1-2-1")
    assert entry.titre == "Action 1.2.1 – Rédiger et diffuser le bulletin L'ÉmerGens 3 à 4 fois par année."
    assert "1.2.1" in entry.texte
    assert "Novembre 2009" in entry.texte
    assert entry.resume == "PLAN D'ACTION 2009-2010"
    assert "transport" not in entry.texte


def test_an_action_without_text_is_found_by_its_number() -> None:
    assert _of(f"{PLAN}/#action-4-3-2").titre == "Action 4.3.2"


def test_steps_activities_and_effects_are_found_too() -> None:
    logement = "projets/projet-comite-logement-mauricie/"
    assert _of(f"{logement}#etape-embauche").titre.startswith("Étape – Embauche d'un agent de projet")
    assert _of(f"{logement}#volet-1-objectif-1-activite-2").titre.startswith("Activité 2 – Déterminer")
    effect = _of("demarches/gouvernance-partagee-levis/#effet-f-1")
    assert effect.titre == "Effet – Les réalités rurales et urbaines sont prises en compte ;"
    assert effect.facettes["type"] == ("Effets visés",)


def test_a_record_is_found_by_its_acronym_its_other_names_and_its_keywords() -> None:
    assert "RNVVS" in _of("organismes/rouyn-noranda-ville-et-villages-en-sante/").texte
    assert "CRÉ Mauricie" in _of("organismes/cre-mauricie/").texte
    assert "popotes roulantes" in _of("comites/comite-en-securite-alimentaire-mauricie/").texte


def test_facets_say_the_kind_the_demarche_the_territories_above_and_the_issues() -> None:
    facets = _of("projets/journal-de-quartier/").facettes
    assert facets["type"] == ("Projets",)
    assert facets["demarche"] == ("Ma communauté clé en main",)
    assert facets["territoire"] == ("St-Marc/Christ-Roi", "Shawinigan", "Mauricie")
    assert _of(f"{PLAN}/#action-2-1-1").facettes["enjeu"] == ("Sécurité alimentaire",)
    assert _of(f"{PLAN}/#action-4-1-1").facettes["territoire"][0] == "Mékinac"


def test_contacts_nobody_verified_are_not_found() -> None:
    assert "797-7110" not in _of("demarches/asis-rouyn-noranda/").texte


def test_contacts_that_were_verified_are(tmp_path: Path) -> None:
    contact = '{fonction: "accueil", telephone: "819-555-0123", verifie_le: "2026-01-01"}'
    text = f'nom: "Maison de quartier"\npublication: publie\ncontacts: [{contact}]\nsources: [{{document: rapport}}]\n'
    page = printed(tmp_path, {"organismes/maison-de-quartier.yml": text})["organismes/maison-de-quartier"]
    assert "819-555-0123" in page.entrees[0].texte


def test_what_is_indexed_holds_neither_tags_nor_codes_nor_field_names() -> None:
    for entree in ENTREES.values():
        assert "<" not in entree.texte
        assert "INC-" not in entree.texte
        assert "non_precise" not in entree.texte
        assert entree.titre
        assert entree.resume


def test_what_is_indexed_keeps_apart_facts_that_no_mark_ends() -> None:
    entry = _of("projets/journal-de-quartier/")
    assert "St-Marc/Christ-Roi ·" in entry.texte
    assert one_after_another(["Shawinigan", "Fait.", "2009", "2009", " "]) == "Shawinigan · Fait. 2009"
    assert not any(" · ·" in entree.texte or entree.texte.endswith("·") for entree in ENTREES.values())


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
    assert all(text.startswith(START) and text.endswith(END) for text in real_lists().values())
