"""What is not written down is asked, record by record, with a way to answer; never held against anyone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from clairevoie.derive.lacunes import Lacune, questions
from clairevoie.model.fiche import Fiche
from clairevoie.pages import Reglages, Site, decoupage, lists
from clairevoie.pages.listes import lacunes
from clairevoie.wording.questions import words as said
from tests.aides.pages_vues import anchors, links, told, words
from tests.aides.sites import GABARITS, full_lists, full_site
from tests.aides.stories import DEPART, ON

PLAN = """\
nom: "Plan 2026"
publication: publie
en_bref: "Ce que la table prévoit."
demarche: quartier
actions:
  - {numero: "1", texte: "Un.", responsables: [{texte: "Équipe"}], echeances: "2026", statut: prevu}
  - {numero: "2", texte: "Deux.", ressources: "Équipe", frequence: "2 fois par année"}
  - {numero: "3", texte: "Trois.", suivi: [{date: "2026-01-02", nouvelle_echeance: "Automne 2026"}]}
  - {numero: "4", texte: "Quatre."}
  - {numero: "5", texte: "Cinq."}
  - {numero: "6", texte: "Six."}
  - {id: autre, genre: action_envisagee, texte: "Rêver."}
budgets: [{id: b}, {id: c, total_declare: 0}]
sources: [{document: rapport, repere: "Page 1"}]
"""


def _asked(site: Site, adresse: str) -> dict[str, tuple[int, int]]:
    fiche = site.jeu.fiche(adresse)
    assert fiche is not None
    return {one.sorte: (one.nombre, one.sur) for one in questions(fiche, ON)}


def _page(folder: Path, files: dict[str, str]) -> str:
    return lists(told(folder, files), GABARITS)["lacunes"]


def test_only_what_nothing_answers_is_asked(tmp_path: Path) -> None:
    site = told(tmp_path, {"plans/plan.yml": PLAN})
    assert _asked(site, "plans/plan") == {"qui": (4, 6), "quand": (3, 6), "suite": (4, 6), "total": (1, 2)}
    assert _asked(site, "comites/table-de-quartier") == {"composition": (1, 1), "date": (1, 1)}
    assert _asked(site, "documents/rapport") == {}


def test_a_total_of_zero_is_a_total_and_a_project_answers_for_its_steps(tmp_path: Path) -> None:
    projet = PLAN.replace("actions:", "etapes:").replace('{numero: "', '{genre: etape, numero: "')
    projet = projet.replace(
        "\nsources", '\nresponsables: [{texte: "Équipe"}]\nsuivi: [{date: "2026-01-02"}]\nsources'
    )
    found = _asked(told(tmp_path, {"projets/projet.yml": projet}), "projets/projet")
    assert (found["qui"], found["suite"], found["total"]) == ((0, 6), (0, 6), (1, 2))


def test_a_record_is_to_be_read_again_after_two_years_and_an_archived_one_never(tmp_path: Path) -> None:
    name, text = "comites/table-de-quartier.yml", DEPART["comites/table-de-quartier.yml"]
    old = {name: f'{text}etat_au: "2023-12-01"\ncomposition: "Dix personnes"\n'}
    assert _asked(told(tmp_path / "a", old), "comites/table-de-quartier")["revoir"] == (1, 1)
    new = {name: old[name].replace("2023-12", "2025-12")}
    assert _asked(told(tmp_path / "b", new), "comites/table-de-quartier")["revoir"] == (0, 1)
    kept = {name: old[name].replace("publication: publie", "publication: archive")}
    assert _asked(told(tmp_path / "c", kept), "comites/table-de-quartier") == {}


def test_comites_that_nobody_counted_are_not_asked_who_sits(tmp_path: Path) -> None:
    name = "comites/table-de-quartier.yml"
    files = {name: f"{DEPART[name]}collectif: true\n"}
    assert "composition" not in _asked(told(tmp_path, files), "comites/table-de-quartier")


def test_questions_are_counted_first_then_asked_in_words_under_the_demarche(tmp_path: Path) -> None:
    html = _page(tmp_path, {"plans/plan.yml": PLAN})
    seen = words(html)
    assert "Questions sans réponse, en tout Question Sans réponse Qui s'occupe d'une action 4 sur 6" in seen
    demarche = seen[seen.index("Quartier en commun") : seen.index("Organismes, communs aux démarches")]
    assert "Qui s'occupe de 4 de ses 6 actions? (3, 4, 5 et 1 autre)" in demarche
    assert "Quand se font 3 de ses 6 actions? (4, 5, 6)" in demarche
    assert "Que sont devenues 4 de ses 6 actions?" in demarche
    assert "Quel est le total d'un de ses 2 budgets?" in demarche
    assert "../plans/plan/#action-3" in links(html)
    assert html.count("<details>") == 2


def test_a_question_agrees_with_how_many_it_is_about() -> None:
    plan = full_site().jeu.plans["plan-de-quartier-2026-2028"]
    cases = {
        ("qui", 1, 1): "Qui s'occupe de son action?",
        ("qui", 1, 3): "Qui s'occupe d'une de ses 3 actions?",
        ("quand", 3, 3): "Quand se font ses 3 actions?",
        ("quand", 1, 3): "Quand se fait une de ses 3 actions?",
        ("suite", 1, 1): "Qu’est devenue son action?",
        ("total", 2, 2): "Quel est le total de ses 2 budgets?",
        ("total", 1, 2): "Quel est le total d'un de ses 2 budgets?",
    }
    assert {case: said(plan, Lacune(*case)) for case in cases} == cases


def test_every_record_with_a_question_leads_to_its_page_and_to_a_message_that_names_it() -> None:
    site, html = full_site(), full_lists()["lacunes"]
    asked = [fiche for fiche in site.jeu if any(one.nombre for one in questions(fiche, site.on))]
    letters = [urlsplit(link) for link in links(html) if link.startswith("mailto:")]
    bodies = {parse_qs(letter.query)["body"][0] for letter in letters}
    assert len(asked) > 25
    assert {f"../{fiche.adresse}/" for fiche in asked} <= set(links(html))
    assert bodies == {f"https://exemple.test/{fiche.adresse}/" for fiche in asked}
    assert {letter.path for letter in letters} == {"signaler@exemple.test"}
    subjects = {parse_qs(letter.query)["subject"][0] for letter in letters}
    assert "Ce que je sais : Portrait du logement" in subjects


def test_answers_go_to_the_form_when_there_is_one_and_nowhere_when_there_is_nothing(tmp_path: Path) -> None:
    site = told(tmp_path, {})
    form = Reglages("https://exemple.test/", "Claire-voie", "https://exemple.test/formulaire/")
    nothing = Reglages("https://exemple.test/", "Claire-voie")
    answers = [
        lists(Site.of(site.jeu, reglages, date(2026, 1, 15)), GABARITS)["lacunes"]
        for reglages in (form, nothing)
    ]
    assert "https://exemple.test/formulaire/" in links(answers[0])
    assert "Dire ce que je sais" not in words(answers[1])


def test_the_page_never_says_that_something_was_not_done() -> None:
    seen = words(full_lists()["lacunes"]).lower()
    assert len(seen) > 1000
    reproaches = ("retard", "manqu", "oubli", "négligé", "incomplet", "aucun suivi", "n'a pas été fait")
    assert [word for word in reproaches if word in seen] == []


def test_an_empty_site_has_nothing_to_ask() -> None:
    site = Site.of(type(full_site().jeu).of([]), full_site().reglages, ON)
    assert words(lists(site, GABARITS)["lacunes"]) == "Rien à demander pour le moment."


def test_the_anchor_of_a_demarche_of_which_nothing_is_left_to_ask_stays_when_the_page_is_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = full_site()

    def settled(fiche: Fiche, on: date) -> Iterator[Lacune]:
        is_lire = [one.id for one in site.demarches(fiche)] == ["lire-aux-anses"]
        return (replace(one, nombre=0) if is_lire else one for one in questions(fiche, on))

    monkeypatch.setattr(lacunes, "questions", settled)
    monkeypatch.setattr(decoupage, "LIMITE", 1)
    cut = lists(site, GABARITS)["lacunes"]
    assert "Rien à demander pour le moment" in words(cut)
    assert {f"questions-{id}" for id in ("lire-aux-anses", "cercle-des-anses")} <= set(anchors(cut))
