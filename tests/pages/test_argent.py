"""Money is said as the source says it: declared beside computed, never summed across states, never zero."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.model.argent import Budget, Financement
from clairevoie.model.parcours import formes
from clairevoie.pages import lists
from clairevoie.wording.money import money
from tests.aides.pages_vues import links, plain, printed, told, words
from tests.aides.sites import GABARITS, full_lists, full_pages, full_site

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


def test_a_declared_total_that_adds_up_is_said_to_be_checked(tmp_path: Path) -> None:
    lignes = """\
    lignes: [{libelle: "Terre", montant: 80000}, {libelle: "Outils", montant: 31600}]
    total_declare: 111600
    financements: [{organisme: maison-de-quartier, statut: possible}, {libelle: "Un fonds", statut: en_attente}]"""
    seen = _project(tmp_path, lignes)
    assert "Total déclaré 111 600 $ — vérifié" in seen
    assert "aucun montant confirmé dans le document" in seen.casefold()
    assert "2 montants non précisés" in seen
    assert " 0 $" not in seen


def test_a_sum_that_the_source_does_not_give_is_named_as_ours(tmp_path: Path) -> None:
    lignes = """\
    financements:
      - {organisme: maison-de-quartier, montant: 467136}
      - {libelle: "La ville", montant: 35000, type: contribution}"""
    note = 'notes: [{nature: interpretation, champ: budget-jardin, couvre: [SOM-03], texte: "Sans total."}]\n'
    seen = _project(tmp_path, lignes, note)
    assert "Total non déclaré dans la source; somme calculée par le site: 502 136 $" in seen
    assert "467 136 $" in seen
    assert "35 000 $" in seen
    assert seen.count("Annoncé par la source") == 3, "au tableau, et une fois au-dessus des barres"
    assert "aucun montant confirmé" not in seen.casefold()
    assert "Total déclaré" not in seen
    budget = BUDGET.format(lignes=lignes) + note
    given = words(printed(tmp_path, {"projets/jardin.yml": budget})["organismes/maison-de-quartier"].corps)
    assert "467 136 $, annoncé par la source" in given


def test_an_amount_of_no_state_beside_others_is_announced_and_none_is_said_unconfirmed(
    tmp_path: Path,
) -> None:
    lignes = """\
    financements:
      - {organisme: maison-de-quartier, montant: 1000}
      - {libelle: "Un fonds", montant: 500, statut: possible}
      - {libelle: "La ville"}"""
    seen = _project(tmp_path, lignes)
    assert "Possible: 500 $; annoncé par la source: 1 000 $" in seen
    assert "La ville montant non précisé Non précisé" in seen
    assert "aucun montant confirmé" not in seen.casefold()


def test_nobody_is_said_to_have_decided_amounts_where_there_are_none(tmp_path: Path) -> None:
    text = BUDGET.format(lignes="").partition("budgets:")[0] + "financements: [{libelle: La ville}]\n"
    seen = words(printed(tmp_path, {"projets/jardin.yml": text})["projets/jardin"].corps)
    assert "ne dit qui a décidé de ce financement, ni quand" in seen
    assert "aucun montant confirmé" not in seen.casefold()


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


APART = "Ces montants ne s'additionnent pas"


def test_amounts_of_one_state_are_not_said_to_be_apart(tmp_path: Path) -> None:
    lignes = """\
    financements:
      - {organisme: maison-de-quartier, montant: 1000, statut: recu}
      - {libelle: "Fonds du quartier", montant: 500, statut: recu}"""
    seen = _project(tmp_path, lignes)
    assert "Reçu: 1 500 $ (somme de 2 montants, calculée par le site)" in seen
    assert APART not in seen


def test_one_amount_without_a_state_is_not_said_to_be_our_sum(tmp_path: Path) -> None:
    seen = _project(tmp_path, "    financements: [{organisme: maison-de-quartier, montant: 1000}]")
    assert "somme calculée par le site" not in seen
    assert "1 000 $" in seen


def test_the_sum_of_the_funders_is_not_taken_for_the_total_of_lines(tmp_path: Path) -> None:
    lignes = """\
    lignes: [{libelle: "Terre", montant: 100}, {libelle: "Eau", montant: 20}]
    financements: [{organisme: maison-de-quartier, montant: 70}, {libelle: "Un fonds", montant: 7}]"""
    seen = _project(tmp_path, lignes)
    assert "somme calculée par le site: 120 $" in seen
    assert "somme calculée par le site: 77 $" not in seen


def test_a_total_below_its_lines_is_a_gap_without_a_sign(tmp_path: Path) -> None:
    lignes = '    lignes: [{libelle: "Terre", montant: 120}]\n    total_declare: 100'
    note = 'notes: [{nature: ecart, champ: budget-jardin, couvre: [SOM-01], texte: "Le total diffère."}]\n'
    assert "— écart de 20 $ avec la somme des postes, 120 $" in _project(tmp_path, lignes, note)


def test_the_page_on_money_leads_to_each_budget_where_there_are_several(tmp_path: Path) -> None:
    lines = '    lignes: [{libelle: "Terre", montant: 100}]\n    total_declare: 100\n'
    one = BUDGET.format(lignes=lines)
    two = f"{one.rstrip()}\n  - id: budget-suivant\n{lines}".replace("Jardin", "Verger")
    files = {"projets/jardin.yml": one, "projets/verger.yml": two}
    led = set(links(lists(told(tmp_path, files), GABARITS)["argent"]))
    assert "../projets/jardin/#budgets" in led
    assert {"../projets/verger/#budget-jardin", "../projets/verger/#budget-suivant"} <= led


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


EUROS = """\
financements:
  - {organisme: maison-de-quartier, montant: 70, statut: recu, devise: EUR, programme: "Jumelage", periode: "2025"}
  - {organisme: maison-de-quartier, montant: 30, statut: recu, devise: EUR, programme: "Jumelage", periode: "2026"}
  - {libelle: "Un fonds", montant: 40, statut: recu, devise: XOF}
  - {libelle: "Une fondation", statut: confirme, pourcentage: 80, plafond: 2500, devise: HTG}
