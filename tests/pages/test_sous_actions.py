"""A part of an action says who does it, when and how far it is; it is never counted as an action."""

from __future__ import annotations

from pathlib import Path

from clairevoie.pages.recherche.entrees import entries
from clairevoie.pages.temps.calendrier import all_due
from tests.aides.pages_vues import anchors, links, printed, told, words
from tests.aides.stories import DEPART, problems, verdict

_HEAD = """\
nom: "Plan climat"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
periode: "2026-2028"
sources: [{document: rapport, repere: "Page 2"}]
actions:
  - numero: "1"
    texte: "Planter des arbres."
    sous_actions:
      - "Choisir les rues."
      - numero: "a"
        texte: "Préparer le sol."
        responsables: [{organisme: maison-de-quartier}]
        echeances: "Mai 2027"
        statut: prevu
      - {numero: "b", texte: "Arroser.", suivi: [{date: "2026-01-10", statut: en_cours, texte: "On arrose."}]}
  - numero: "2"
    texte: "Ouvrir une salle fraîche."
    sous_actions: [{numero: "a", texte: "Trouver la salle."}]
"""
_FILES = {"plans/climat.yml": _HEAD}


def test_a_part_shows_who_when_and_how_far(tmp_path: Path) -> None:
    corps = printed(tmp_path, _FILES)["plans/climat"].corps
    said = words(corps)
    assert "Qui s'en occupe Maison de quartier" in said
    assert "État Prévu" in said
    assert "10 janvier 2026 En cours On arrose." in said


def test_parts_of_two_actions_that_bear_one_letter_each_have_their_anchor(tmp_path: Path) -> None:
    assert [p for p in verdict(tmp_path, {**DEPART, **_FILES}).problems if p.is_error] == []
    found = anchors(printed(tmp_path / "b", _FILES)["plans/climat"].corps)
    assert {"precision-1-a", "precision-1-b", "precision-2-a"} <= set(found)
    assert {"precision-a", "precision-b"} <= set(found), "les ancres d'avant"
    assert len(found) == len(set(found))


def test_parts_are_counted_apart_from_actions(tmp_path: Path) -> None:
    said = words(printed(tmp_path, _FILES)["plans/climat"].corps)
    assert (
        "2 actions: 2 dont l'état n'est pas publié. 2 sous-actions, comptées à part: 1 prévue, 1 en cours."
        in said
    )


def test_a_part_has_its_place_in_the_calendar_and_in_the_search(tmp_path: Path) -> None:
    site = told(tmp_path, _FILES)
    assert "plans/climat#precision-1-a" in [due.jalon.adresse for due in all_due(site)]
    titles = [one.titre for one in entries(site, site.jeu.plans["climat"], "")]
    assert "Sous-action a – Préparer le sol." in titles
    assert not any("Choisir les rues" in title for title in titles)


def test_the_organisme_in_charge_is_told_where(tmp_path: Path) -> None:
    corps = printed(tmp_path, _FILES)["organismes/maison-de-quartier"].corps
    assert any(href.endswith("plans/climat/#precision-1-a") for href in links(corps))


def test_a_part_that_somebody_does_must_have_an_address(tmp_path: Path) -> None:
    files = {"plans/climat.yml": _HEAD.replace('numero: "a"\n        texte: "Préparer', 'texte: "Préparer')}
    (said,) = problems(tmp_path, {**DEPART, **files}, "ID-10")
    assert "La sous-action" in said.fault


def test_a_part_that_is_done_rests_on_a_fact(tmp_path: Path) -> None:
    files = {"plans/climat.yml": _HEAD.replace("statut: prevu", "statut: realise")}
    (said,) = problems(tmp_path, {**DEPART, **files}, "DAT-14")
    assert "« realise »" in said.fault


def test_the_money_of_an_action_stands_with_it_and_in_the_page_on_money(tmp_path: Path) -> None:
    paid = "financements: [{organisme: maison-de-quartier, montant: 5000, statut: confirme}]"
    files = {"plans/climat.yml": _HEAD.replace('numero: "2"', f'numero: "2"\n    {paid}')}
    pages = printed(tmp_path, files)
    assert "5 000 $" in words(pages["plans/climat"].corps)
    giver = pages["organismes/maison-de-quartier"].corps
    assert any(href.endswith("plans/climat/#action-2") for href in links(giver))


def test_the_budget_of_an_action_is_held_to_the_rules_of_budgets(tmp_path: Path) -> None:
    budget = (
        "budgets: [{id: arbres, lignes: [{libelle: Arbres, montant: 10}], total_declare: 10, "
        "financements: [{organisme: maison-de-quartier, montant: 20, statut: recu}]}]"
    )
    files = {"plans/climat.yml": _HEAD.replace('numero: "2"', f'numero: "2"\n    {budget}')}
    assert len(problems(tmp_path, {**DEPART, **files}, "SOM-05")) == 1
