"""Money is said as the source says it: declared beside computed, never summed across states, never zero."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages.pages_vues import links, printed, real_lists, real_pages, real_site, words

BUDGET = """\
nom: "Jardin"
publication: publie
en_bref: "Un jardin."
demarche: quartier
etat_au: "2026-01-01"
sources: [{{document: rapport, repere: "Page 1"}}]
budgets:
  - id: budget-jardin
{lignes}
"""


def _project(folder: Path, lignes: str, note: str = "") -> str:
    text = BUDGET.format(lignes=lignes) + note
    return words(printed(folder, {"projets/jardin.yml": text})["projets/jardin"].corps)


def test_a_declared_total_that_adds_up_is_said_to_be_checked() -> None:
    seen = words(real_pages()["projets/projet-comite-logement-mauricie"].corps)
    assert "Total déclaré 111 600 $ — vérifié" in seen
    assert "aucun montant confirmé dans le document" in seen.casefold()
    assert "4 montants non précisés" in seen
    assert " 0 $" not in seen


def test_a_sum_that_the_source_does_not_give_is_named_as_ours() -> None:
    seen = words(real_pages()["demarches/asis-rouyn-noranda"].corps)
    assert "Total non déclaré dans la source; somme calculée par le site: 502 136 $" in seen
    assert "467 136 $" in seen
    assert "35 000 $" in seen
    assert "Aucun montant confirmé dans le document" in seen
    assert "Total déclaré" not in seen


def test_a_missing_amount_is_said_and_left_out_of_the_sum(tmp_path: Path) -> None:
    lignes = '    lignes: [{libelle: "Terre", montant: 100}, {libelle: "Outils"}]'
    seen = _project(tmp_path, lignes)
    assert "somme calculée par le site: 100 $" in seen
    assert "1 poste sans montant, hors de la somme" in seen
    assert "montant non précisé" in seen


def test_a_gap_between_the_total_and_its_lines_is_said_with_both_numbers(tmp_path: Path) -> None:
    lignes = '    lignes: [{libelle: "Terre", montant: 100.50}]\n    total_declare: 120'
    note = 'notes: [{nature: ecart, champ: budget-jardin, couvre: [SOM-01], texte: "Le total diffère."}]\n'
    seen = _project(tmp_path, lignes, note)
    assert "Total déclaré 120 $ — écart de 19,50 $ avec la somme des postes, 100,50 $" in seen


def test_sums_of_different_states_are_never_added_together(tmp_path: Path) -> None:
    lignes = """\
    financements:
      - {organisme: maison-de-quartier, montant: 1000, statut: recu}
      - {libelle: "Fonds du quartier", montant: 500, statut: possible}
      - {libelle: "Autre fonds", montant: 300, statut: possible}"""
    seen = _project(tmp_path, lignes)
    assert "Reçu: 1 000 $; possible: 800 $ (somme de 2 montants, calculée par le site)" in seen
    assert "Ces montants ne s'additionnent pas" in seen
    assert "1 800 $" not in seen
    assert "aucun montant confirmé" not in seen.casefold()


def test_money_already_counted_elsewhere_is_not_counted_twice(tmp_path: Path) -> None:
    lignes = """\
    financements:
      - {organisme: maison-de-quartier, montant: 1000, statut: recu}
      - {libelle: "Le même", montant: 1000, statut: recu, rattache_a: "demarches/quartier"}"""
    seen = _project(tmp_path, lignes)
    assert "2 000 $" not in seen
    assert "Déjà compté dans Quartier en commun" in seen


def test_money_that_is_granted_elsewhere_is_not_said_to_be_unconfirmed(tmp_path: Path) -> None:
    lignes = """\
    financements:
      - {organisme: maison-de-quartier, montant: 1000, statut: recu, rattache_a: "demarches/quartier"}
      - {libelle: "Un fonds", statut: possible}"""
    assert "aucun montant confirmé" not in _project(tmp_path, lignes).casefold()


def test_a_budget_that_names_nobody_says_so_and_shows_no_zero(tmp_path: Path) -> None:
    seen = _project(tmp_path, '    lignes: [{libelle: "Terre"}, {libelle: "Outils"}]')
    assert "2 postes sans montant. Ce budget ne nomme aucun bailleur." in seen
    assert "0 $" not in seen
    assert "en barres" not in seen


def test_the_money_of_a_budget_is_all_in_its_currency(tmp_path: Path) -> None:
    lignes = """\
    devise: USD
    lignes: [{libelle: "Terre", montant: 100}, {libelle: "Outils", montant: 50}]
    financements: [{organisme: maison-de-quartier, montant: 70, statut: recu}]"""
    pages = printed(tmp_path, {"projets/jardin.yml": BUDGET.format(lignes=lignes)})
    seen = words(pages["projets/jardin"].corps)
    assert seen.count("70 $ US") == 2, "au tableau et dans la phrase"
    assert "– 70 $ US, reçu" in words(pages["organismes/maison-de-quartier"].corps)
    assert "70 $" not in seen.replace("70 $ US", "")


def test_who_gave_what_to_whom_is_on_the_three_pages_it_concerns() -> None:
    asis = words(real_pages()["demarches/asis-rouyn-noranda"].corps)
    assert (
        "Fonds québécois d’initiatives sociales Rouyn-Noranda, ville et villages en santé 467 136 $" in asis
    )
    giver = words(real_pages()["organismes/fonds-quebecois-d-initiatives-sociales"].corps)
    assert "467 136 $, pour Rouyn-Noranda, ville et villages en santé" in giver
    taker = words(real_pages()["organismes/rouyn-noranda-ville-et-villages-en-sante"].corps)
    assert "467 136 $, bailleur: Fonds québécois d’initiatives sociales" in taker


def test_the_page_on_money_tells_each_funding_and_the_silences_and_adds_nothing_up() -> None:
    seen = words(real_lists()["argent"])
    for demarche in real_site().jeu.demarches.values():
        assert f"../{demarche.adresse}/" in links(real_lists()["argent"])
    assert "Conférence régionale des élus de la Mauricie montant non précisé En attente" in seen
    assert "Les documents n’en parlent pas" in seen
    assert seen.index("Les documents n’en parlent pas") < seen.index("Développement social intégré")
    shown = set(re.findall(r"\d[\d ]*(?:,\d+)? \$", seen))
    assert shown == {"467 136 $", "35 000 $", "502 136 $", "111 600 $"}


def test_a_project_says_its_money_on_the_page_of_its_demarche() -> None:
    seen = words(real_pages()["demarches/consortium-developpement-social-mauricie"].corps)
    assert "Projet comité logement Total déclaré 111 600 $ — vérifié" in seen
