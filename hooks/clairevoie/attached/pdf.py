"""PDF: what it could do when it is opened is refused; who wrote it is blanked where it stands.

A document is not taken apart: its objects call each other by their place in the file, so that what is blanked keeps its
length. Objects may be packed together and compressed; those are unpacked to be looked at, and cannot be blanked.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from clairevoie.attached.unfit import CUT, Unfit, refuse_scripts, refuse_tail

# What a name of a document asks for, in the words of the message.
_ASKED = {
    "JavaScript": "contient un script",
    "Launch": "peut lancer un programme",
    "EmbeddedFile": "contient un autre fichier",
    "EmbeddedFiles": "contient un autre fichier",
    "GoToE": "contient un autre fichier",
    "RichMedia": "contient un objet animé",
    "Rendition": "contient un objet animé",
    "SubmitForm": "envoie ce qu'on y écrit à un autre site",
    "ImportData": "va lire un autre fichier",
    "XFA": "contient un formulaire qui s'exécute",
    "Encrypt": "est protégé par un mot de passe",
}
_NAME = re.compile(rb"/(" + "|".join(_ASKED).encode() + rb")(?=[\s/<>\[\]()%]|$)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PRINTED = "imprimez-le dans un nouveau PDF (Fichier, Imprimer, « Enregistrer en PDF »), et déposez celui-là"
_EOF = b"%%EOF"
# Where the bytes of a stream begin; its dictionary stands just before.
_STREAM = re.compile(rb">>\s{0,20}stream\r?\n")
_OBJECT = b"obj"
# What holds objects, or says who wrote the document; the rest shows something.
_PACKED = re.compile(rb"/(?:ObjStm|First|Metadata)\b")
_FILTER = re.compile(rb"/(?:FlateDecode|Fl)\b")
_FILTERED = re.compile(rb"/Filter\b")
# Bytes unpacked, of each stream and in all.
_LARGEST, _MOST = 8_000_000, 64_000_000
_AUTHOR = re.compile(rb"/Author\s*(?=[(<\d])")
_TEXT = re.compile(rb"\((?:[^()\\]|\\.){0,4000}\)|<[0-9A-Fa-f\s]{0,4000}>", re.DOTALL)
_WRITTEN_BY = re.compile(
    rb"<(dc:creator|dc:contributor|pdf:Author|xmp:Author)\b[^>]{0,500}>.{0,4000}?</\1>"
    rb"|\b(?:pdf|xmp):Author\s{0,20}=\s{0,20}(?:'[^']{0,4000}'|\"[^\"]{0,4000}\")",
    re.DOTALL,
)
# No document says so often who wrote it; looking for the end of each would have none.
_MARKS, _MOST_MARKS = (b"/Author", b"dc:creator", b"dc:contributor", b":Author"), 500
_CAMERA = re.compile(rb"\xff\xe1(..)Exif\0\0", re.DOTALL)
_UNKNOWN = "ne peut pas être vérifié en entier"


def clean(data: bytes) -> bytes:
    """The document without its author, nor the cameras of its photographs."""
    end = data.rfind(_EOF)
    if end < 0:
        raise CUT
    refuse_tail(data, end + len(_EOF))
    _refuse_asked(data)
    for unpacked in _unpacked(data):
        refuse_scripts(unpacked)
        _refuse_asked(unpacked)
        if _without_author(unpacked) != unpacked:
            raise _signed()
    cleaned = _without_cameras(_without_author(data))
    if cleaned != data and b"/ByteRange" in data:
        raise _signed()
    return cleaned


def _signed() -> Unfit:
    return Unfit("dit qui l'a écrit, d'une façon qui ne s'efface pas", _PRINTED)


def _refuse_asked(data: bytes) -> None:
    plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data)
    for text in (data, plain):
        if found := _NAME.search(text):
            raise Unfit(_ASKED[found[1].decode()], _PRINTED)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What the streams that hold no picture nor page say."""
    left = _MOST
    before = 0
    for found in _STREAM.finditer(data):
        start = max(before, data.rfind(_OBJECT, before, found.start()))
        head = _ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), data[start : found.end()])
        before = found.end()
        if not _PACKED.search(head) or not _FILTERED.search(head):
            continue
        if not _FILTER.search(head) or b"/Predictor" in head:
            raise Unfit(_UNKNOWN, _PRINTED)
        unpacker = zlib.decompressobj()
        try:
            said = unpacker.decompress(data[found.end() : data.find(b"endstream", found.end())], _LARGEST)
        except zlib.error:
            raise CUT from None
        left -= len(said)
        if not unpacker.eof or left < 0:
            raise Unfit(_UNKNOWN, _PRINTED)
        yield said


def _without_author(data: bytes) -> bytes:
    """The same, of the same length."""
    if sum(map(data.count, _MARKS)) > _MOST_MARKS:
        raise Unfit(_UNKNOWN, _PRINTED)
    kept, at = [], 0
    for found in _AUTHOR.finditer(data):
        text = _TEXT.match(data, found.end())
        if text is None:
            raise _signed()
        if text.end() - text.start() > 2:
            blank = b" " * (len(text[0]) - 2) if text[0][:1] == b"(" else b"20" * ((len(text[0]) - 2) // 2)
            kept += [data[at : text.start() + 1], blank.ljust(len(text[0]) - 2)]
            at = text.end() - 1
    whole = b"".join((*kept, data[at:]))
    return _WRITTEN_BY.sub(lambda found: b" " * len(found[0]), whole)


def _without_cameras(data: bytes) -> bytes:
    """The same, of the same length: its photographs are JPEG as they came."""
    whole, done = bytearray(data), 0
    for found in _CAMERA.finditer(data):
        start, end = found.end(), found.start() + 2 + int.from_bytes(found[1], "big")
        if done <= start <= end <= len(data):
            whole[start:end], done = bytes(end - start), end
    return bytes(whole)
