"""Money is said as the source says it: declared beside computed, never summed across states, never zero."""

from __future__ import annotations

from pathlib import Path

from tests.pages.pages_vues import printed, real_pages, words

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
    assert "état «reçu»: 1 000 $" in seen
    assert "état «possible»: 800 $" in seen
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


def test_a_project_says_its_money_on_the_page_of_its_demarche() -> None:
    seen = words(real_pages()["demarches/consortium-developpement-social-mauricie"].corps)
    assert "Projet comité logement Total déclaré 111 600 $ — vérifié" in seen