"""


def _seen_in_euros(folder: Path) -> dict[str, str]:
    text = BUDGET.format(lignes="").partition("budgets:")[0] + EUROS
    files = {"projets/jardin.yml": text}
    pages = {address: words(page.corps) for address, page in printed(folder, files).items()}
    return pages | {"argent": words(lists(told(folder, files), GABARITS)["argent"])}


def test_a_euro_never_prints_as_a_dollar_on_any_page(tmp_path: Path) -> None:
    pages = _seen_in_euros(tmp_path)
    assert [address for address, seen in pages.items() if "$" in seen] == []
    for address in ("projets/jardin", "organismes/maison-de-quartier", "argent"):
        assert "70 €" in pages[address]


def test_sums_of_two_currencies_are_apart_and_said_to_be(tmp_path: Path) -> None:
    for address in ("projets/jardin", "argent", "demarches/quartier"):
        seen = _seen_in_euros(tmp_path / address)[address]
        assert "reçu: 100 € (somme de 2 montants, calculée par le site)" in seen.replace("Reçu", "reçu")
        assert "40 francs CFA d'Afrique de l'Ouest" in seen
        assert "Ces montants ne s'additionnent pas: ils ne sont pas dans la même monnaie" in seen


def test_sums_of_two_states_and_two_currencies_say_both(tmp_path: Path) -> None:
    lignes = """\
    financements:
      - {organisme: maison-de-quartier, montant: 1000, statut: recu}
      - {libelle: "Un fonds", montant: 500, statut: possible, devise: EUR}"""
    note = (
        'notes: [{nature: ecart, champ: budget-jardin, couvre: [SOM-09, SOM-03], texte: "Deux monnaies."}]\n'
    )
    seen = _project(tmp_path, lignes, note)
    assert "Reçu: 1 000 $; possible: 500 €" in seen
    assert "ils ne sont ni dans le même état ni dans la même monnaie" in seen


def test_money_of_one_programme_is_told_apart_by_its_years(tmp_path: Path) -> None:
    pages = _seen_in_euros(tmp_path)
    for year in ("2025", "2026"):
        assert f"Programme: Jumelage Période: {year}" in pages["projets/jardin"]
        assert f"Programme: Jumelage Période: {year}" in pages["argent"]
        assert f"Jumelage, {year}" in pages["organismes/maison-de-quartier"]


def test_a_share_says_that_nobody_said_of_what_and_the_most_is_in_its_currency(tmp_path: Path) -> None:
    seen = _seen_in_euros(tmp_path)["projets/jardin"]
    assert "80 % (la source ne dit pas de quoi) Au plus 2 500 gourdes" in seen
    assert "Une fondation montant non précisé Confirmé" in seen


def _words(address: str) -> str:
    return words(full_pages()[address].corps)


def test_who_gave_what_to_whom_is_on_the_three_pages_it_concerns() -> None:
    given = "Maison du phare «L'Œuvre & Cie»"
    assert f"Fonds des Anses {given} 35 000 $" in _words("demarches/vieux-phare-en-commun")
    row = f"Une contribution de 35 000 $ {given} 12 janvier 2026, pour 2026-2027 35 000 $ Confirmé"
    assert row in _words("organismes/fonds-des-anses")
    assert "35 000 $, confirmé, bailleur: Fonds des Anses" in _words("organismes/maison-du-phare")


def test_the_page_on_money_tells_each_funding_and_the_silences_and_adds_nothing_up() -> None:
    seen = words(full_lists()["argent"])
    demarches = {f"../{demarche.adresse}/" for demarche in full_site().jeu.demarches.values()}
    assert len(demarches) == 7
    assert demarches <= set(links(full_lists()["argent"]))
    assert "Ville d'Anse-aux-Brumes Non précisé montant non précisé Possible" in seen
    assert seen.index("Les documents n’en parlent pas") < seen.index("Rives en partage")
    jeu = full_site().jeu
    funded = {one.montant for fiche in jeu for _, one in formes(fiche) if isinstance(one, Financement)}
    declared = {one.total_declare for fiche in jeu for _, one in formes(fiche) if isinstance(one, Budget)}
    told = {plain(money(one, "CAD")).removesuffix(" $") for one in (funded | declared) - {None}}
    in_euros = {"1 200,50"}
    of_lines, of_one_state, gaps = {"68 000", "2 000,50", "1 575"}, {"202 000"}, {"2 000", "200"}
    shown = set(re.findall(r"(\d[\d ]*(?:,\d+)?) \$", seen))
    assert len(told) > 30
    assert shown == told - in_euros | of_lines | of_one_state | gaps


def test_a_project_says_its_money_on_the_page_of_its_demarche() -> None:
    said = "Plan de quartier 2026-2028, plan d’action Total déclaré 109 000 $ — vérifié"
    assert said in _words("demarches/vieux-phare-en-commun")


def test_money_told_on_actions_leads_from_its_funder_to_each_action(tmp_path: Path) -> None:
    paid = "financements: [{organisme: maison-de-quartier, montant: 1000, statut: confirme}]"
    actions = "".join(
        f'  - {{numero: "{n}", texte: "Semer {n}.", echeances: ["2026"], {paid}}}\n' for n in range(1, 8)
    )
    plan = BUDGET.partition("budgets:")[0].format() + f"actions:\n{actions}"
    page = printed(tmp_path, {"plans/jardin.yml": plan})["organismes/maison-de-quartier"]
    led = [link for link in links(page.corps) if "plans/jardin" in link]
    assert {f"../../plans/jardin/#action-{n}" for n in range(1, 8)} <= set(led)
    assert "../../plans/jardin/#financements" not in led
