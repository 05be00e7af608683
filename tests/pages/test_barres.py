"""Bars draw the amounts that are known, on one scale, each state apart; what is not known is named, never drawn."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from clairevoie.model.argent import Financement, Ligne
from clairevoie.pages.argent.barres import of_fundings, of_lines
from clairevoie.wording.typography import money
from tests.aides.pages_vues import plain, printed, words
from tests.aides.sites import full_pages, full_site

PROJET = """\
nom: "Jardin"
publication: publie
en_bref: "Un jardin."
demarche: quartier
sources: [{document: rapport, repere: "Page 1"}]
budgets:
  - id: budget-jardin
    lignes:
"""


def _lines(*montants: object) -> tuple[Ligne, ...]:
    return tuple(Ligne.model_validate({"libelle": f"p{n}", "montant": m}) for n, m in enumerate(montants))


def _given(libelle: str, statut: str, montant: int | None, **typed: Any) -> Financement:
    return Financement.model_validate({"libelle": libelle, "statut": statut, "montant": montant, **typed})


def test_the_widest_bar_is_the_largest_amount_and_the_others_are_in_proportion() -> None:
    dessin = of_lines(_lines(200, 50, Decimal("0.01"), 0), "CAD")
    assert dessin is not None
    ((_, statut, barres),) = dessin.groupes
    assert statut is None
    assert [barre.largeur for barre in barres] == ["100", "25", "0", "0"]


def test_a_line_without_amount_has_no_bar_and_is_named() -> None:
    dessin = of_lines(_lines(200, None, 50), "CAD")
    assert dessin is not None
    assert [barre.libelle for *_, barres in dessin.groupes for barre in barres] == ["p0", "p2"]
    assert dessin.sans_montant == ("p1",)


def test_nothing_is_drawn_where_there_is_nothing_to_compare() -> None:
    assert of_lines((), "CAD") is None
    assert of_lines(_lines(None, None), "CAD") is None
    assert of_lines(_lines(200, None), "CAD") is None
    assert of_lines(_lines(0, 0), "CAD") is None


def test_each_state_has_its_own_bars_and_money_counted_elsewhere_has_none() -> None:
    dessin = of_fundings(
        full_site(),
        [
            _given("A", "possible", 800),
            _given("B", "recu", 1000),
            _given("C", "possible", None),
            _given("D", "possible", 200),
            _given("E", "recu", 1000, rattache_a="projets/autre"),
        ],
    )
    assert dessin is not None
    shown = [(statut, [(b.libelle, b.largeur) for b in barres]) for _, statut, barres in dessin.groupes]
    assert shown == [("recu", [("B", "100")]), ("possible", [("A", "80"), ("D", "20")])]
    assert (dessin.sans_montant, dessin.ailleurs) == (("C",), ("E",))


def test_bars_of_two_currencies_are_on_two_scales_and_one_that_is_alone_is_named() -> None:
    given = [
        _given("A", "recu", 800),
        _given("B", "recu", 400),
        _given("C", "recu", 90000, devise="HTG"),
        _given("D", "recu", 45000, devise="HTG"),
        _given("E", "recu", 5, devise="EUR"),
    ]
    dessin = of_fundings(full_site(), given)
    assert dessin is not None
    shown = [(devise, [(b.libelle, b.largeur) for b in barres]) for devise, _, barres in dessin.groupes]
    assert shown == [("CAD", [("A", "100"), ("B", "50")]), ("HTG", [("C", "100"), ("D", "50")])]
    assert (dessin.monnaies, dessin.seuls) == (2, ("E",))


def test_a_funder_that_nobody_names_is_said_to_be_unknown() -> None:
    unnamed = [Financement.model_validate({"montant": montant}) for montant in (100, 50)]
    dessin = of_fundings(full_site(), unnamed)
    assert dessin is not None
    assert [one.libelle for *_, barres in dessin.groupes for one in barres] == ["Bailleur non précisé"] * 2


def test_every_amount_of_the_drawing_is_in_the_table_above_it_and_the_other_way_round() -> None:
    budgets = [(f.adresse, one) for f in full_site().jeu for one in getattr(f, "budgets", ())]
    drawn = [(adresse, one) for adresse, one in budgets if len([n for n in one.lignes if n.montant]) > 1]
    assert len(drawn) > 4
    for adresse, budget in drawn:
        corps = full_pages()[adresse].corps
        table, _, after = corps.partition("Les mêmes montants, en barres")
        drawing = after.partition("</figure>")[0]
        amounts = [
            plain(money(line.montant, budget.devise)) for line in budget.lignes if line.montant is not None
        ]
        assert [amount for amount in amounts if amount not in words(table)] == []
        assert [amount for amount in amounts if amount not in words(drawing)] == []
        assert len(re.findall(r'class="barres__barre', drawing)) == len(amounts)


def test_a_line_of_three_hundred_letters_and_one_without_amount_are_drawn_and_named(tmp_path: Path) -> None:
    long = "Terre et semences " * 17
    lignes = f"""\
      - {{libelle: "{long.strip()}", montant: 100}}
      - {{libelle: "Outils", montant: 40}}
      - {{libelle: "Eau"}}
"""
    note = 'notes: [{nature: lacune, champ: budget-jardin, couvre: [SOM-03], texte: "Sans total."}]\n'
    corps = printed(tmp_path, {"projets/jardin.yml": PROJET + lignes + note})["projets/jardin"].corps
    assert words(corps).count(long.strip()) == 2, "au tableau et au dessin"
    assert "Sans barre, parce que le montant n'est pas précisé: Eau." in words(corps)
    assert re.findall(r'<svg[^>]* width="([^"]+)"', corps)[-2:] == ["100%", "40%"]


def test_whoever_hears_the_page_hears_the_table_and_one_image() -> None:
    corps = full_pages()["projets/cuisine-collective"].corps
    figure = corps.partition('<figure class="barres">')[2].partition("</figure>")[0]
    assert 'role="img" aria-label="' in figure
    assert html.unescape(figure).count('aria-hidden="true"') == figure.count("<svg")
