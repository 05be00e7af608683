"""Who pays: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences, verdict

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


@pytest.mark.parametrize(
    "funding",
    ["statut: confirme", "statut: recu", "statut: possible", "statut: recu, montant: 0", "libelle: Un don"],
)
def test_money_of_any_state_may_have_no_amount(tmp_path: Path, funding: str) -> None:
    added = f"financements:\n  - {{organisme: maison-de-quartier, {funding}}}\n"
    assert [
        one.code
        for one in verdict(tmp_path, {**DEPART, PROJET: _PROJET + added}).problems
        if one.is_error or one.code.startswith("SOM")
    ] == []


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


@pytest.mark.parametrize(
    "funding",
    [
        "organisme: maison-de-quartier, montant: 35000, devise: EUR",
        "organisme: maison-de-quartier, montant: 35000, devise: USD",
    ],
)
def test_as_many_euros_are_not_the_same_money_as_dollars(tmp_path: Path, funding: str) -> None:
    files = {**DEPART, DEMARCHE: _DEMARCHE, PROJET: _PROJET + f"financements: [{{{funding}}}]\n"}
    assert sentences(tmp_path, files, "SOM-06") == []


def test_only_what_is_in_the_currency_of_the_budget_is_compared_with_it(tmp_path: Path) -> None:
    funders = "{montant: 900, statut: confirme}, {montant: 20000, statut: recu, devise: HTG}"
    assert told(tmp_path, budget(1000, total=1000, financements=funders), "SOM-05") == []


def test_a_funding_in_another_currency_than_its_budget_is_told(tmp_path: Path) -> None:
    added = budget(1000, total=1000, financements="{montant: 900, devise: EUR}")
    assert told(tmp_path, added, "SOM-09") == [
        f"AVERTISSEMENT data/{PROJET}:11:43 [SOM-09]\n"
        "  Ce financement est en euros, et son budget en dollars canadiens.\n"
        "  Pour corriger : retirez devise si le montant est dans la monnaie du budget; si la source est ainsi, "
        'ajoutez une note {nature: ecart, couvre: [SOM-09], texte: "…"}.'
    ]
    same = added.replace("  - id: budget-2026\n", "  - id: budget-2026\n    devise: EUR\n")
    assert told(tmp_path, same, "SOM-09") == []


@pytest.mark.parametrize("said", ["un don de 5 000 €", "5000 euros, en deux fois", "5 000,00 € reçus"])
def test_euros_of_the_source_are_not_published_as_dollars(tmp_path: Path, said: str) -> None:
    added = f'financements: [{{libelle: "{said}", montant: 5000}}]\n'
    (found,) = told(tmp_path, added, "SOM-10")
    assert "Les mots disent « 5 000 € », et le site écrirait ce montant en dollars canadiens." in found
    assert "ajoutez devise: EUR" in found
    assert told(tmp_path, added.replace("montant", "devise: EUR, montant"), "SOM-10") == []


@pytest.mark.parametrize(
    "funding",
    [
        'libelle: "un don de 5 000 $", montant: 5000',
        'libelle: "5 000 dollars", montant: 5000, devise: USD',
        'libelle: "5 000 personnes", montant: 5000',
        'note: "l\'équivalent de 3 400 €", montant: 5000',
    ],
)
def test_words_that_name_no_other_currency_for_that_amount_say_nothing(tmp_path: Path, funding: str) -> None:
    assert told(tmp_path, f"financements: [{{{funding}}}]\n", "SOM-10") == []


@pytest.mark.parametrize(
    ("funding", "code", "said"),
    [
        (
            "montant: 500, devise: EUR, depense: 500.5",
            "SOM-11",
            "Ce qui est dépensé (500,50 €) dépasse ce qui est donné (500 €).",
        ),
        ("montant: 500, plafond: 400", "SOM-12", "Ce qui est donné (500 $) dépasse le plafond (400 $)."),
        ("pourcentage: 120", "SOM-13", "« 120 » n'est pas une part en pour cent."),
        ("pourcentage: -5.5", "SOM-13", "« -5,5 » n'est pas une part en pour cent."),
        ("pourcentage: 0", "SOM-13", "« 0 » n'est pas une part en pour cent."),
    ],
)
def test_a_funding_that_goes_beyond_its_own_limits_is_told(
    tmp_path: Path, funding: str, code: str, said: str
) -> None:
    (found,) = told(tmp_path, f"financements: [{{{funding}}}]\n", code)
    assert f"  {said}\n" in found


@pytest.mark.parametrize(
    "funding", ["montant: 500, depense: 500, plafond: 500, pourcentage: 100", "depense: 9, plafond: 2"]
)
def test_a_funding_within_its_limits_says_nothing(tmp_path: Path, funding: str) -> None:
    for code in ("SOM-11", "SOM-12", "SOM-13"):
        assert told(tmp_path / code, f"financements: [{{{funding}}}]\n", code) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("EURO", "EUR"),
        ('"€"', "EUR"),
        ("euros", "EUR"),
        ('"$"', "CAD"),
        ("$ US", "USD"),
        ("Eur", "EUR"),
        ("gourde", "HTG"),
        ("FCFA", "XOF"),
        ("dollars canadiens", "CAD"),
    ],
)
def test_a_currency_that_nobody_knows_is_told_with_the_one_meant(
    tmp_path: Path, typed: str, meant: str
) -> None:
    (found,) = told(tmp_path, f"financements: [{{montant: 5, devise: {typed}}}]\n", "TYP-12")
    assert f"{meant}" in found.partition("Pour corriger")[2].partition(",")[0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("80 000 €", "écrivez montant: 80000 et devise: EUR (sans"),
        ("1 200,50 euros", "écrivez montant: 1200.50 et devise: EUR (sans"),
        ("80 000 $", "écrivez montant: 80000 (sans"),
        ("80 000 MAD", "écrivez montant: 80000 et devise: MAD (sans"),
    ],
)
def test_an_amount_typed_in_words_keeps_its_currency(tmp_path: Path, typed: str, said: str) -> None:
    (found,) = told(
        tmp_path,
        f"financements: [{{montant: {typed}}}]\n"
        if "," not in typed
        else f'financements: [{{montant: "{typed}"}}]\n',
        "TYP-08",
    )
    assert said in found


def test_the_currency_of_a_line_is_that_of_its_budget(tmp_path: Path) -> None:
    added = 'budgets: [{id: b, lignes: [{libelle: Terre, montant: "80 €"}]}]\n'
    (found,) = told(tmp_path, added, "TYP-08")
    assert "écrivez montant: 80 et devise: EUR dans le budget (sans" in found


def _in_common(demarche: str, projet: str) -> dict[str, str]:
    given = "organisme: maison-de-quartier, montant: 1000"
    return {
        **DEPART,
        DEMARCHE: DEPART[DEMARCHE] + f"financements: [{{{given}, {demarche}}}]\n",
        PROJET: _PROJET + f"financements: [{{{given}, {projet}}}]\n",
    }


@pytest.mark.parametrize(
    ("demarche", "projet"),
    [
        ('date_octroi: "2022"', 'date_octroi: "2024"'),
        ("beneficiaire: maison-de-quartier", "beneficiaire: autre"),
        ('programme: "Fonds A"', 'programme: "Fonds B"'),
        ('periode: "2025"', 'periode: "2026"'),
        ('identifiants: [{schema: d, valeur: "1"}]', 'identifiants: [{schema: d, valeur: "2"}]'),
    ],
)
def test_as_much_given_to_another_or_another_year_is_not_the_same_money(
    tmp_path: Path, demarche: str, projet: str
) -> None:
    assert sentences(tmp_path / "a", _in_common(demarche, projet), "SOM-06") == []
    assert len(sentences(tmp_path / "b", _in_common(demarche, demarche), "SOM-06")) == 1
    assert len(sentences(tmp_path / "c", _in_common(demarche, "statut: recu"), "SOM-06")) == 1
