"""Money: what was typed, and the sentence that comes back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from clairevoie.validate.rules.argent import amount
from tests.aides.stories import DEPART, sentences

PROJET = "projets/cuisine.yml"
_PROJET = """\
nom: "Cuisine collective"
publication: publie
en_bref: "On cuisine ensemble."
demarche: quartier
sources: [{document: rapport, repere: "Page 3"}]
"""


def told(folder: Path, added: str, code: str, projet: str = _PROJET) -> list[str]:
    """What is said under this code when these lines are added to a project."""
    return sentences(folder, {**DEPART, PROJET: projet + added}, code)


def budget(*montants: float, total: float | None = None) -> str:
    """A budget with lines of these amounts, from the eighth line of the file."""
    lines = "".join(f"      - {{libelle: Poste {n}, montant: {m}}}\n" for n, m in enumerate(montants))
    return (
        "budgets:\n  - id: budget-2026\n"
        + (f"    total_declare: {total}\n" if total is not None else "")
        + (f"    lignes:\n{lines}" if lines else "")
    )


@pytest.mark.parametrize(
    ("montant", "said"),
    [
        ("111600", "111 600"),
        ("0", "0"),
        ("1234567.5", "1 234 567,50"),
        ("1000.00", "1 000"),
        ("12.05", "12,05"),
    ],
)
def test_money_is_said_with_ordinary_spaces(montant: str, said: str) -> None:
    assert amount(Decimal(montant), "CAD") == f"{said} $"
    assert amount(Decimal(montant), "EUR") == f"{said} €"


def test_a_declared_total_is_the_sum_of_the_lines(tmp_path: Path) -> None:
    assert told(tmp_path, budget(80000, 31600.5, total=112600), "SOM-01") == [
        f"ERREUR data/{PROJET}:8:20 [SOM-01]\n"
        "  Le total déclaré (112 600 $) diffère de la somme des postes (111 600,50 $; écart de 999,50 $).\n"
        "  Pour corriger : vérifiez les postes; si la source est ainsi, ajoutez une note {champ: "
        'total_declare, nature: ecart, texte: "…"}.'
    ]


@pytest.mark.parametrize(
    ("champ", "nature", "niveau"),
    [
        ("budget-2026", "ecart", "INFORMATION"),
        ("budget-2026.total_declare", "ecart", "INFORMATION"),
        ("budgets", "ecart", "INFORMATION"),
        ("budget-2026", "lacune", "ERREUR"),
        ("contexte", "ecart", "ERREUR"),
        (None, "ecart", "ERREUR"),
    ],
)
def test_only_a_note_ecart_on_the_budget_lets_both_amounts_be_published(
    tmp_path: Path, champ: str | None, nature: str, niveau: str
) -> None:
    about = f"champ: {champ}, " if champ else ""
    note = f"notes: [{{{about}nature: {nature}, texte: Les deux montants sont dans la source}}]\n"
    (said,) = told(tmp_path, budget(10, 20, total=40) + note, "SOM-01")
    assert said.startswith(f"{niveau} data/{PROJET}:8:20")


def test_a_total_that_adds_up_says_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, budget(80000, 31600, total=111600), "SOM-01") == []


@pytest.mark.parametrize(("total", "told_times"), [(40, 0), (20, 1)])
def test_a_line_without_amount_may_hold_the_difference(tmp_path: Path, total: int, told_times: int) -> None:
    added = budget(10, 20, total=total) + "      - {libelle: Imprévus}\n"
    assert len(told(tmp_path, added, "SOM-01")) == told_times


@pytest.mark.parametrize(
    ("added", "manque"),
    [
        (budget(10, 20), "les postes n'ont pas de total"),
        (budget(total=30), "le total n'a pas de postes"),
        (budget(), "ni total ni postes"),
    ],
)
def test_a_budget_that_cannot_be_checked_says_what_it_lacks(tmp_path: Path, added: str, manque: str) -> None:
    assert told(tmp_path, added, "SOM-03") == [
        f"AVERTISSEMENT data/{PROJET}:7:5 [SOM-03]\n"
        f"  Le budget ne peut pas être vérifié : {manque}.\n"
        "  Pour corriger : complétez le budget; si la source est ainsi, ajoutez une note "
        '{nature: lacune, couvre: [SOM-03], texte: "…"}.'
    ]


def test_a_note_on_the_budget_covers_what_it_lacks(tmp_path: Path) -> None:
    note = "notes: [{champ: budget-2026, nature: lacune, couvre: [SOM-03], texte: Pas de total}]\n"
    (said,) = told(tmp_path, budget(10, 20) + note, "SOM-03")
    assert said.startswith("INFORMATION")


def test_a_budget_with_lines_and_a_total_says_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, budget(10, 20, total=30), "SOM-03") == []


def test_a_lone_total_can_be_found_in_a_source(tmp_path: Path) -> None:
    bare = _PROJET.replace(', repere: "Page 3"', "")
    assert told(tmp_path, budget(total=5000), "SOM-07", bare) == [
        f"ERREUR data/{PROJET}:8:20 [SOM-07]\n"
        "  Rien n'appuie ce total.\n"
        "  Pour corriger : retirez total_declare (le site calcule la somme), "
        "ou ajoutez un repere à la source."
    ]


def test_a_total_with_lines_or_a_place_in_the_source_says_nothing(tmp_path: Path) -> None:
    bare = _PROJET.replace(', repere: "Page 3"', "")
    quoted = _PROJET.replace('repere: "Page 3"', 'extrait: "un budget de 5 000 $"')
    assert told(tmp_path, budget(total=5000), "SOM-07") == []
    assert told(tmp_path, budget(total=5000), "SOM-07", quoted) == []
    assert told(tmp_path, budget(5000, total=5000), "SOM-07", bare) == []


def test_two_lines_do_not_bear_the_same_words(tmp_path: Path) -> None:
    lines = '    lignes:\n      - {libelle: "Frais de bureau"}\n      - {libelle: "FRAIS de bureau "}\n'
    assert told(tmp_path, budget() + lines, "SOM-08") == [
        f"AVERTISSEMENT data/{PROJET}:10:9 [SOM-08]\n"
        "  « FRAIS de bureau  » figure deux fois.\n"
        "  Pour corriger : précisez l'un des deux libellés."
    ]


def test_lines_with_their_own_words_say_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, budget(10, 10), "SOM-08") == []
