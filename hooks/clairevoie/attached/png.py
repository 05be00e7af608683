"""PNG: chunks, each with its length, its name and its sum."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from clairevoie.attached.exif import upright_only
from clairevoie.attached.unfit import CUT, STILL, Unfit, refuse_size, refuse_tail

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What the picture is made of, and its colours. Texts, dates, cameras and what nobody knows are left behind.
_SHOWN = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"),
        *(b"sBIT", b"bKGD", b"pHYs"),
    }
)


def clean(data: bytes) -> bytes:
    """The picture without what it says of itself."""
    kept, names = [_SIGNATURE], []
    for name, body in _chunks(data):
        names.append(name)
        if name == b"acTL":
            raise Unfit("est une image animée, que personne ne peut arrêter", STILL)
        if name in _SHOWN:
            kept.append(_chunk(name, body))
        elif name == b"eXIf" and (turned := upright_only(body)):
            kept.append(_chunk(name, turned))
    if names[:1] != [b"IHDR"] or names.count(b"IHDR") != 1 or b"IDAT" not in names:
        raise CUT
    return b"".join(kept)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(_SIGNATURE), b""
    while name != b"IEND":
        if at + 12 > len(data):
            raise CUT
        length, name = struct.unpack_from(">I4s", data, at)
        body, end = data[at + 8 : at + 8 + length], at + 12 + length
        if end > len(data) or data[end - 4 : end] != _sum(name, body):
            raise CUT
        if name == b"IHDR":
            _check_head(body)
        if name == b"IEND" and body:
            raise CUT
        yield name, body
        at = end
    refuse_tail(data, at)


def _check_head(body: bytes) -> None:
    if len(body) != 13:
        raise CUT
    refuse_size(*struct.unpack_from(">II", body))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + _sum(name, body)


def _sum(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))
