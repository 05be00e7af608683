"""Old addresses: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

COMITE = "comites/table-de-quartier.yml"
VILLE = "territoires/la-ville.yml"


def with_old(**fiches: str) -> dict[str, str]:
    """The smallest dataset, where the comité and the town have these old addresses."""
    names = {"comite": COMITE, "ville": VILLE}
    typed = {names[who]: f"anciennes_adresses: [{adresses}]\n" for who, adresses in fiches.items()}
    return {**DEPART, **{name: DEPART[name] + text for name, text in typed.items()}}


NEVER = "retirez-la d'ici : une adresse n'est jamais réattribuée"


def _reused(place: str, adresse: str, autre: str, geste: str = "") -> str:
    told = (
        geste or f"si elle a mené à cette fiche-ci, donnez un autre nom à data/{adresse}.yml; sinon, {NEVER}"
    )
    return (
        f"ERREUR data/{place} [ID-07]\n"
        f"  L'ancienne adresse /{adresse}/ est aussi celle de « {autre} ».\n"
        f"  Pour corriger : {told}."
    )


@pytest.mark.parametrize(
    "adresse",
    [
        "ancienne-table",
        "table/ancienne",
        "/comites/ancienne",
        "comites/",
        "comites/ancienne/",
        "comites/Ancienne",
        "comites/../../ailleurs",
        "https://exemple.quebec/comites/a",
        f"comites/{'a' * 81}",
    ],
)
def test_an_old_address_is_that_of_a_record(tmp_path: Path, adresse: str) -> None:
    assert sentences(tmp_path, with_old(comite=f'"{adresse}"'), "ID-11") == [
        f"ERREUR data/{COMITE}:6:22 [ID-11]\n"
        f"  « {adresse} » n'est pas l'adresse d'une fiche.\n"
        "  Pour corriger : écrivez collection/identifiant, par exemple comites/ancienne-table."
    ]


def test_an_old_address_is_not_given_to_another_record(tmp_path: Path) -> None:
    files = with_old(comite="comites/a, territoires/la-ville")
    assert sentences(tmp_path, files, "ID-07") == [
        _reused(f"{COMITE}:6:33", "territoires/la-ville", "La Ville")
    ]


def test_a_record_does_not_redirect_to_itself(tmp_path: Path) -> None:
    files = with_old(ville="territoires/la-ville")
    assert sentences(tmp_path, files, "ID-07") == [
        _reused(f"{VILLE}:3:22", "territoires/la-ville", "La Ville", NEVER)
    ]


@pytest.mark.parametrize("text", ["nom: A\npublication: nimporte\n", "nom: [\n"])
def test_the_address_of_a_record_with_faults_is_taken_too(tmp_path: Path, text: str) -> None:
    files = {**with_old(comite="territoires/rive"), "territoires/rive.yml": text}
    assert sentences(tmp_path, files, "ID-07") == [_reused(f"{COMITE}:6:22", "territoires/rive", "rive")]


def test_two_records_do_not_claim_one_old_address(tmp_path: Path) -> None:
    files = with_old(comite="comites/ancienne", ville="comites/ancienne")
    assert sentences(tmp_path, files, "ID-07") == [
        _reused(
            f"{VILLE}:3:22",
            "comites/ancienne",
            "Table de quartier",
            f"gardez-la dans celle des deux où elle menait; l'autre est data/{COMITE}",
        )
    ]


def test_a_record_may_have_had_several_addresses(tmp_path: Path) -> None:
    files = with_old(comite="comites/ancienne, projets/table", ville="territoires/ville")
    assert sentences(tmp_path, files, "ID-07") == []
    assert sentences(tmp_path, files, "ID-11") == []
