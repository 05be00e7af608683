"""Files put in `data/_fichiers/`: what was dropped there, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.attached import LARGEST
from clairevoie.model import COLLECTIONS
from clairevoie.read import data_fingerprint
from clairevoie.read.files import check_files
from tests.aides.attaches import jpeg, pdf, png, segment
from tests.aides.stories import sentences, write

_NAME = "son nom ne convient pas à une adresse du site"
_KIND = "un fichier de ce genre n'est pas publié (seulement png, jpg, jpeg, webp, pdf)"
_AGAIN = "exportez-le de nouveau depuis le logiciel qui l'a fait"
_PDF = "exportez-le en PDF (Fichier, Exporter ou Enregistrer sous, PDF), sous le nom"
_JPEG = "exportez l'image en JPEG, sous le nom"


def _told(folder: Path, files: dict[str, bytes]) -> list[str]:
    data = write(folder, {f"_fichiers/{name}": content for name, content in files.items()})
    return [str(one) for one in check_files(data)]


def test_pictures_and_documents_that_may_be_published_say_nothing(tmp_path: Path) -> None:
    camera = jpeg(segment(0xE1, b"Exif\0\0II*\0"))
    files = {"a.png": png(), "images/2026/b.jpg": camera, "c.jpeg": jpeg(), "d.pdf": pdf()}
    assert _told(tmp_path, files) == []


def test_what_systems_leave_there_is_nobody_s(tmp_path: Path) -> None:
    names = (".gitkeep", ".DS_Store", "Thumbs.db", "images/desktop.ini", "a.pdf~", "._a.png")
    assert _told(tmp_path, dict.fromkeys(names, b"x")) == []


@pytest.mark.parametrize(
    ("name", "constat", "geste"),
    [
        ("Procès-verbal 6 octobre.pdf", _NAME, "renommez-le proces-verbal-6-octobre.pdf"),
        ("IMG_0012.JPG", _NAME, "renommez-le img-0012.jpg"),
        ("Été 2026/Fête (1).PNG", _NAME, "renommez-le ete-2026/fete-1.png"),
        ("l’œuvre.webp", _NAME, "renommez-le l-oeuvre.webp"),
        ("😀.pdf", _NAME, "renommez-le fichier.pdf"),
        ("Compte rendu.docx", _KIND, f"{_PDF} compte-rendu.pdf"),
        ("budgets/Budget 2026.xlsx", _KIND, f"{_PDF} budgets/budget-2026.pdf"),
        ("IMG_0012.HEIC", _KIND, f"{_JPEG} img-0012.jpg"),
        ("logo.gif", _KIND, f"{_JPEG} logo.jpg"),
        ("logo.svg", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
        ("macro.docm", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
        ("page.html", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
        ("affiche", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
        ("affiche.pdf.exe", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
        ("a.html.pdf", _NAME, "renommez-le a-html.pdf"),
    ],
)
def test_a_name_that_editors_really_have_is_told_with_the_one_to_give(
    tmp_path: Path, name: str, constat: str, geste: str
) -> None:
    assert _told(tmp_path, {name: b"x"}) == [
        f"ERREUR data/_fichiers/{name} [FIC-03]\n"
        f"  Ce fichier ne peut pas être publié : {constat}.\n"
        f"  Pour corriger : {geste}."
    ]


def test_the_name_to_give_is_one_that_is_published(tmp_path: Path) -> None:
    (told,) = _told(tmp_path / "avant", {"Procès-verbal 6 octobre.pdf": pdf()})
    name = told.rstrip(".").rpartition(" ")[2]
    assert _told(tmp_path / "apres", {name: pdf()}) == []


def test_a_name_cannot_give_orders_to_a_terminal(tmp_path: Path) -> None:
    (told,) = _told(tmp_path, {"a\x1b[31m\n::error::.pdf": pdf()})
    assert told.startswith("ERREUR data/_fichiers/a?[31m?::error::.pdf [FIC-03]\n")


@pytest.mark.parametrize(
    ("content", "quoi", "remede"),
    [
        (b"", "est vide", _AGAIN),
        (png(), "n'est pas ce que son nom annonce (jpg)", "renommez-le photo.png"),
        (jpeg()[:-2], "est incomplet ou abîmé", _AGAIN),
        (jpeg(tail=b"<script>"), "contient une page Web ou un script", _AGAIN),
        (b"\xff" * (LARGEST + 1), "fait plus de 10 Mo", "réduisez-le avant de le déposer"),
    ],
)
def test_a_file_that_may_not_be_published_is_told_at_its_own_place(
    tmp_path: Path, content: bytes, quoi: str, remede: str
) -> None:
    assert _told(tmp_path, {"images/photo.jpg": content}) == [
        f"ERREUR data/_fichiers/images/photo.jpg [FIC-04]\n  Ce fichier {quoi}.\n  Pour corriger : {remede}."
    ]


def test_a_file_that_did_not_change_is_not_taken_apart_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, cache = write(tmp_path, {"_fichiers/a.png": png(), "_fichiers/b.pdf": b""}), tmp_path / "cache"
    first = check_files(data, cache)
    assert [one.code for one in first] == ["FIC-04"]
    monkeypatch.delattr("clairevoie.read.files.clean")
    assert check_files(data, cache) == first
    monkeypatch.undo()
    write(tmp_path, {"_fichiers/b.pdf": pdf(), "_fichiers/a.png": b""})
    assert [one.file for one in check_files(data, cache)] == ["data/_fichiers/a.png"]


def test_other_bytes_under_the_same_name_are_another_folder(tmp_path: Path) -> None:
    names = tuple(COLLECTIONS)
    before = data_fingerprint(write(tmp_path, {"_fichiers/a.png": png()}), names)
    assert data_fingerprint(write(tmp_path, {"_fichiers/a.png": png()}), names) == before
    assert data_fingerprint(write(tmp_path, {"_fichiers/a.png": png(2, 1)}), names) != before


@pytest.mark.parametrize(
    ("name", "geste"),
    [
        ("projets/photo.jpg", "déplacez-le dans data/_fichiers/"),
        ("projets/IMG_0012.JPG", "déplacez-le dans data/_fichiers/, sous le nom img-0012.jpg"),
        (
            "Procès-verbal 6 octobre.pdf",
            "déplacez-le dans data/_fichiers/, sous le nom proces-verbal-6-octobre.pdf",
        ),
        ("documents/Avis.docx", f"{_PDF} avis.pdf, dans data/_fichiers/"),
        ("images/IMG_1.HEIC", f"{_JPEG} img-1.jpg, dans data/_fichiers/"),
    ],
)
def test_a_file_dropped_among_the_records_is_told_where_to_go(tmp_path: Path, name: str, geste: str) -> None:
    assert sentences(tmp_path, {name: b"x"}, "YAML-20") == [
        f"ERREUR data/{name}:1:1 [YAML-20]\n"
        f"  « data/{name} » ne serait pas publié : ce n'est pas une fiche.\n"
        f"  Pour corriger : si une fiche le montre, {geste}; sinon, retirez-le."
    ]
