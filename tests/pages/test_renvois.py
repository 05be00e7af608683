"""What cites a record is on its page, under plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clairevoie.derive.renvois import Mention, field
from clairevoie.model.parcours import renvois
from clairevoie.pages.renvois.titres import ORDRE, heading
from clairevoie.pages.renvois.titres import words as heading_words
from tests.aides.fiche_pleine import full_dataset
from tests.aides.pages_vues import links, printed, words
from tests.aides.sites import full_pages, full_site
from tests.aides.stories import DEPART


def test_every_record_that_cites_this_one_is_linked_from_its_page() -> None:
    cited = [(fiche, mention) for fiche in full_site().jeu for mention in full_site().mentions(fiche)]
    assert len(cited) > 100
    led = {
        fiche.adresse: {link.partition("#")[0] for link in links(full_pages()[fiche.adresse].corps)}
        for fiche, _ in cited
    }
    assert [
        (fiche.adresse, mention.fiche.adresse, mention.champ)
        for fiche, mention in cited
        if f"../../{mention.fiche.adresse}/" not in led[fiche.adresse]
    ] == []


def test_an_action_that_cites_a_record_is_linked_at_its_own_address() -> None:
    cited = [
        (fiche, f"../../{mention.fiche.adresse}/#{mention.element.ancre}")
        for fiche in full_site().jeu
        for mention in full_site().mentions(fiche)
        if mention.element is not None and mention.element.ancre and "voisin" not in mention.champ
    ]
    assert len(cited) > 20
    assert [
        (fiche.adresse, link) for fiche, link in cited if link not in links(full_pages()[fiche.adresse].corps)
    ] == []


def test_every_field_that_can_cite_has_a_heading() -> None:
    jeu, _ = full_dataset()
    cited = [(fiche, renvoi) for fiche in jeu for renvoi in renvois(fiche)]
    assert len(cited) > 50
    for fiche, renvoi in cited:
        target = getattr(renvoi.marque, "collection", "projets")
        found = heading(target, Mention(fiche, field(renvoi.chemin), None, fiche), lambda _: "actuel")
        assert found.cle in ORDRE
        assert heading_words(found, fiche.collection)


def _words(address: str) -> str:
    return words(full_pages()[address].corps)


def test_each_kind_of_citation_reads_in_plain_french() -> None:
    seen = _words("organismes/maison-du-phare").partition("Ailleurs sur ce site")[2]
    for title in ("Son rôle", "Siège à", "S'occupe de", "Porte les plans", "Reçoit de l'argent pour"):
        assert title in seen
    assert "1.1.1 Ouvrir une cuisine collective." in seen
    assert "Responsable de la cuisine" in _words("organismes/maison-du-phare")
    assert "Finance Cuisine collective du phare Budget voté – 500 $, confirmé" in seen
    assert "montant non précisé, demandé" in _words("organismes/fondation-de-l-ecluse")


def test_a_project_says_why_it_exists() -> None:
    assert "Pourquoi ce projet existe" in _words("projets/portrait-du-logement")
    led = links(full_pages()["projets/portrait-du-logement"].corps)
    assert "../../plans/plan-d-action-du-cercle-2024-2026/#action-2-1-1" in led


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
    seen = _words("territoires/mrc-des-anses")
    assert "Navette du cap – Cap-Rond" in seen
    assert "Plus près de chez vous Anse-aux-Brumes" in seen
    led = links(full_pages()["territoires/mrc-des-anses"].corps)
    assert led.count("../../plans/plan-de-quartier-2026-2028/#action-1-1-2") == 1


def test_what_a_page_says_itself_is_not_said_again_as_a_citation() -> None:
    assert _words("evenements/rencontre-2026-03-12").count("À ne pas confondre avec") == 1


def test_what_a_plain_heading_says_is_not_repeated_under_a_vague_one() -> None:
    seen = _words("comites/comite-logement")
    assert seen.count("2.1.1 Faire le portrait du logement.") == 1
    assert "Cité aussi par" not in seen


CITE = """\
nom: "Plan"
publication: publie
en_bref: "Ce qui est prévu."
demarche: quartier
actions:
  - numero: "1"
    texte: "Se réunir."
    responsables: [{comite: table-de-quartier}]
    voir_aussi: [comites/table-de-quartier]
