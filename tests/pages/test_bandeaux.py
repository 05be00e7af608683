"""What must be known before reading on is said once, at the top."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.aides.pages_vues import links, printed, words
from tests.aides.sites import full_pages

SANS_SUIVI = "Aucun suivi publié"


def test_a_plan_without_follow_up_says_so_once_and_not_on_each_action() -> None:
    page = full_pages()["plans/plan-de-communication"]
    assert page.corps.count("action__texte") == 3
    assert words(page.corps).count(SANS_SUIVI) == 1
    assert "action__fait--statut" not in page.corps


def test_actions_that_a_demarche_only_thinks_of_are_not_said_to_lack_a_follow_up() -> None:
    seen = words(full_pages()["demarches/vieux-phare-en-commun"].corps)
    assert "Embaucher une ressource de quartier." in seen
    assert "ne disent pas ce que ces actions sont devenues" not in seen


PLAN = """\
nom: "Plan 2026"
publication: publie
en_bref: "Ce qui est prévu."
demarche: quartier
periode: "2026"
statut: en_vigueur
objectifs:
  - numero: "1"
    texte: "Se nourrir."
    actions:
      - numero: "1.1"
        texte: "Ouvrir une cuisine."
        responsables: [{organisme: maison-de-quartier}]
        echeances: ["Septembre 2026"]
        suivi: [{date: "2026-01-10", statut: reporte, texte: "Le local manque.", nouvelle_echeance: "Hiver 2027"}]
      - numero: "1.2"
        texte: "Planter."
        responsables: [{organisme: maison-de-quartier}]
        echeances: ["Octobre 2026"]
sources: [{document: rapport, repere: "Page 1"}]
"""


def test_a_followed_plan_gives_the_state_of_each_action_and_keeps_the_old_deadline(tmp_path: Path) -> None:
    seen = words(printed(tmp_path, {"plans/plan-2026.yml": PLAN})["plans/plan-2026"].corps)
    assert SANS_SUIVI not in seen
    assert "Reporté" in seen
    assert "Septembre 2026" in seen
    assert "Nouvelle échéance: Hiver 2027" in seen
    assert (
        "2 actions: 1 reportée; 1 dont l'état n'est pas publié. Dernière nouvelle: 10 janvier 2026." in seen
    )
    assert "Reporté 1 1.1 Non précisé 1 Les autres" in seen
    assert "%" not in seen


def test_what_was_adopted_stands_beside_what_holds_now(tmp_path: Path) -> None:
    seen = words(printed(tmp_path, {"plans/plan-2026.yml": PLAN})["plans/plan-2026"].corps)
    assert "Échéancier Adopté Septembre 2026 Maintenant Hiver 2027" in seen
    assert "Échéancier Octobre 2026" in seen, "une échéance qui n'a pas bougé reste seule"


def test_a_plan_that_nobody_adopted_has_no_adopted_deadline(tmp_path: Path) -> None:
    plan = PLAN.replace("statut: en_vigueur", "statut: a_adopter")
    seen = words(printed(tmp_path, {"plans/plan-2026.yml": plan})["plans/plan-2026"].corps)
    assert "Échéancier Prévu au départ Septembre 2026 Maintenant Hiver 2027" in seen
    assert "Adopté" not in seen


def test_a_plan_without_follow_up_says_so_on_its_card_too() -> None:
    seen = words(full_pages()["demarches/vieux-phare-en-commun"].corps)
    assert "Plan de communication 2026-2028 3 actions Aucun suivi publié" in seen


PROJET = """\
nom: "Jardin"
publication: publie
en_bref: "Un jardin."
demarche: quartier
periode: "2026"
etapes: [{id: semer, genre: etape, texte: "Semer.", echeances: ["Mai 2026"]}]
suivi:
  - {date: "2026-01-10", statut: en_cours, texte: "Le terrain est trouvé.", nouvelle_echeance: "2027"}
  - {date: "2025-10-10", statut: reporte, texte: "Pas de terrain.", nouvelle_echeance: "Été 2026"}
