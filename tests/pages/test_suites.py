"""The thread: from an action, a project or an amount, back to who decided and forward to what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.pages import lists
from tests.aides.pages_vues import links, plain, printed, told, words
from tests.aides.sites import GABARITS, full_lists, full_pages

ABSENTE = "Décision non documentée."
PLAN = """\
nom: "Plan 2026"
publication: publie
en_bref: "Ce qui est prévu."
demarche: quartier
periode: "2026"
statut: adopte
adoption: {{comite: table-de-quartier, date: "12 mars 2025"{adoption}}}
actions:
  - numero: "1.1"
    texte: "Ouvrir un jardin."
    projet: jardin
    responsables: [{{organisme: maison-de-quartier}}]
    echeances: ["Mai 2026"]
    suivi:
      - {{date: "2026-01-10", statut: en_cours, decision: "evenements/mars#decision-2"}}
  - numero: "1.2"
    texte: "Planter."
    responsables: [{{organisme: maison-de-quartier}}]
    echeances: ["Mai 2026"]
sources: [{{document: rapport, repere: "Page 1"}}]
"""
JARDIN = """\
nom: "Jardin"
publication: publie
en_bref: "Un jardin."
demarche: quartier
etat_au: "2026-01-01"
productions: ["Un guide.", "Une affiche."]
impacts_observes: ["On se parle."]
budgets:
  - {id: budget-2026, lignes: [{libelle: "Terre", montant: 100}], total_declare: 100}
  - {id: budget-2027, lignes: [{libelle: "Eau", montant: 50}], total_declare: 50}
