"""What came of a plan: counts and words of the sources, what was observed apart from hopes, and no judgement."""

from __future__ import annotations

from pathlib import Path

from clairevoie.pages import lists
from tests.aides.pages_vues import links, printed, told, words
from tests.aides.sites import GABARITS
from tests.aides.stories import DEPART

SOURCE = 'publication: publie\nsources: [{document: rapport, repere: "Page 1"}]\n'
WHO = "responsables: [{organisme: maison-de-quartier}]"
PLAN = f"""\
nom: "Plan 2024"
en_bref: "Ce qui est prévu."
demarche: quartier
statut: adopte
adoption: {{date: "12 mars 2024"}}
actions_annoncees: 4
actions:
  - numero: "1"
    texte: "Ouvrir un jardin."
    projet: jardin
    {WHO}
    echeances: ["Mai 2024"]
    suivi:
      - {{date: "2024-06-01", texte: "Le terrain manque.", nouvelle_echeance: "Mai 2030"}}
      - {{date: "2025-06-01", statut: realise}}
  - {{numero: "2", texte: "Planter.", {WHO}, echeances: ["Mai 2024"]}}
  - {{numero: "3", texte: "Arroser.", {WHO}, echeances: ["Mai 2024"]}}
{SOURCE}"""
SILENT = f"""\
nom: "Plan 2020"
en_bref: "Ce qui était prévu."
demarche: quartier
actions:
  - {{numero: "1", texte: "Semer.", {WHO}, echeances: ["Mai 2020"]}}
{SOURCE}"""
JARDIN = f"""\
nom: "Jardin"
en_bref: "Un jardin."
demarche: quartier
impacts_observes: ["On se parle.", "On mange mieux."]
{SOURCE}"""
CHAINE = """\
chaine_resultats:
  effets:
    - {id: paix, zone_controle: faible, texte: "La paix règne."}
"""
FILES = {
    "plans/plan-2024.yml": PLAN,
    "plans/plan-2020.yml": SILENT,
    "projets/jardin.yml": JARDIN,
    "demarches/quartier.yml": f'{DEPART["demarches/quartier.yml"]}impacts_observes: ["On se salue."]\n{CHAINE}',
}


def _list(folder: Path, files: dict[str, str]) -> str:
    return lists(told(folder, files), GABARITS)["ce-qui-est-venu-des-plans"]


def test_a_plan_is_told_by_the_states_of_its_source_and_by_what_is_recorded(tmp_path: Path) -> None:
    seen = words(_list(tmp_path, FILES))
    states = (
        "3 actions: 1 réalisée; 2 dont l'état n'est pas publié. La source en annonce 4, le site en compte 3."
    )
    assert f"Plan 2024 {states} Suivi publié: 1 sur 3. 1 échéance déplacée: Plan 2024" in seen
    assert "Observé dans les projets qui réalisent ses actions: Jardin, 2 impacts observés" in seen


def test_the_whole_site_is_counted_first(tmp_path: Path) -> None:
    seen = words(_list(tmp_path, FILES))
    assert seen.startswith(
        "2 plans. 4 actions: 1 réalisée; 3 dont l'état n'est pas publié."
        " Suivi publié pour 1 action, 1 échéance déplacée. Quartier en commun"
    )


def test_a_plan_without_any_follow_up_says_it_once_and_nothing_more(tmp_path: Path) -> None:
    seen = words(_list(tmp_path, FILES))
    assert "Plan 2020 1 action: aucun suivi publié. Plan 2024" in seen
    assert seen.count("aucun suivi publié") == 1


def test_nothing_is_called_late_and_no_share_is_worked_out(tmp_path: Path) -> None:
    pages = printed(tmp_path / "a", FILES)
    for seen in (words(_list(tmp_path / "b", FILES)), words(pages["plans/plan-2024"].corps)):
        assert "retard" not in seen
        assert "%" not in seen


def test_what_was_observed_stands_apart_from_what_is_hoped_for(tmp_path: Path) -> None:
    page = _list(tmp_path, FILES)
    observed, _, hoped = page.partition("Espéré, et non observé")
    assert "../demarches/quartier/#impacts-observes" in links(observed)
    assert "../projets/jardin/#impacts-observes" in links(observed)
    assert "../demarches/quartier/#chaine-resultats" in links(hoped)
    assert "La paix règne." not in page


def test_the_page_of_a_plan_tells_the_deadlines_that_moved_and_those_in_force(tmp_path: Path) -> None:
    page = printed(tmp_path, FILES)["plans/plan-2024"].corps
    section = page.partition('id="ce-qui-en-est-venu"')[2].partition("</section>")[0]
    assert "Quoi Adopté Maintenant Action 1 Mai 2024 Mai 2030" in words(section)
    assert "../../plans/plan-2024/#action-1" in links(section)
    assert "../../ce-qui-est-venu-des-plans/" in links(section)
    assert words(section).index("Observé dans toute la démarche") < words(section).index("Ce qu’on espère")


def test_every_count_leads_to_what_it_counts(tmp_path: Path) -> None:
    decided = f"""\
titre: "Rencontre de mars"
demarche: quartier
comite: table-de-quartier
date: "12 mars 2025"
decisions:
  - {{numero: "1", texte: "Ouvrir le jardin.", objets: ["plans/plan-2024#action-1"]}}
{SOURCE}"""
    files = {**FILES, "evenements/mars.yml": decided}
    pages = printed(tmp_path / "a", files)
    page = _list(tmp_path / "b", files)
    assert "1 décision inscrite: Plan 2024" in words(page)
    led = [link.removeprefix("../").split("#") for link in links(page) if "#" in link]
    assert ["plans/plan-2024/", "qui-a-decide"] in led
    for path, anchor in led:
        assert f'id="{anchor}"' in pages[path.rstrip("/")].corps


def test_a_site_without_plans_says_so(tmp_path: Path) -> None:
    assert words(_list(tmp_path, {})) == "Aucun plan n’est publié sur ce site."