sources: [{document: rapport, repere: "Page 1"}]
"""


def test_a_project_with_a_journal_shows_its_state_and_its_moved_deadline(tmp_path: Path) -> None:
    pages = printed(tmp_path, {"projets/jardin.yml": PROJET})
    seen = words(pages["projets/jardin"].corps)
    assert SANS_SUIVI not in seen
    assert "Jardin Un jardin. En cours 2026" in seen
    assert "Prévu au départ 2026 Maintenant 2027" in seen
    assert seen.index("Le terrain est trouvé.") < seen.index("Pas de terrain."), "le plus récent d'abord"
    assert "Jardin Un jardin. En cours" in words(pages["demarches/quartier"].corps)


def test_a_followed_plan_counts_its_actions_by_state_on_the_page_of_its_demarche(tmp_path: Path) -> None:
    seen = words(printed(tmp_path, {"plans/plan-2026.yml": PLAN})["demarches/quartier"].corps)
    assert "2 actions Reporté: 1 Non précisé: 1" in seen


def test_an_organisme_that_no_longer_exists_says_so_and_leads_to_its_successor(tmp_path: Path) -> None:
    gone = """\
nom: "Maison de quartier"
publication: publie
actif_jusqu_a: "31 mars 2015"
remplace_par: [nouvelle-maison]
sources: [{document: rapport, repere: "Page 1"}]
"""
    heir = gone.replace("Maison de quartier", "Nouvelle maison").replace(
        'actif_jusqu_a: "31 mars 2015"\n', ""
    )
    heir = heir.replace("remplace_par: [nouvelle-maison]\n", "")
    files = {"organismes/maison-de-quartier.yml": gone, "organismes/nouvelle-maison.yml": heir}
    page = printed(tmp_path, files)["organismes/maison-de-quartier"]
    assert "Organisme qui n'existe plus sous ce nom (jusqu'au 31 mars 2015): voir Nouvelle maison." in words(
        page.corps
    )
    assert "../../organismes/nouvelle-maison/" in links(page.corps)


def test_a_plan_replaced_by_another_leads_to_it(tmp_path: Path) -> None:
    old = PLAN.replace("statut: en_vigueur", "statut: remplace\nremplace_par: plan-2027")
    new = PLAN.replace("Plan 2026", "Plan 2027").replace(
        "statut: en_vigueur", "statut: en_vigueur\nremplace: plan-2026"
    )
    pages = printed(tmp_path, {"plans/plan-2026.yml": old, "plans/plan-2027.yml": new})
    assert "Une édition plus récente existe: voir Plan 2027." in words(pages["plans/plan-2026"].corps)


def test_a_page_says_of_what_day_it_speaks_once_that_day_is_far(tmp_path: Path) -> None:
    dated = 'nom: "Maison de quartier"\npublication: publie\netat_au: "2026-01-01"\nsources: [{document: rapport}]\n'
    files = {"organismes/maison-de-quartier.yml": dated}
    told = "Cette page décrit la situation au 1er janvier 2026; elle a pu changer depuis."
    near = words(printed(tmp_path, files, date(2027, 12, 31))["organismes/maison-de-quartier"].corps)
    far = words(printed(tmp_path, files, date(2028, 1, 1))["organismes/maison-de-quartier"].corps)
    assert told not in near
    assert told in far


def test_a_page_without_a_day_says_that_too() -> None:
    seen = words(full_pages()["projets/journal-du-phare"].corps)
    assert "Cette page décrit une situation que la source ne date pas; elle a pu changer depuis." in seen


def test_the_steps_of_a_project_are_counted_by_their_own_name(tmp_path: Path) -> None:
    etapes = """etapes:
  - {id: semer, genre: etape, texte: "Semer les graines.", suivi: [{date: "2025-05-10", statut: realise}]}
  - {id: arroser, genre: etape, texte: "Arroser.", suivi: [{date: "2026-01-10", texte: "Il pleut."}]}
"""
    projet = PROJET.replace(PROJET[PROJET.index("etapes:") : PROJET.index("suivi:")], etapes)
    seen = words(printed(tmp_path, {"projets/jardin.yml": projet})["projets/jardin"].corps)
    assert "2 étapes: 1 réalisée; 1 dont l'état n'est pas publié." in seen
    assert "Réalisé 1 Semer les graines. Non précisé 1 Les autres" in seen


def test_a_journal_that_gives_no_state_is_followed_and_counts_nothing_as_done(tmp_path: Path) -> None:
    plan = PLAN.replace(
        'statut: reporte, texte: "Le local manque.", nouvelle_echeance: "Hiver 2027"', 'texte: "On cherche."'
    )
    seen = words(printed(tmp_path, {"plans/plan-2026.yml": plan})["plans/plan-2026"].corps)
    assert SANS_SUIVI not in seen
    assert "2 actions: 2 dont l'état n'est pas publié. Dernière nouvelle: 10 janvier 2026." in seen
    assert "Non précisé 2 Toutes" in seen
    assert "Maintenant" not in seen
