"""Nothing that a picture or a document hides is published, wherever it was put: what shows is, and the rest is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clairevoie.cli import main
from tests.aides.attaches import SECRETS, chunk, exif, jpeg, packed, pdf, png, riff, segment, webp
from tests.hostile.trial import Trial, cases

NAMES = cases("pictures_and_files/names.toml")
_ARCHIVE = b"PK\x03\x04abcPK\x05\x06" + b"\0" * 18
# What is told of each, wherever it stands.
HIDING = {
    "vide.png": b"",
    "page.png": b"<!doctype html><script>alert(1)</script>",
    "dessin.jpg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><foreignObject/></svg>",
    "autre.webp": png(),
    "image-et-page.png": png(tail=b"<html><script>alert(1)</script>"),
    "image-et-archive.jpg": jpeg(tail=_ARCHIVE),
    "image-et-programme.jpg": jpeg(head=segment(0xE0, b"JFIF\0/*".ljust(0x2F2A - 2, b"*"))),
    "gif-et-programme.jpg": b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)",
    "coupee.webp": webp()[:-3],
    "bombe.png": png(60_000, 60_000),
    "animee.webp": webp(flags=2),
    "script.pdf": pdf(b"<</S/JavaScript/JS(app.alert(1))>>"),
    "script-range.pdf": pdf(packed(b"5 0 <</S/J#61vaScript/JS(app.alert(1))>>")),
    "programme.pdf": pdf(b"<</Type/Action/S/Launch/F(calc.exe)>>"),
    "fichier.pdf": pdf(b"<</Type/Filespec/EF<</F 5 0 R>>>>", b"<</Type/EmbeddedFile>>stream\nx\nendstream "),
    "pdf-et-page.pdf": pdf(tail=b"<script>alert(1)</script>"),
    "ferme.pdf": pdf(trailer=b"/Encrypt 4 0 R"),
}
# What shows, and what the same says of whoever made it.
TELLING = {
    "photo.jpg": jpeg(segment(0xE1, b"Exif\0\0" + exif(6)), segment(0xFE, SECRETS[2])),
    "photo.webp": webp(riff(b"EXIF", exif()), riff(b"XMP ", SECRETS[0])),
    "capture.png": png(1, 1, chunk(b"tEXt", b"Author\0" + SECRETS[2]), chunk(b"eXIf", exif())),
    "avis.pdf": pdf(b"<</Author(" + SECRETS[2] + b")/Title(Avis)>>"),
}
_RECORD = "projets/cuisine-collective.yml"


@pytest.fixture
def attached(trial: Trial) -> Iterator[Path]:
    """The folder of the attached files, emptied afterwards; the site is as it was."""
    folder, record = trial.root / "data/_fichiers", trial.root / "data" / _RECORD
    typed = record.read_bytes()
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)
    record.write_bytes(typed)


@pytest.mark.parametrize("folder", ["data/_fichiers", "content/images"])
def test_what_hides_something_is_told_at_its_place(trial: Trial, attached: Path, folder: str) -> None:
    code = "FIC-04" if folder.startswith("data") else "PAG-03"
    (trial.root / folder).mkdir(exist_ok=True)
    for name, data in HIDING.items():
        (trial.root / folder / name).write_bytes(data)
    assert trial.told() == sorted((f"{folder}/{name}", "0:0", code) for name in HIDING)
    trial.assert_refused([code])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_or_a_place_that_does_not_fit_is_told(trial: Trial, attached: Path, name: str) -> None:
    case = NAMES[name]
    path = trial.root / case["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    try:
        assert [f"{file} {place} {code}" for file, place, code in trial.told()] == case["told"]
        trial.assert_refused([case["told"][0].rpartition(" ")[2]])
    finally:
        path.unlink()


def test_where_with_what_and_by_whom_are_published_nowhere_and_consents_neither(
    trial: Trial, attached: Path
) -> None:
    consent, record = "Oui verbal, un soir de mars", trial.root / "data" / _RECORD
    said = f'texte_alternatif: "Une salle", personne_reconnaissable: true, consentement: "{consent}"'
    shown = [name for name in TELLING if not name.endswith(".pdf")]
    images = "".join(f'  - {{fichier: "{name}", {said}}}\n' for name in shown)
    record.write_text(f"{record.read_text(encoding='utf-8')}images:\n{images}", encoding="utf-8")
    for name, data in TELLING.items():
        (attached / name).write_bytes(data)
        trial.write(f"images/{name}", data)
    assert trial.told() == []
    out = trial.root.parent / "publie"
    assert main(["construire", "--racine", str(trial.root), "--sortie", str(out)]) == 0
    try:
        for folder in ("fichiers", "images"):
            assert {path.name for path in (out / folder).iterdir()} == {*shown} | (
                set() if folder == "fichiers" else {"avis.pdf"}
            )
        told = [
            (path.name, secret)
            for path in out.rglob("*")
            if path.is_file()
            for secret in (*SECRETS, consent.encode())
            if secret in path.read_bytes()
        ]
        assert told == []
    finally:
        shutil.rmtree(out)
