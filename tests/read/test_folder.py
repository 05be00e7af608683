"""The folder of the facts: what is in its place is read, what is not is told, nothing else is opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from clairevoie.problems import Located
from clairevoie.read import Reading, Record, examine_folder
from tests.aides.stories import write
from tests.aides.systeme import with_any_name, with_links, with_pipes

MISPLACED = (
    "Projet/journal.yml",
    "Plans/x.yml",
    "démarches/y.yml",
    "plans/plan.yaml",
    "plans/plan.yaml.txt",
    "plans/PLAN.YML",
    "plans/2020/plan.yml",
    "racine.yml",
)


COLLECTIONS = ("comites", "demarches", "enjeux", "evenements", "organismes", "plans", "projets")


_FOLDER = "une fiche se range dans data/{}/, sans autre dossier"
_NAME = "le nom d'une fiche finit par .yml, en minuscules"
_HIDDEN = "un nom qui commence par un point est caché"
_LINK = ("c'est un lien vers un autre fichier", "mettez à sa place le fichier lui-même")
_UNREADABLE = ("il ne peut pas être lu", "donnez à votre compte le droit de le lire")


def _misplaced(path: str, reason: str, what_to_do: str) -> str:
    return (
        f"ERREUR {path}:1:1 [YAML-20]\n"
        f"  « {path} » ne serait pas publié : {reason}.\n"
        f"  Pour corriger : {what_to_do}."
    )


class _Read(NamedTuple):
    """A record, of which nothing is said."""

    record: Record
    problems: tuple[Located, ...] = ()


def _examine(record: Record, known: tuple[Located, ...] | None = None) -> _Read:
    return _Read(record)


def _read(data: Path) -> Reading[_Read]:
    return examine_folder(data, COLLECTIONS, _examine, data / "../memoire")


def _told(reading: Reading[_Read]) -> list[str]:
    return [str(problem) for problem in reading.problems]


def test_every_file_in_its_place_is_a_record_sorted_by_path(tmp_path: Path) -> None:
    data = write(
        tmp_path, {"projets/b.yml": "nom: B\n", "plans/z.yml": "titre: Z\n", "projets/a.yml": "nom: A\n"}
    )
    reading = _read(data)
    assert not reading.problems
    assert [(r.path, r.collection, r.id) for r, _ in reading.records] == [
        ("data/plans/z.yml", "plans", "z"),
        ("data/projets/a.yml", "projets", "a"),
        ("data/projets/b.yml", "projets", "b"),
    ]


def test_the_faults_of_all_the_files_come_at_once_sorted(tmp_path: Path) -> None:
    files = {"projets/b.yml": "nom:\ta : b\n", "enjeux/vide.yml": "", "plans/x.yml": "titre: a : b\nnom: @\n"}
    reading = _read(write(tmp_path, files))
    assert [f"{p.place} {p.code}" for p in reading.problems] == [
        "data/enjeux/vide.yml:1:1 YAML-14",
        "data/plans/x.yml:1:10 YAML-02",
        "data/plans/x.yml:2:6 YAML-07",
        "data/projets/b.yml:1:8 YAML-02",
    ]
    assert not reading.records


def test_a_file_out_of_place_is_told_with_the_nearest_folder(tmp_path: Path) -> None:
    reading = _read(write(tmp_path, dict.fromkeys(MISPLACED, "nom: A\n")))
    assert not reading.records
    assert _told(reading) == [
        _misplaced("data/Plans/x.yml", _FOLDER.format("plans"), "déplacez-le : data/plans/x.yml"),
        _misplaced(
            "data/Projet/journal.yml", _FOLDER.format("projets"), "déplacez-le : data/projets/journal.yml"
        ),
        _misplaced("data/démarches/y.yml", _FOLDER.format("demarches"), "déplacez-le : data/demarches/y.yml"),
        _misplaced("data/plans/2020/plan.yml", _FOLDER.format("plans"), "déplacez-le : data/plans/plan.yml"),
        _misplaced("data/plans/PLAN.YML", _NAME, "renommez-le data/plans/plan.yml"),
        _misplaced("data/plans/plan.yaml", _NAME, "renommez-le data/plans/plan.yml"),
        _misplaced("data/plans/plan.yaml.txt", _NAME, "renommez-le data/plans/plan.yml"),
        _misplaced(
            "data/racine.yml",
            "une fiche se range dans le dossier de sa collection",
            "déplacez-le dans un de ces dossiers de data/ : comites, demarches, enjeux, evenements, organismes, "
            "plans, projets, sous le nom racine.yml",
        ),
    ]


def test_templates_and_what_systems_leave_behind_are_ignored(tmp_path: Path) -> None:
    names = ("_gabarit.yml", ".gitkeep", ".x.yml.swp", "._x.yml", ".DS_Store", "x.yml~", "Thumbs.db")
    files = {f"plans/{name}": "\x00\tn'importe : quoi" for name in names} | {".git/config": "x"}
    assert _read(write(tmp_path, files)) == Reading((), ())


def test_a_record_hidden_by_its_name_is_told(tmp_path: Path) -> None:
    names = ("projets/.cache.yml", "projets/.cache.yaml", ".outil.yml")
    reading = _read(write(tmp_path, dict.fromkeys(names, "nom: A\n")))
    assert not reading.records
    assert _told(reading) == [
        _misplaced("data/projets/.cache.yaml", _HIDDEN, "renommez-le data/projets/cache.yml"),
        _misplaced("data/projets/.cache.yml", _HIDDEN, "renommez-le data/projets/cache.yml"),
    ]


@with_links
@with_pipes
def test_the_files_to_publish_are_listed_and_are_no_records(tmp_path: Path) -> None:
    names = ("_fichiers/affiche.pdf", "_fichiers/images/cuisine.jpg", "_fichiers/notes.yml")
    data = write(tmp_path, dict.fromkeys(names, "x"))
    (data / "_fichiers/lien.pdf").symlink_to(data / "_fichiers/affiche.pdf")
    (data / "_fichiers/ailleurs").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(data / "_fichiers" / "tuyau.pdf")
    reading = _read(data)
    assert reading == Reading((), (), frozenset({"affiche.pdf", "images/cuisine.jpg", "notes.yml"}))


@with_links
def test_a_linked_folder_of_files_is_not_listed(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/x.yml": "titre: X\n"})
    (data / "_fichiers").symlink_to(tmp_path, target_is_directory=True)
    assert _read(data).fichiers == frozenset()


@pytest.mark.parametrize(
    ("name", "geste"),
    [
        (
            "plans/_fichiers/x.pdf",
            "si une fiche le montre, déplacez-le dans data/_fichiers/; sinon, retirez-le",
        ),
        ("plans/LISEZ-MOI.md", "si c'est une page du site, déplacez-le dans content/; sinon, retirez-le"),
    ],
)
def test_files_are_put_beside_the_collections_only(tmp_path: Path, name: str, geste: str) -> None:
    reading = _read(write(tmp_path, {name: "x"}))
    assert _told(reading) == [
        _misplaced(
            f"data/{name}",
            "ce n'est pas une fiche",
            geste,
        )
    ]


@with_links
def test_a_link_is_never_followed(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/x.yml": "titre: X\n"})
    secret = tmp_path / "secret.yml"
    secret.write_text("nom: caché\n", encoding="utf-8")
    (data / "plans/lien.yml").symlink_to(secret)
    (data / "plans/casse.yml").symlink_to(tmp_path / "absent")
    (data / "projets").symlink_to(tmp_path, target_is_directory=True)
    reading = _read(data)
    assert [one.record.id for one in reading.records] == ["x"]
    assert _told(reading) == [
        _misplaced("data/plans/casse.yml", *_LINK),
        _misplaced("data/plans/lien.yml", *_LINK),
        _misplaced("data/projets", *_LINK),
    ]


@with_pipes
def test_a_pipe_or_a_folder_named_as_a_record_is_never_opened(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/dossier.yml/x.yml": "nom: A\n"})
    os.mkfifo(data / "plans" / "tuyau.yml")
    assert _told(_read(data)) == [
        _misplaced(
            "data/plans/dossier.yml",
            "c'est un dossier, dont le nom finit comme celui d'une fiche",
            "retirez .yml de son nom",
        ),
        _misplaced(
            "data/plans/tuyau.yml",
            "ce n'est pas un fichier ordinaire",
            "mettez à sa place un fichier de texte",
        ),
    ]


def test_a_huge_file_is_told_without_being_read(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/x.yml": ""})
    with (data / "plans/x.yml").open("wb") as file:
        file.truncate(1 << 40)
    [found] = _read(data).problems
    assert (found.place, found.code) == ("data/plans/x.yml:1:1", "YAML-19")


@with_any_name
def test_a_name_that_is_no_text_is_told_and_can_be_printed(tmp_path: Path) -> None:
    data = write(tmp_path, {"plans/x.yml": "titre: X\n"})
    Path(os.fsdecode(os.fsencode(data) + b"/plans/\xe9.yml")).write_text("nom: A\n", encoding="utf-8")
    reading = _read(data)
    assert [str(problem).encode()[:30] for problem in reading.problems] == [b"ERREUR data/plans/?.yml:1:1 [Y"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert _told(_read(tmp_path / "data")) == [_misplaced("data", *_UNREADABLE)]