sources: [{document: rapport}]
"""


def test_an_action_that_cites_twice_is_told_under_the_plain_heading_alone(tmp_path: Path) -> None:
    seen = words(printed(tmp_path, {"plans/plan.yml": CITE})["comites/table-de-quartier"].corps)
    assert "S'occupe de Plan 1 Se réunir." in seen
    assert seen.count("Se réunir.") == 1
    assert "Cité aussi par" not in seen


def test_meetings_that_cite_are_in_the_order_of_time(tmp_path: Path) -> None:
    where = "comite: table-de-quartier\n"
    files = {
        "evenements/a.yml": _event("Abeille", f'{where}date: "12 mars 2025"'),
        "evenements/z.yml": _event("Zèbre", f'{where}date: "12 janvier 2025"'),
    }
    seen = words(printed(tmp_path, files)["comites/table-de-quartier"].corps)
    assert seen.index("Zèbre") < seen.index("Abeille")


def test_what_comes_from_several_demarches_says_which(tmp_path: Path) -> None:
    assert "Table du Vieux-Phare – coordination, Vieux-Phare" in _words("organismes/maison-du-phare")


def test_a_document_tells_what_rests_on_it_by_collection() -> None:
    rest = _words("documents/plan-de-quartier").partition("Ce qui s'appuie sur ce document")[2]
    kinds = (
        "Démarches",
        "Projets",
        "Plans",
        "Comités et tables",
        "Documents",
        "Territoires",
        "Enjeux et priorités",
    )
    assert rest
    assert [kind for kind in kinds if kind not in rest] == []
    assert "Les passages cités restent à leurs auteurs." in _words("documents/plan-de-quartier")


def _event(titre: str, facts: str) -> str:
    return f'titre: "{titre}"\npublication: publie\ndemarche: quartier\n{facts}\nsources: [{{document: rapport}}]\n'


def test_an_event_without_a_date_stands_after_the_one_it_follows(tmp_path: Path) -> None:
    files = {
        "evenements/a.yml": _event("REGARD", 'date: "13 mai 2025"'),
        "evenements/b.yml": _event("SONDAGE 1", "suit: c"),
        "evenements/c.yml": _event("PORTRAIT", 'date: "23 février 2025"'),
        "evenements/d.yml": _event("SONDAGE 2", "suit: b"),
        "evenements/e.yml": _event("CONSTATS", 'date: "9 juin 2025"'),
    }
    seen = words(printed(tmp_path, files)["demarches/quartier"].corps).partition(" Quand ")[2]
    places = [seen.index(name) for name in ("PORTRAIT", "SONDAGE 1", "SONDAGE 2", "REGARD", "CONSTATS")]
    assert places == sorted(places)


def test_the_chain_goes_from_actions_to_the_weakest_control() -> None:
    seen = _words("demarches/vieux-phare-en-commun").partition("Stratégie d'impacts")[2]
    floors = (
        "Actions envisagées",
        "contrôle élevé",
        "contrôle moyen",
        "contrôle faible",
        "Schéma non reproduit",
    )
    places = [seen.index(floor) for floor in floors]
    assert places == sorted(places)


def test_contacts_nobody_verified_say_so_and_can_be_called() -> None:
    assert "418-555-0111 Coordonnées telles que publiées; nous ne les avons pas vérifiées" in _words(
        "demarches/vieux-phare-en-commun"
    )
    assert "tel:+14185550111" in full_pages()["demarches/vieux-phare-en-commun"].corps


def test_the_members_of_a_comite_are_counted_by_quality() -> None:
    seen = _words("comites/conseil-du-cercle")
    for count in (
        "5 membres, un siège sans droit de vote et une coordination",
        "1 membre pressenti",
        "1 siège à confirmer",
        "1 siège vacant",
        "À venir: 1 membre",
        "Anciens membres: 2",
    ):
        assert count in seen
    assert "1 impliqué hors du comité" in _words("comites/comite-du-vieux-phare")


@pytest.mark.parametrize(
    ("statut", "gives", "receives"),
    [
        ("recu", "A financé", "A reçu de l'argent pour"),
        ("confirme", "Finance", "Reçoit de l'argent pour"),
        ("non_precise", "Finance", "Reçoit de l'argent pour"),
        ("demande", "Pourrait financer", "Pourrait recevoir de l'argent pour"),
        ("en_attente", "Pourrait financer", "Pourrait recevoir de l'argent pour"),
        ("possible", "Pourrait financer", "Pourrait recevoir de l'argent pour"),
        ("refuse", "N'a pas financé", "N'a pas reçu d'argent pour"),
    ],
)
def test_money_that_is_only_hoped_for_is_not_said_to_be_given(
    tmp_path: Path, statut: str, gives: str, receives: str
) -> None:
    caisse = DEPART["organismes/maison-de-quartier.yml"].replace("Maison", "Caisse")
    money = f"financements: [{{organisme: caisse, beneficiaire: maison-de-quartier, montant: 500, statut: {statut}}}]\n"
    files = {
        "organismes/caisse.yml": caisse,
        "demarches/quartier.yml": DEPART["demarches/quartier.yml"] + money,
    }
    pages = printed(tmp_path, files)
    for organisme, heading_ in (("caisse", gives), ("maison-de-quartier", receives)):
        found = re.findall(r"<h3[^>]*>(.*?)</h3>", pages[f"organismes/{organisme}"].corps)
        assert heading_ in [words(one) for one in found]


@pytest.mark.parametrize(
    ("statut", "said"),
    [("a_adopter", "À adopter"), ("adopte", "A adopté"), ("en_vigueur", "A adopté"), ("projet", "Adoption")],
)
def test_a_plan_is_said_to_be_adopted_only_where_it_is(tmp_path: Path, statut: str, said: str) -> None:
    plan = (
        'nom: "Plan"\npublication: publie\nen_bref: "Un plan."\ndemarche: quartier\n'
        f'statut: {statut}\nadoption: {{comite: table-de-quartier, date: "2025"}}\n'
        'sources: [{document: rapport, repere: "Page 1"}]\n'
    )
    corps = printed(tmp_path, {"plans/plan.yml": plan})["comites/table-de-quartier"].corps
    assert [words(one) for one in re.findall(r'<h3 class="retours__titre">(.*?)</h3>', corps)] == [said]


def test_a_page_may_be_cited_and_an_error_reported() -> None:
    address = "demarches/vieux-phare-en-commun"
    citation = f"Claire-voie, état au 15 octobre 2026, https://exemple.test/{address}/"
    led = links(full_pages()[address].corps)
    assert citation in _words(address)
    assert any(link.startswith("mailto:signaler@exemple.test?subject=Erreur") for link in led)
    assert f"../../donnees/{address}.yml" in led
