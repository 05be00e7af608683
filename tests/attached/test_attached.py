"""What is published of a picture or of a document: all that shows, to the byte, and nothing that it hides."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.attached import Unfit, clean
from tests.aides.attaches import (
    JFIF,
    SECRET,
    SECRETS,
    chunk,
    exif,
    jpeg,
    packed,
    pdf,
    png,
    riff,
    segment,
    webp,
)

_XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
_COLOURS = segment(0xE2, b"ICC_PROFILE\0\x01\x01" + b"x" * 32)

CLEAN = {
    "a.png": png(),
    "a.jpg": jpeg(),
    "a.jpeg": jpeg(_COLOURS, segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")),
    "a.webp": webp(flags=0),
    "a.pdf": pdf(),
}
# What tells too much, and the same once it tells nothing.
TELLING = {
    "png-texts": (
        "a.png",
        png(1, 1, *(chunk(name, SECRET) for name in (b"tEXt", b"zTXt", b"iTXt", b"tIME"))),
        png(),
    ),
    "png-camera": ("a.png", png(1, 1, chunk(b"eXIf", exif())), png()),
    "png-unknown": ("a.png", png(1, 1, chunk(b"caBX", SECRET)), png()),
    "jpeg-camera": ("a.jpg", jpeg(segment(0xE1, b"Exif\0\0" + exif())), jpeg()),
    "jpeg-xmp": ("a.jpg", jpeg(segment(0xE1, _XMP)), jpeg()),
    "jpeg-iptc": ("a.jpg", jpeg(segment(0xED, b"Photoshop 3.0\0" + SECRET)), jpeg()),
    "jpeg-comment": ("a.jpg", jpeg(segment(0xFE, SECRET)), jpeg()),
    "jpeg-unknown": ("a.jpg", jpeg(segment(0xEB, SECRET), segment(0xE2, b"MPF\0" + SECRET)), jpeg()),
    "jpeg-small-one": ("a.jpg", jpeg(head=segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01abc")), jpeg()),
    "jpeg-of-a-burst": ("a.jpg", jpeg(tail=jpeg(segment(0xFE, SECRET))), jpeg()),
    "webp": (
        "a.webp",
        webp(riff(b"EXIF", exif()), riff(b"XMP ", SECRET), riff(b"ABCD", SECRET)),
        webp(flags=0),
    ),
    "pdf-author": (
        "a.pdf",
        pdf(b"<</Author(SECRET-NOM)/Title(Avis)>>"),
        pdf(b"<</Author(          )/Title(Avis)>>"),
    ),
    "pdf-author-in-hexadecimal": ("a.pdf", pdf(b"<</Author<FEFF0041>>>"), pdf(b"<</Author<20202020>>>")),
    "pdf-xmp": (
        "a.pdf",
        pdf(
            b"<</Type/Metadata>>stream\n<dc:creator>SECRET-NOM</dc:creator><dc:title>A</dc:title>\nendstream "
        ),
        pdf(b"<</Type/Metadata>>stream\n" + b" " * 35 + b"<dc:title>A</dc:title>\nendstream "),
    ),
}
_AGAIN = "exportez-le de nouveau depuis le logiciel qui l'a fait"
_PRINTED = "imprimez-le dans un nouveau PDF (Fichier, Imprimer, « Enregistrer en PDF »), et déposez celui-là"
_CUT = ("est incomplet ou abîmé", _AGAIN)
_TAIL = ("contient autre chose après sa fin", _AGAIN)
_PAGE = ("contient une page Web ou un script", _AGAIN)
_ZIP = ("contient aussi une archive ZIP", _AGAIN)
_STILL = ("est une image animée, que personne ne peut arrêter", "gardez une seule image, qui ne bouge pas")
_SCRIPT = ("contient un script", _PRINTED)
_FILE = ("contient un autre fichier", _PRINTED)
_ARCHIVE = b"PK\x03\x04abc" + b"PK\x05\x06" + b"\0" * 18


def _large(size: str) -> tuple[str, str]:
    return (
        f"est une image de {size} pixels; la limite est de 50 millions de pixels, et de 20 000 de côté",
        "réduisez l'image, par exemple à 2 000 pixels de large, et déposez-la de nouveau",
    )


UNFIT = {
    "empty": ("a.png", b"", ("est vide", _AGAIN)),
    "other": ("a.png", b"GIF89a", ("n'est pas ce que son nom annonce (png)", _AGAIN)),
    "gif-script": ("a.jpg", b"GIF89a/*abc*/=1;alert(1)", ("n'est pas ce que son nom annonce (jpg)", _AGAIN)),
    "mislabelled": (
        "images/a.png",
        jpeg(),
        ("n'est pas ce que son nom annonce (png)", "renommez-le a.jpg"),
    ),
    "svg": ("a.png", b"<svg onload='alert(1)'/>", ("n'est pas ce que son nom annonce (png)", _AGAIN)),
    "cut-png": ("a.png", png()[:-9], _CUT),
    "cut-jpeg": ("a.jpg", jpeg()[:-2], _CUT),
    "cut-webp": ("a.webp", webp()[:-2], _CUT),
    "cut-pdf": ("a.pdf", pdf()[:-8], _CUT),
    "png-forged": ("a.png", png().replace(b"IDAT", b"IDOT"), _CUT),
    "jpeg-without-picture": ("a.jpg", b"\xff\xd8" + JFIF + b"\xff\xd9", _CUT),
    "jpeg-script": ("a.jpg", jpeg(head=segment(0xE0, b"JFIF\0".ljust(0x2F2A - 2, b"*"))), _CUT),
    "png-page": ("a.png", png(tail=b"<ScRiPt>alert(1)</script>"), _PAGE),
    "png-page-in-a-text": ("a.png", png(1, 1, chunk(b"tEXt", b"a\0<script>alert(1)</script>")), _PAGE),
    "png-words": ("a.png", png(tail=b"alert(1)"), _TAIL),
    "png-archive": ("a.png", png(tail=_ARCHIVE), _ZIP),
    "jpeg-php": ("a.jpg", jpeg(segment(0xFE, b"<?php system('id');")), _PAGE),
    "jpeg-film": ("a.jpg", jpeg(tail=b"\0\0\0\x18ftypmp42"), _TAIL),
    "webp-words": ("a.webp", webp(tail=b"alert(1)"), _TAIL),
    "pdf-page": ("a.pdf", pdf(tail=b"<html><body>"), _PAGE),
    "pdf-words": ("a.pdf", pdf(tail=b"alert(1)"), _TAIL),
    "pdf-archive": ("a.pdf", pdf(b"<<>>stream\n" + _ARCHIVE + b"\nendstream "), _ZIP),
    "png-bomb": ("a.png", png(30_000, 30_000), _large("30 000 sur 30 000")),
    "png-ribbon": ("a.png", png(20_001, 1), _large("20 001 sur 1")),
    "png-nothing": ("a.png", png(0, 1), _CUT),
    "jpeg-bomb": ("a.jpg", jpeg(width=65_000, height=65_000), _large("65 000 sur 65 000")),
    "webp-bomb": ("a.webp", webp(width=16_000, height=16_000), _large("16 000 sur 16 000")),
    "png-animated": ("a.png", png(1, 1, chunk(b"acTL", b"\0" * 8)), _STILL),
    "webp-animated": ("a.webp", webp(flags=2), _STILL),
    "pdf-script": ("a.pdf", pdf(b"<</S/JavaScript/JS(app.alert(1))>>"), _SCRIPT),
    "pdf-script-escaped": ("a.pdf", pdf(b"<</S/J#61vaScript/JS(app.alert(1))>>"), _SCRIPT),
    "pdf-script-packed": ("a.pdf", pdf(packed(b"5 0 <</S/JavaScript/JS(app.alert(1))>>")), _SCRIPT),
    "pdf-script-address": ("a.pdf", pdf(b"<</S/URI/URI(javascript:alert(1))>>"), _PAGE),
    "pdf-program": ("a.pdf", pdf(b"<</S/Launch/F(cmd.exe)>>"), ("peut lancer un programme", _PRINTED)),
    "pdf-file": ("a.pdf", pdf(b"<</Type/EmbeddedFile>>"), _FILE),
    "pdf-files": ("a.pdf", pdf(b"<</Names<</EmbeddedFiles 5 0 R>>>>"), _FILE),
    "pdf-form": ("a.pdf", pdf(b"<</XFA 5 0 R>>"), ("contient un formulaire qui s'exécute", _PRINTED)),
    "pdf-sends": (
        "a.pdf",
        pdf(b"<</S/SubmitForm>>"),
        ("envoie ce qu'on y écrit à un autre site", _PRINTED),
    ),
    "pdf-locked": ("a.pdf", pdf(trailer=b"/Encrypt 4 0 R"), ("est protégé par un mot de passe", _PRINTED)),
    "pdf-packed-otherwise": (
        "a.pdf",
        pdf(b"<</Type/ObjStm/First 4/Filter/LZWDecode>>stream\nabc\nendstream "),
        ("ne peut pas être vérifié en entier", _PRINTED),
    ),
    "pdf-packed-without-end": (
        "a.pdf",
        pdf(packed(b" " * 9_000_000)),
        ("ne peut pas être vérifié en entier", _PRINTED),
    ),
    "pdf-author-packed": (
        "a.pdf",
        pdf(packed(b"5 0 <</Author(SECRET-NOM)>>")),
        ("dit qui l'a écrit, d'une façon qui ne s'efface pas", _PRINTED),
    ),
    "pdf-signed": (
        "a.pdf",
        pdf(b"<</ByteRange[0 1 2 3]>>", b"<</Author(SECRET-NOM)>>"),
        ("dit qui l'a écrit, d'une façon qui ne s'efface pas", _PRINTED),
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_what_hides_nothing_is_published_to_the_byte(name: str) -> None:
    assert clean(name, CLEAN[name]) == CLEAN[name]


@pytest.mark.parametrize("case", TELLING)
def test_where_with_what_and_by_whom_stays_out_and_nothing_else_changes(case: str) -> None:
    name, typed, published = TELLING[case]
    assert clean(name, typed) == published
    assert not [secret for secret in SECRETS if secret in published]


def test_a_picture_taken_sideways_stays_so() -> None:
    for name, data in {
        "a.png": png(1, 1, chunk(b"eXIf", exif(6))),
        "a.jpg": jpeg(segment(0xE1, b"Exif\0\0" + exif(6))),
        "a.webp": webp(riff(b"EXIF", exif(6))),
    }.items():
        published = clean(name, data)
        assert not [secret for secret in SECRETS if secret in published]
        assert published.count(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0") == 1
        assert clean(name, published) == published


def test_the_camera_of_a_photograph_stays_out_of_the_document_that_shows_it() -> None:
    photograph = jpeg(segment(0xE1, b"Exif\0\0" + exif()))
    document = pdf(b"<</Subtype/Image/Filter/DCTDecode>>stream\n" + photograph + b"\nendstream ")
    published = clean("a.pdf", document)
    assert len(published) == len(document)
    assert not [secret for secret in SECRETS if secret in published]


@pytest.mark.parametrize("case", UNFIT)
def test_what_may_not_be_published_says_why_and_what_to_do(case: str) -> None:
    name, data, told = UNFIT[case]
    with pytest.raises(Unfit) as unfit:
        clean(name, data)
    assert (unfit.value.quoi, unfit.value.remede) == told


@given(st.sampled_from(sorted(TELLING)), st.data())
def test_whatever_byte_changes_it_is_published_or_refused(case: str, data: st.DataObject) -> None:
    name, typed, _ = TELLING[case]
    changed = bytearray(typed)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(changed)))
    try:
        published = clean(name, bytes(changed[: cut or None]))
    except Unfit:
        return
    assert clean(name, published) == published


ENDLESS = {
    "heads": b"<<" * 2_000_000,
    "authors": b"/Author(" * 500_000,
    "writers": b"<dc:creator>" * 400_000,
    "cameras": b"\xff\xe1\xff\xffExif\0\0" * 400_000,
    "packed": packed(b"1 0 a") * 50_000,
    "streams": b"<</First 1>>stream\n" * 200_000,
}


@pytest.mark.parametrize("case", ENDLESS)
def test_a_document_made_to_stop_the_machine_does_not(case: str) -> None:
    started = process_time()
    with suppress(Unfit):
        clean("a.pdf", pdf(ENDLESS[case]))
    assert process_time() - started < 5
