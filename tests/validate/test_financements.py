"""Who pays: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

DEMARCHE = "demarches/quartier.yml"
PROJET = "projets/cuisine.yml"
_PROJET = """\
nom: "Cuisine collective"
publication: publie
en_bref: "On cuisine ensemble."
demarche: quartier
sources: [{document: rapport, repere: "Page 3"}]
"""


def told(folder: Path, added: str, code: str) -> list[str]:
    """What is said under this code when these lines are added to a project."""
    return sentences(folder, {**DEPART, PROJET: _PROJET + added}, code)


def budget(*montants: float, total: float | None = None, financements: str) -> str:
    """A budget with lines of these amounts, paid so."""
    lines = "".join(f"      - {{libelle: Poste {n}, montant: {m}}}\n" for n, m in enumerate(montants))
    return (
        "budgets:\n  - id: budget-2026\n"
        + (f"    total_declare: {total}\n" if total is not None else "")
        + (f"    lignes:\n{lines}" if lines else "")
        + f"    financements: [{financements}]\n"
    )


@pytest.mark.parametrize("statut", ["confirme", "recu"])
def test_confirmed_money_is_a_known_sum(tmp_path: Path, statut: str) -> None:
    added = f"financements:\n  - {{organisme: maison-de-quartier, statut: {statut}}}\n"
    assert told(tmp_path, added, "SOM-04") == [
        f"ERREUR data/{PROJET}:7:45 [SOM-04]\n"
        f"  Un financement « {statut} » doit avoir un montant.\n"
        "  Pour corriger : ajoutez le montant de la source, par exemple montant: 35000; si elle "
        "n'en donne aucun, écrivez statut: non_precise."
    ]


@pytest.mark.parametrize("funding", ["statut: possible", "statut: recu, montant: 0", "libelle: Un don"])
def test_money_not_yet_sure_may_have_no_amount(tmp_path: Path, funding: str) -> None:
    assert told(tmp_path, f"financements:\n  - {{{funding}}}\n", "SOM-04") == []


def test_nobody_confirms_more_than_the_budget(tmp_path: Path) -> None:
    funders = "{montant: 900, statut: confirme}, {montant: 200.25, statut: recu}"
    assert told(tmp_path, budget(1000, total=1000, financements=funders), "SOM-05") == [
        f"AVERTISSEMENT data/{PROJET}:11:19 [SOM-05]\n"
        "  Les financements confirmés (1 100,25 $) dépassent le budget (1 000 $).\n"
        "  Pour corriger : vérifiez les doubles inscriptions; sinon, ajoutez une note {nature: "
        'ecart, couvre: [SOM-05], texte: "…"}.'
    ]


def test_without_a_declared_total_the_lines_are_the_budget(tmp_path: Path) -> None:
    funders = "{montant: 1001, statut: confirme}"
    assert len(told(tmp_path, budget(400, 600, financements=funders), "SOM-05")) == 1


@pytest.mark.parametrize(
    "funders",
    [
        "{montant: 1000, statut: confirme}",
        "{montant: 900, statut: recu}, {montant: 900, statut: demande}",
        "{montant: 900, statut: recu}, {montant: 900, statut: recu, rattache_a: demarches/quartier}",
    ],
)
def test_money_that_is_not_sure_or_counted_elsewhere_is_left_out(tmp_path: Path, funders: str) -> None:
    assert told(tmp_path, budget(1000, total=1000, financements=funders), "SOM-05") == []


_DEMARCHE = DEPART[DEMARCHE] + "financements: [{organisme: maison-de-quartier, montant: 35000}]\n"


@pytest.mark.parametrize(
    ("libelle", "said"), [('libelle: "Don de la Maison", ', "Don de la Maison"), ("", "Maison de quartier")]
)
def test_the_same_money_is_entered_once(tmp_path: Path, libelle: str, said: str) -> None:
    added = f"financements:\n  - {{{libelle}organisme: maison-de-quartier, montant: 35000}}\n"
    files = {**DEPART, DEMARCHE: _DEMARCHE, PROJET: _PROJET + added}
    assert sentences(tmp_path, files, "SOM-06") == [
        f"AVERTISSEMENT data/{PROJET}:7:5 [SOM-06]\n"
        f"  Le financement « {said} » (35 000 $) est inscrit deux fois.\n"
        "  Pour corriger : gardez une inscription et ajoutez rattache_a à l'autre."
    ]


@pytest.mark.parametrize(
    "funding",
    [
        "organisme: maison-de-quartier, montant: 35000, rattache_a: demarches/quartier",
        "organisme: maison-de-quartier, montant: 34999",
        "organisme: maison-de-quartier",
        "libelle: Un don, montant: 35000",
    ],
)
def test_money_said_to_be_the_same_or_of_another_sum_says_nothing(tmp_path: Path, funding: str) -> None:
    files = {**DEPART, DEMARCHE: _DEMARCHE, PROJET: _PROJET + f"financements: [{{{funding}}}]\n"}
    assert sentences(tmp_path, files, "SOM-06") == []
