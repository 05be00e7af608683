"""Pictures and documents to download: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences, write
from tests.aides.systeme import with_links

COMITE = "comites/table-de-quartier.yml"
DOCUMENT = "documents/rapport.yml"
_NAME = "son nom ne convient pas à une adresse du site"
_KIND = "un fichier de ce genre n'est pas publié (seulement png, jpg, jpeg, webp, pdf)"


def _missing(place: str, name: str, near: str = "") -> str:
    meant = f"vouliez-vous dire « {near} »? Sinon, " if near else ""
    return (
        f"ERREUR data/{place} [FIC-01]\n"
        f"  Le fichier « {name} » n'existe pas dans data/_fichiers/.\n"
        f"  Pour corriger : {meant}déposez-le dans data/_fichiers/, nommé en minuscules sans accent ni espace."
    )


def _picture(name: str) -> dict[str, str]:
    typed = f'images: [{{fichier: "{name}", texte_alternatif: Des gens}}]\n'
    return {**DEPART, COMITE: DEPART[COMITE] + typed}


def _document(name: str) -> dict[str, str]:
    return {**DEPART, DOCUMENT: DEPART[DOCUMENT] + f"fichier: '{name}'\n"}


@pytest.mark.parametrize("name", ["cuisine.jpg", "images/2026/cuisine-collective.webp", "a.png", "a.jpeg"])
def test_a_picture_that_is_there_says_nothing(tmp_path: Path, name: str) -> None:
    assert sentences(tmp_path, {**_picture(name), f"_fichiers/{name}": "x"}, "FIC-01") == []


def test_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert sentences(tmp_path, _picture("cuisine.jpg"), "FIC-01") == [
        _missing(f"{COMITE}:6:20", "cuisine.jpg")
    ]


def test_the_nearest_file_fit_for_an_address_is_suggested(tmp_path: Path) -> None:
    files = {**_document("affiches.pdf"), "_fichiers/affiche.pdf": "x", "_fichiers/Affiches.pdf": "x"}
    assert sentences(tmp_path, files, "FIC-01") == [
        _missing(f"{DOCUMENT}:4:10", "affiches.pdf", "affiche.pdf")
    ]


@pytest.mark.parametrize(
    ("name", "why", "what_to_do"),
    [
        ("Affiche.pdf", _NAME, "renommez le fichier, et écrivez fichier: affiche.pdf"),
        ("une affiche.pdf", _NAME, "renommez le fichier, et écrivez fichier: une-affiche.pdf"),
        ("Été 2026/été.PDF", _NAME, "renommez le fichier, et écrivez fichier: ete-2026/ete.pdf"),
        (".affiche.pdf", _NAME, "renommez le fichier, et écrivez fichier: affiche.pdf"),
        ("affiche.exe", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
        ("affiche", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
        ("plan.svg", _KIND, "enregistrez-le en .pdf, .png ou .jpg"),
    ],
)
def test_a_file_that_is_there_and_cannot_be_published_says_why(
    tmp_path: Path, name: str, why: str, what_to_do: str
) -> None:
    files = {**_document(name), f"_fichiers/{name}": "x"}
    assert sentences(tmp_path, files, "FIC-01") == [
        f"ERREUR data/{DOCUMENT}:4:10 [FIC-01]\n"
        f"  Le fichier « {name} » est là, mais {why}.\n"
        f"  Pour corriger : {what_to_do}."
    ]


@pytest.mark.parametrize(
    ("name", "what_to_do"),
    [
        (
            "Procès-verbal 6 octobre.docx",
            "exportez-le en PDF (Fichier, Exporter ou Enregistrer sous, PDF), sous le nom "
            "proces-verbal-6-octobre.pdf, et écrivez fichier: proces-verbal-6-octobre.pdf",
        ),
        (
            "images/IMG_0012.HEIC",
            "exportez l'image en JPEG, sous le nom images/img-0012.jpg, et écrivez fichier: images/img-0012.jpg",
        ),
    ],
)
def test_a_file_to_be_exported_says_how_and_under_what_name(
    tmp_path: Path, name: str, what_to_do: str
) -> None:
    (told,) = sentences(tmp_path, {**_document(name), f"_fichiers/{name}": "x"}, "FIC-01")
    assert told.endswith(f"  Pour corriger : {what_to_do}.")


_SEEN = (
    "  Rien ne dit si des gens peuvent être reconnus sur cette image, ni s'ils ont dit oui.\n"
    "  Pour corriger : ajoutez personne_reconnaissable: false si personne ne peut être reconnu; sinon, ajoutez "
    'consentement: "Oui écrit, janvier 2026" (comment et quand, sans nom), qui n\'est jamais publié.'
)


def _image(name: str, said: str) -> dict[str, str]:
    typed = f"images: [{{fichier: {name}, texte_alternatif: Des gens{said}}}]\n"
    return {**DEPART, COMITE: DEPART[COMITE] + typed, f"_fichiers/{name}": "x"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.jpg", ""),
        ("a.jpeg", ", personne_reconnaissable: true"),
        ("a.webp", ", credit: Maison"),
        ("a.png", ", personne_reconnaissable: true"),
    ],
)
def test_a_photograph_says_whether_someone_may_be_recognised(tmp_path: Path, name: str, said: str) -> None:
    assert sentences(tmp_path, _image(name, said), "FIC-05") == [
        f"ERREUR data/{COMITE}:6:20 [FIC-05]\n{_SEEN}"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.jpg", ", personne_reconnaissable: false"),
        ("a.jpg", ', consentement: "Oui écrit, janvier 2026"'),
        ("a.webp", ', personne_reconnaissable: true, consentement: "Oui écrit, janvier 2026"'),
        ("a.png", ""),
    ],
)
def test_a_photograph_that_says_so_and_a_drawing_are_silent(tmp_path: Path, name: str, said: str) -> None:
    assert sentences(tmp_path, _image(name, said), "FIC-05") == []


@pytest.mark.parametrize(
    "name",
    ["Images/Cuisine.jpg", "data/_fichiers/images/cuisine.jpg", "./images/cuisine.jpg", "images/cuisïne.jpg"],
)
def test_a_file_that_is_there_under_another_name_is_shown_under_its_own(tmp_path: Path, name: str) -> None:
    assert sentences(tmp_path, {**_document(name), "_fichiers/images/cuisine.jpg": "x"}, "FIC-01") == [
        f"ERREUR data/{DOCUMENT}:4:10 [FIC-01]\n"
        f"  Le fichier « {name} » porte un autre nom dans data/_fichiers/.\n"
        "  Pour corriger : écrivez fichier: images/cuisine.jpg."
    ]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, {**_document("images"), "_fichiers/images/cuisine.jpg": "x"}, "FIC-01")
    assert "« images » est un dossier de data/_fichiers/." in told
    assert "écrivez un de ses fichiers : fichier: images/cuisine.jpg." in told


def test_a_file_of_another_kind_is_proposed(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, {**_document("affiche.png"), "_fichiers/affiche.jpg": "x"}, "FIC-01")
    assert "vouliez-vous dire « affiche.jpg »?" in told


@pytest.mark.parametrize(
    "name", ["../secret.pdf", "/secret.pdf", "images/../secret.pdf", "images\\secret.pdf", "./a.pdf"]
)
def test_no_file_is_taken_from_elsewhere(tmp_path: Path, name: str) -> None:
    files = {**_document(name), "secret.pdf": "x", "_fichiers/images/autre.txt": "x"}
    assert sentences(tmp_path, files, "FIC-01") == [_missing(f"{DOCUMENT}:4:10", name)]


@with_links
def test_a_linked_file_is_not_published(tmp_path: Path) -> None:
    data = write(tmp_path, {"_fichiers/autre.txt": "x"})
    secret = tmp_path / "secret.pdf"
    secret.write_text("x", encoding="utf-8")
    (data / "_fichiers/affiche.pdf").symlink_to(secret)
    assert sentences(tmp_path, _document("affiche.pdf"), "FIC-01") == [
        _missing(f"{DOCUMENT}:4:10", "affiche.pdf")
    ]
