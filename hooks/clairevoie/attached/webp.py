"""WebP: a RIFF file, made of chunks of an even length."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from clairevoie.attached.exif import upright_only
from clairevoie.attached.unfit import CUT, STILL, Unfit, refuse_size, refuse_tail

_SHOWN = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ICCP"})
# What the head of the file says of its chunks.
_ANIMATED, _XMP, _EXIF = 0x02, 0x04, 0x08
_EXIF_HEAD = b"Exif\0\0"


def clean(data: bytes) -> bytes:
    """The picture without what it says of itself."""
    head, kept, turned, pictures = b"", [], b"", 0
    for name, body in _chunks(data):
        if name in (b"VP8X", b"VP8 ", b"VP8L"):
            refuse_size(*_size(name, body))
        if name == b"VP8X":
            head = body
        elif name in _SHOWN:
            pictures += name in (b"VP8 ", b"VP8L")
            kept.append(_chunk(name, body))
        elif name == b"EXIF":
            turned = upright_only(body.removeprefix(_EXIF_HEAD))
    if pictures != 1:
        raise CUT
    if head:
        flags = (head[0] & ~(_XMP | _EXIF)) | (_EXIF if turned else 0)
        kept.insert(0, _chunk(b"VP8X", bytes([flags]) + head[1:10]))
        kept += [_chunk(b"EXIF", turned)] if turned else []
    whole = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    (length,) = struct.unpack_from("<I", data, 4)
    end = 8 + length
    if end > len(data):
        raise CUT
    refuse_tail(data, end)
    at = 12
    while at < end:
        if at + 8 > end:
            raise CUT
        name, size = struct.unpack_from("<4sI", data, at)
        if at + 8 + size > end:
            raise CUT
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _size(name: bytes, body: bytes) -> tuple[int, int]:
    if len(body) < 10:
        raise CUT
    if name == b"VP8X":
        if body[0] & _ANIMATED:
            raise Unfit("est une image animée, que personne ne peut arrêter", STILL)
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    bits = int.from_bytes(body[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)
