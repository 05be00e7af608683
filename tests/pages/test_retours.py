"""What cites a record is on its page, under plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.derive.renvois import Mention, field
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import renvois
from clairevoie.pages.renvois.titres import ORDRE, heading
from clairevoie.pages.renvois.titres import words as heading_words
from tests.pages.fiche_pleine import full_dataset
from tests.pages.pages_vues import links, printed, real_pages, real_site, words

FICHES = [pytest.param(fiche, id=fiche.adresse) for fiche in real_site().jeu]


@pytest.mark.parametrize("fiche", FICHES)
def test_every_record_that_cites_this_one_is_linked_from_its_page(fiche: Fiche) -> None:
    led = {link.partition("#")[0] for link in links(real_pages()[fiche.adresse].corps)}
    for mention in real_site().mentions(fiche):
        assert f"../../{mention.fiche.adresse}/" in led, (mention.fiche.adresse, mention.champ)


@pytest.mark.parametrize("fiche", FICHES)
def test_an_action_that_cites_a_record_is_linked_at_its_own_address(fiche: Fiche) -> None:
    led = set(links(real_pages()[fiche.adresse].corps))
    for mention in real_site().mentions(fiche):
        if mention.element is not None and mention.element.ancre and "voisin" not in mention.champ:
            assert f"../../{mention.fiche.adresse}/#{mention.element.ancre}" in led, mention.adresse


def test_every_field_that_can_cite_has_a_heading() -> None:
    jeu, _ = full_dataset()
    for fiche in jeu:
        for renvoi in renvois(fiche):
            target = getattr(renvoi.marque, "collection", "projets")
            found = heading(target, Mention(fiche, field(renvoi.chemin), None, fiche))
            assert found.cle in ORDRE
            assert heading_words(found, fiche.collection)


def test_each_kind_of_citation_reads_in_plain_french() -> None:
    seen = words(real_pages()["organismes/cre-mauricie"].corps)
    for title in ("Son rôle", "Siège à", "S'occupe de", "Participe à", "Finance"):
        assert title in seen
    assert "2.1.4 Assurer la cohésion" in seen
    assert "Agente de développement de la CRÉ" in seen
    assert "montant non précisé, en attente" in seen


def test_a_project_says_why_it_exists() -> None:
    page = real_pages()["projets/projet-comite-logement-mauricie"]
    assert "Pourquoi ce projet existe" in words(page.corps)
    assert "../../plans/plan-d-action-2009-2010-consortium-mauricie/#action-2-1-3" in links(page.corps)


DECISION = """\
titre: "Rencontre de mars"
publication: publie
demarche: quartier
comite: table-de-quartier
date: "12 mars 2025"
decisions:
  - {numero: "1", texte: "Ouvrir un jardin.", objets: ["projets/jardin"], issue: adoptee}
sources: [{document: rapport, repere: "Page 1"}]
"""
JARDIN = """\
nom: "Jardin"
publication: publie
en_bref: "Un jardin."
demarche: quartier
sources: [{document: rapport, repere: "Page 1"}]
"""


def test_a_decision_is_cited_back_by_what_it_decides(tmp_path: Path) -> None:
    pages = printed(tmp_path, {"evenements/mars.yml": DECISION, "projets/jardin.yml": JARDIN})
    project = pages["projets/jardin"]
    decided = "Décision 1: Ouvrir un jardin. Adoptée Rencontre de mars, 12 mars 2025, Table de quartier"
    assert f"Pourquoi ce projet existe Qui a décidé {decided}" in words(project.corps)
    assert "../../evenements/mars/#decision-1" in links(project.corps)
    assert "Rencontres et étapes Rencontre de mars" in words(pages["comites/table-de-quartier"].corps)


def test_a_territory_tells_what_happens_in_those_it_contains_and_where() -> None:
    seen = words(real_pages()["territoires/mauricie"].corps)
    assert "Journal de quartier – St-Marc/Christ-Roi" in seen
    assert "Plus près de chez vous Des Chenaux" in seen
    led = links(real_pages()["territoires/mauricie"].corps)
    assert led.count("../../plans/plan-d-action-2009-2010-consortium-mauricie/#action-4-1-1") == 1


def test_what_a_page_says_itself_is_not_said_again_as_a_citation() -> None:
    seen = words(real_pages()["evenements/levis-sondage-1"].corps)
    assert seen.count("À ne pas confondre avec") == 1


def test_what_a_plain_heading_says_is_not_repeated_under_a_vague_one() -> None:
    seen = words(real_pages()["comites/comite-developpement-citoyen-mauricie"].corps)
    assert seen.count("2.1.2 Faire le suivi") == 1
    assert "Cité aussi par" not in seen


def test_a_document_tells_what_rests_on_it_by_collection() -> None:
    seen = words(real_pages()["documents/consortium-mauricie-plan-d-action-2009-2010"].corps)
    for kind in ("Démarches", "Projets", "Plans", "Comités et tables", "Organismes et partenaires"):
        assert kind in seen
    assert "Ce qui s'appuie sur ce document" in seen
    assert "Les passages cités restent à leurs auteurs." in seen


def test_an_event_without_a_date_stands_after_the_one_it_follows() -> None:
    seen = words(real_pages()["demarches/gouvernance-partagee-levis"].corps).partition(" Quand ")[2]
    order = [
        "PORTRAIT",
        "SONDAGE 1",
        "INSPIRATION",
        "SONDAGE 2",
        "REGARD",
        "SONDAGE 3",
        "VOLONTÉ",
        "SONDAGE 4",
    ]
    places = [seen.index(name) for name in [*order, "VISION", "CONSTATS"]]
    assert places == sorted(places)


def test_the_chain_goes_from_actions_to_the_weakest_control() -> None:
    seen = words(real_pages()["demarches/gouvernance-partagee-levis"].corps).partition("Stratégie d'impacts")[
        2
    ]
    floors = [
        "Actions envisagées",
        "contrôle élevé",
        "contrôle moyen",
        "contrôle faible",
        "Schéma non reproduit",
    ]
    places = [seen.index(floor) for floor in floors]
    assert places == sorted(places)


def test_contacts_nobody_verified_say_so_and_can_be_called() -> None:
    page = real_pages()["demarches/asis-rouyn-noranda"]
    assert "Coordonnées telles que publiées, non vérifiées" in words(page.corps)
    assert "tel:+18197977110" in page.corps


def test_the_members_of_a_comite_are_counted_by_quality() -> None:
    seen = words(real_pages()["comites/comite-regional-en-logement-mauricie"].corps)
    assert "8 membres" in seen
    assert "4 impliqués hors du comité" in seen


def test_a_page_may_be_cited_and_an_error_reported() -> None:
    page = real_pages()["demarches/gouvernance-partagee-levis"]
    citation = "Claire-voie, état au 9 juin 2022, https://exemple.test/demarches/gouvernance-partagee-levis/"
    assert citation in words(page.corps)
    assert any(link.startswith("mailto:signaler@exemple.test?subject=Erreur") for link in links(page.corps))
    assert "../../donnees/demarches/gouvernance-partagee-levis.yml" in links(page.corps)