sources: [{document: rapport, repere: "Page 1"}]
"""
MARS = """\
titre: "Rencontre de mars"
publication: publie
demarche: quartier
comite: table-de-quartier
date: "12 mars 2025"
decisions:
{decisions}
sources: [{{document: rapport, repere: "Page 1"}}]
"""
SUIVRE = '  - {numero: "2", texte: "Suivre le jardin.", objets: ["comites/table-de-quartier"]}'
TOLD = "Adoptée Rencontre de mars, 12 mars 2025, Table de quartier"


def _seen(folder: Path, objet: str, adoption: str = "") -> dict[str, str]:
    """The words of each page, where a meeting of March decided about `objet`."""
    decided = f'  - {{numero: "1", texte: "Ouvrir le jardin.", objets: ["{objet}"], issue: adoptee}}\n'
    files = {
        "plans/plan-2026.yml": PLAN.format(adoption=adoption),
        "projets/jardin.yml": JARDIN,
        "evenements/mars.yml": MARS.format(decisions=decided + SUIVRE),
    }
    return {address: words(page.corps) for address, page in printed(folder, files).items()}


@pytest.mark.parametrize("objet", ["plans/plan-2026#action-1-1", "plans/plan-2026", "projets/jardin"])
def test_a_project_an_action_and_a_plan_lead_to_the_meeting_that_decided(tmp_path: Path, objet: str) -> None:
    seen = _seen(tmp_path, objet)["projets/jardin" if "jardin" in objet else "plans/plan-2026"]
    assert f"Qui a décidé Décision 1: Ouvrir le jardin. {TOLD}" in seen


def test_a_project_is_traced_through_the_action_that_it_carries_out(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "plans/plan-2026#action-1-1")["projets/jardin"]
    assert f"Ouvrir le jardin. {TOLD} Au sujet de: Plan 2026, action 1.1" in seen
    assert "Ce qui le prévoit Plan 2026 1.1 Ouvrir un jardin. – en cours" in seen
    assert ABSENTE not in seen


def test_an_action_tells_its_own_decision_and_not_that_of_its_neighbour(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "plans/plan-2026#action-1-2")["plans/plan-2026"]
    first, second = seen.partition(" 1.2 Planter.")[::2]
    assert f"Décision 1: Ouvrir le jardin. {TOLD}" in second
    assert first.count("Ouvrir le jardin.") == 1, "au début du plan, et non à l'action 1.1"


def test_an_amount_leads_to_its_decision_and_the_others_say_that_theirs_is_unknown(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "projets/jardin#budget-2026")["projets/jardin"].partition(" Budget ")[2]
    assert seen.count(f"Qui a décidé Décision 1: Ouvrir le jardin. {TOLD}") == 1
    assert seen.index("Ouvrir le jardin.") < seen.index("Eau")
    assert "Qui a décidé ce projet" in seen


def test_a_plan_leads_to_the_decision_that_adopted_it_or_to_its_meeting_alone(tmp_path: Path) -> None:
    whole = _seen(tmp_path / "a", "comites/table-de-quartier", ', decision: "evenements/mars#decision-1"')
    assert f"Qui a décidé Décision 1: Ouvrir le jardin. {TOLD}" in whole["plans/plan-2026"]
    alone = _seen(tmp_path / "b", "comites/table-de-quartier", ', decision: "evenements/mars"')
    assert "Qui a décidé Rencontre de mars 12 mars 2025, Table de quartier" in alone["plans/plan-2026"]
    assert "qui a décidé ce plan" not in whole["plans/plan-2026"] + alone["plans/plan-2026"]


def test_what_is_not_documented_is_said_once_for_a_plan_and_never_on_its_actions() -> None:
    seen = words(full_pages()["plans/plan-d-action-du-cercle-2024-2026"].corps)
    told_once = "Aucun compte rendu publié ici ne rapporte cette décision."
    assert f"Adoption: Assemblée du Cercle, en mai 2024, selon la source. {told_once}" in seen
    assert (seen.count(told_once), seen.count(ABSENTE)) == (1, 0)
    assert seen.index(told_once) < seen.index("Objectif 1")


def test_a_project_and_its_amounts_each_say_that_their_decision_is_not_documented(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "comites/table-de-quartier")["projets/jardin"]
    assert "qui a décidé ce projet" in seen.partition("Ce qu'on ne sait pas")[2]
    assert (
        seen.count(f"{ABSENTE} Aucun compte rendu publié ici ne dit qui a décidé de ces montants, ni quand.")
        == 1
    )


def test_a_project_leads_forward_to_what_came_of_it(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "projets/jardin")["projets/jardin"]
    came = "Ce qui est produit: 2 Ce que ça a changé: 1 Plan 2026, action 1.1: en cours, 10 janvier 2026"
    assert f"Ce qui en est venu {came}" in seen


def test_a_project_whose_story_stops_says_so() -> None:
    seen = words(full_pages()["projets/portrait-du-logement"].corps)
    assert "ce qui en est venu" in seen.partition("Ce qu'on ne sait pas")[2]


def test_an_action_leads_to_the_project_that_carries_it_out_and_to_what_that_gave(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "projets/jardin")["plans/plan-2026"]
    assert "Projet Jardin Ce qui est produit: 2 Ce que ça a changé: 1" in seen


def test_a_decision_shows_where_what_it_decided_is_now_and_what_followed(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "plans/plan-2026#action-1-1")["evenements/mars"]
    assert "Concerne: Plan 2026, action 1.1 En cours" in seen
    assert "Ce qui a suivi Plan 2026 1.1 Ouvrir un jardin. – en cours, 10 janvier 2026" in seen


BILAN = """\
titre: "Bilan de l'année 2025"
publication: publie
type: bilan
demarche: quartier
comite: table-de-quartier
date: "Décembre 2025"
cibles_prioritaires: ["Rejoindre les aînés."]
soutiens_convenus: ["Un local gratuit."]
sources: [{document: rapport, repere: "Page 1"}]
"""


def test_a_yearly_review_shows_its_targets_and_its_support_on_its_demarche(tmp_path: Path) -> None:
    pages = printed(tmp_path, {"evenements/bilan.yml": BILAN})
    told = "Bilan de l'année 2025 Décembre 2025 Cibles pour l'année Rejoindre les aînés. Soutiens convenus Un local"
    assert f"Le cycle annuel {told}" in words(pages["demarches/quartier"].corps)
    assert "../../cycle-annuel/" in links(pages["demarches/quartier"].corps)


COMITE = """\
nom: "Table de quartier"
publication: publie
en_bref: "La table qui décide."
demarches: [quartier]
frequence: ["8 rencontres par année", {texte: "Annuellement", objet: "bilan"}]
sources: [{document: rapport}]
"""


def test_where_no_review_is_published_the_page_of_the_cycle_says_it_plainly(tmp_path: Path) -> None:
    seen = words(lists(told(tmp_path, {"comites/table-de-quartier.yml": COMITE}), GABARITS)["cycle-annuel"])
    assert plain("Aucune démarche n'a encore de bilan annuel publié sur ce site.") in seen
    assert "cela ne veut pas dire que ce n'est pas fait" in seen
    assert "Qui fait le bilan: Table de quartier: bilan: Annuellement" in seen
    assert "8 rencontres par année" not in seen, "seule la fréquence du bilan compte ici"


def test_a_demarche_without_a_review_says_so_beside_one_that_has_its_own() -> None:
    seen = words(full_lists()["cycle-annuel"])
    without, _, own = seen.partition("Vieux-Phare en commun")
    assert "Qui fait le bilan: Conseil du Cercle: bilan: bilan annuel" in without
    assert "Aucun bilan n'est publié ici pour cette démarche." in without
    assert "Bilan 2025 Décembre 2025 Cibles pour l'année Trouver un local." in own


def _plan(facts: str) -> str:
    return (
        'nom: "Plan"\npublication: publie\nen_bref: "Un plan."\ndemarche: quartier\n'
        f'{facts}sources: [{{document: rapport, repere: "Page 1"}}]\n'
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            'statut: non_precise\nadoption: {texte: "Adopté par le conseil, le 12 mars"}\n',
            "Selon la source: Adopté par le conseil, le 12 mars. "
            "Aucun compte rendu publié ici ne rapporte cette décision.",
        ),
        (
            "statut: adopte\nadoption: {comite: table-de-quartier, date: 12 mars 2025}\n",
            "Adoption: Table de quartier, le 12 mars 2025, selon la source. "
            "Aucun compte rendu publié ici ne rapporte cette décision.",
        ),
        (
            'statut: a_adopter\nadoption: {texte: "À être adopté par la table"}\n',
            "Selon la source: À être adopté par la table. "
            "Aucun compte rendu publié ici ne dit si ce plan a été adopté.",
        ),
    ],
)
def test_an_adoption_that_the_source_tells_is_not_said_to_be_undocumented(
    tmp_path: Path, facts: str, said: str
) -> None:
    money = "budgets: [{id: b, financements: [{organisme: maison-de-quartier, montant: 5}]}]\n"
    seen = words(printed(tmp_path, {"plans/plan.yml": _plan(facts + money)})["plans/plan"].corps)
    assert f"Qui a décidé {said}" in seen
    assert "Décision non documentée" not in seen


def test_a_plan_of_whose_adoption_nothing_is_said_says_so(tmp_path: Path) -> None:
    seen = words(printed(tmp_path, {"plans/plan.yml": _plan("")})["plans/plan"].corps)
    assert "Les documents consultés ne disent pas qui a décidé ce plan. Vous le savez?" in seen
