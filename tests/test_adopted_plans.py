"""An adopted plan keeps its words: what was changed since it was published, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.build import check
from tests.aides.depots import PLAN, Depot
from tests.aides.git import git
from tests.aides.stories import ON, write

UN_PLAN = "plans/plan-2026.yml"
ADOPTE = PLAN + (
    'adoption: {comite: table-de-quartier, date: "12 janvier 2026", resolution: "2026-04"}\nstatut: en_vigueur\n'
)
TEXTE = 'texte: "Ouvrir une cuisine."'
RECRIT = ADOPTE.replace("Ouvrir une cuisine.", "Ouvrir deux cuisines.")
NOTE = 'notes: [{{nature: {}, champ: {}, texte: "Le document dit deux."}}]\n'
DEUXIEME = '  - {numero: "1.2", texte: "Planter un verger."}\n'
AJOUTE = ADOPTE.replace("sources:", DEUXIEME + "sources:")


def _told(depot: Depot, plan: str, name: str = UN_PLAN) -> list[str]:
    write(depot.folder, {name: plan})
    return [str(one) for one in check(depot.folder, depot.data, ON) if one.code == "SRC-07"]


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot(tmp_path, {UN_PLAN: ADOPTE})


def test_an_action_of_an_adopted_plan_is_not_reworded_in_silence(depot: Depot) -> None:
    assert _told(depot, RECRIT) == [
        "ERREUR data/plans/plan-2026.yml:7:12 [SRC-07]\n"
        "  Un plan adopté, ou du passé, ne se récrit plus : l'action 1.1 (#action-1-1) ne dit plus dans « texte » ce "
        "qui a été publié.\n"
        "  Pour corriger : remettez ce que montre l'historique du fichier; si c'était mal recopié, dites-le au public "
        ': ajoutez à notes {nature: mise_a_jour, champ: action-1-1.texte, texte: "…"}; si le plan a changé, inscrivez '
        "une nouvelle édition dans un autre fichier, avec remplace: plan-2026."
    ]


@pytest.mark.parametrize("nature", ["mise_a_jour", "transformation"])
@pytest.mark.parametrize("champ", ["action-1-1.texte", "action-1-1"])
def test_a_correction_that_a_new_note_tells_may_be_made(depot: Depot, nature: str, champ: str) -> None:
    assert _told(depot, RECRIT + NOTE.format(nature, champ)) == []


@pytest.mark.parametrize(
    ("nature", "champ"), [("mise_a_jour", "action-1-1.echeances"), ("lacune", "action-1-1")]
)
def test_a_note_on_something_else_tells_no_correction(depot: Depot, nature: str, champ: str) -> None:
    assert len(_told(depot, RECRIT + NOTE.format(nature, champ))) == 1


def test_the_note_of_a_correction_allows_no_other_one_later(depot: Depot) -> None:
    corrected = RECRIT + NOTE.format("mise_a_jour", "action-1-1")
    depot.commit("2026-01-13", {UN_PLAN: corrected})
    assert _told(depot, corrected) == []
    assert len(_told(depot, corrected.replace("deux cuisines", "dix cuisines"))) == 1


def test_a_deadline_that_moved_is_told_by_the_follow_up(depot: Depot) -> None:
    (told,) = _told(depot, ADOPTE.replace("Printemps 2026", "Printemps 2027"))
    assert "dans « echeances »" in told
    assert (
        "remettez ce que montre l'historique du fichier, et dites le report dans suivi : nouvelle_echeance"
        in told
    )
    suivi = '    suivi: [{date: "2026-01-14", statut: reporte, nouvelle_echeance: "Printemps 2027"}]\n'
    assert _told(depot, ADOPTE.replace("sources:", suivi + "sources:")) == []


def test_what_came_of_a_plan_and_what_the_site_says_of_it_stay_free(depot: Depot) -> None:
    freed = ADOPTE.replace("en_vigueur", "termine").replace("Ce que la table prévoit.", "Un plan, en bref.")
    freed = freed.replace('resolution: "2026-04"', 'resolution: "2026-04", texte: "À l\'unanimité"')
    freed = freed.replace(TEXTE, f"{TEXTE}\n    statut: en_cours\n    territoires: [la-ville]")
    assert _told(depot, freed + "mots_cles: [cuisine]\n") == []


def test_other_spaces_and_apostrophes_are_the_same_words(depot: Depot) -> None:
    plan = ADOPTE.replace("Ouvrir une cuisine.", "L'essai d'une cuisine.")
    depot.commit("2026-01-13", {UN_PLAN: plan})
    assert _told(depot, plan.replace("L'essai d'une", "L’essai  d’une")) == []


def test_an_action_is_not_added_in_silence(depot: Depot) -> None:
    (told,) = _told(depot, AJOUTE)
    assert "l'action 1.2 (#action-1-2) n'y était pas quand il a été publié" in told
    assert _told(depot, AJOUTE + NOTE.format("mise_a_jour", "action-1-2")) == []


def test_an_objective_added_with_its_actions_is_told_once(depot: Depot) -> None:
    held = '    actions: [{numero: "2.1", texte: "Semer."}, {numero: "2.2", texte: "Récolter."}]\n'
    objectif = f'objectifs:\n  - numero: "2"\n    texte: "Cultiver."\n{held}'
    (told,) = _told(depot, ADOPTE.replace("sources:", objectif + "sources:"))
    assert "l'objectif 2 (#objectif-2) n'y était pas" in told


def test_a_plan_does_not_cease_to_be_adopted_in_silence(depot: Depot) -> None:
    (told,) = _told(
        depot, RECRIT.replace("en_vigueur", "projet").replace("Ouvrir deux cuisines", "Ouvrir une cuisine")
    )
    assert "il n'est plus dit adopté" in told


def test_a_renumbered_action_is_still_the_same(depot: Depot) -> None:
    moved = ADOPTE.replace('"1.1"', '"1.3"') + "anciennes_ancres: {action-1-1: action-1-3}\n"
    (told,) = _told(depot, moved)
    assert "l'action 1.3 (#action-1-3) ne dit plus dans « numero »" in told


def test_a_renamed_plan_is_still_the_same(depot: Depot) -> None:
    (depot.data / UN_PLAN).unlink()
    renamed = RECRIT + "anciennes_adresses: [plans/plan-2026]\n"
    (told,) = _told(depot, renamed, "plans/plan-du-quartier.yml")
    assert told.startswith("ERREUR data/plans/plan-du-quartier.yml:7:12 ")


@pytest.mark.parametrize(
    "plan",
    [
        PLAN,
        PLAN + 'statut: a_adopter\nadoption: {comite: table-de-quartier, date: "12 janvier 2026"}\n',
        ADOPTE.replace("publication: publie", "publication: brouillon"),
    ],
    ids=["sans adoption", "à adopter", "brouillon"],
)
def test_a_plan_that_nobody_adopted_is_free(tmp_path: Path, plan: str) -> None:
    depot = Depot(tmp_path, {UN_PLAN: plan})
    assert _told(depot, plan.replace("Ouvrir une cuisine.", "Ouvrir deux cuisines.")) == []


def test_a_plan_of_the_past_is_frozen_too(tmp_path: Path) -> None:
    archived = PLAN.replace("publication: publie", "publication: archive")
    depot = Depot(tmp_path, {UN_PLAN: archived})
    assert len(_told(depot, archived.replace("Ouvrir une cuisine.", "Ouvrir deux cuisines."))) == 1


def test_a_new_edition_is_free_to_say_something_else(depot: Depot) -> None:
    old = ADOPTE.replace("en_vigueur", "remplace") + "remplace_par: plan-2027\n"
    write(depot.folder, {UN_PLAN: old})
    new = RECRIT.replace("Plan 2026", "Plan 2027") + "remplace: plan-2026\n"
    assert _told(depot, new, "plans/plan-2027.yml") == []


def test_a_whole_proposal_is_compared_with_what_is_published(depot: Depot) -> None:
    git(depot.folder, "checkout", "--quiet", "-b", "proposition")
    depot.commit("2026-01-13", {UN_PLAN: RECRIT})
    told = [one for one in check(depot.folder, depot.data, ON, base="main") if one.code == "SRC-07"]
    assert len(told) == 1


def test_without_git_nothing_is_said(tmp_path: Path) -> None:
    data = write(tmp_path, {UN_PLAN: RECRIT})
    assert not [one for one in check(tmp_path, data, ON) if one.code == "SRC-07"]


def test_a_plan_that_did_not_change_is_not_read_again(depot: Depot, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr("clairevoie.validate.versions._fiche", lambda item: read.append(item[0]))
    monkeypatch.setattr(
        "clairevoie.validate.versions.share", lambda work, items: [work(one) for one in items]
    )
    assert _told(depot, ADOPTE) == []
    assert read == []
    _told(depot, RECRIT)
    assert read == ["plans/plan-2026"]
