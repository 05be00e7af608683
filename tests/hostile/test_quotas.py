"""What has no end in a record is told once, at its place, with its limit, and in little time."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from clairevoie.problems.catalogue import catalogue
from clairevoie.read import quotas
from clairevoie.read.quotas import REPEATED, Quota, grouped
from tests.aides.stories import DEPART, verdict

NAME = "comites/table-de-quartier.yml"
UNKNOWN = "Le champ « a0 » n'existe pas pour le comité."
SPLIT, ONCE = (
    "vérifiez le collage, ou scindez la fiche",
    "la même faute est {} fois dans ce fichier, d'abord ici",
)
# What is typed after the five lines of a record; where, what and how much is allowed; how to mend it.
CASES: Mapping[str, tuple[str, str, str, str]] = {
    "bytes": (
        "# x" * 1_100_000,
        "1:1",
        "cette fiche fait 3 300 149 octets; la limite est de 3 000 000",
        SPLIT,
    ),
    "values": (
        "x: [" + "a, " * 120_000 + "]",
        "1:1",
        "cette fiche a 120 019 champs et valeurs; la limite est de 100 000",
        SPLIT,
    ),
    "depth": (
        "x: " + "[" * 5_000,
        "6:27",
        "trop de listes ou de champs sont l'un dans l'autre; la limite est de 24",
        SPLIT,
    ),
    "depth-by-lines": (
        "".join("  " * depth + f"x{depth}:\n" for depth in range(300)),
        "30:49",
        "trop de listes ou de champs sont l'un dans l'autre; la limite est de 24",
        SPLIT,
    ),
    "digits": ("mission: " + "9" * 401, "6:10", "ce nombre a trop de chiffres; la limite est de 400", SPLIT),
    "text": (
        "mission: " + "a" * 20_001,
        "6:10",
        "ce texte a 20 001 caractères; la limite est de 20 000",
        "vérifiez le collage, ou joignez-le en pdf",
    ),
    "text-in-a-block": (
        "mission: |\n" + "  ligne\n" * 4_000,
        "6:10",
        "ce texte a 24 000 caractères; la limite est de 20 000",
        "vérifiez le collage, ou joignez-le en pdf",
    ),
    "links": (
        'mission: "' + "[a](https://a.org) " * 201 + '"',
        "6:10",
        "ce texte a 201 liens; la limite est de 200",
        "gardez les plus utiles",
    ),
    "aliases": (
        "a: &a [x]\nmission:\n" + "  - *a\n" * 5_000,
        "6:4",
        f"{ONCE.format('5 001')} (« Les raccourcis YAML « & » sont désactivés par sécurité. »); la limite est de 100",
        "recopiez la valeur, ou mettez-la entre guillemets",
    ),
    "fields-twice": (
        "mission: a\n" * 5_000,
        "7:1",
        f"{ONCE.format('4 999')} (« Le champ « mission » apparaît deux fois (lignes 6 et 7). »); la limite est de 100",
        "gardez-en un seul, ou fusionnez les deux listes",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_over_a_limit_is_told_once(tmp_path: Path, name: str) -> None:
    typed, place, quoi, remedy = CASES[name]
    start = time.monotonic()
    found = verdict(tmp_path, {**DEPART, NAME: DEPART[NAME] + typed}).problems
    assert [str(one) for one in found if one.is_error and one.file == f"data/{NAME}"] == [
        f"ERREUR data/{NAME}:{place} [YAML-19]\n  C'est trop : {quoi}.\n  Pour corriger : {remedy}."
    ]
    assert time.monotonic() - start < 20


def test_thousands_of_unknown_fields_are_told_once(tmp_path: Path) -> None:
    typed = "".join(f"a{rank}: x\n" for rank in range(5_000))
    start = time.monotonic()
    found = verdict(tmp_path, {**DEPART, NAME: DEPART[NAME] + typed}).problems
    [told] = [one for one in found if one.is_error]
    assert told.place == f"data/{NAME}:6:1"
    assert told.fault == f"C'est trop : {ONCE.format('5 000')} (« {UNKNOWN} »); la limite est de 100."
    assert told.remedy.startswith("écrivez un des champs permis ici : ")
    assert time.monotonic() - start < 20


def test_a_few_unknown_fields_are_told_one_by_one(tmp_path: Path) -> None:
    typed = "".join(f"a{rank}: x\n" for rank in range(REPEATED.limit))
    found = verdict(tmp_path, {**DEPART, NAME: DEPART[NAME] + typed}).problems
    assert [one.code for one in found if one.is_error] == ["TYP-13"] * REPEATED.limit


def test_too_many_files_are_told_once_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clairevoie.read.folder.RECORDS", quotas.RECORDS._replace(limit=3))
    [told] = verdict(tmp_path, DEPART).problems
    assert str(told) == (
        "ERREUR data [YAML-19]\n  C'est trop : trop de fichiers sont dans ce dossier; la limite est de 3.\n"
        "  Pour corriger : gardez les fiches du site."
    )


def test_every_limit_is_in_the_guide_with_its_rule() -> None:
    limits = [one for one in vars(quotas).values() if isinstance(one, Quota)]
    assert len(limits) > 15
    assert [one for one in limits if grouped(one.limit) not in catalogue()[one.code].quand] == []
