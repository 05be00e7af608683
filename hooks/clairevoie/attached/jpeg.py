"""JPEG: segments, each with its marker and its length, then the picture itself, which ends at the next marker."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from clairevoie.attached.exif import upright_only
from clairevoie.attached.unfit import CUT, refuse_size, refuse_tail

_START, _END, _SCAN, _JFIF, _EXIF, _COLOURS, _ADOBE = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
# Frames, tables and intervals: what the picture is made of.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SHOWN = _FRAMES | {0xC4, 0xCC, 0xDA, 0xDB, 0xDC, 0xDD}
# Applications and comments: what a camera, a program or a person says of it.
_TOLD = frozenset(range(0xE0, 0xF0)) | {0xFE}
_EXIF_HEAD, _COLOURS_HEAD, _ADOBE_HEAD = b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
# A marker that ends the picture: neither a byte of it, nor a restart, nor filling.
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def clean(data: bytes) -> bytes:
    """The picture without what it says of itself, but its colours and which way up it is."""
    kept, framed, scanned = [b"\xff\xd8"], False, False
    for marker, body, picture in _segments(data):
        if marker in _FRAMES:
            _check_frame(body)
            framed = True
        scanned |= marker == _SCAN
        if marker in _SHOWN:
            kept.append(_segment(marker, body) + picture)
        elif marker in _TOLD:
            kept.append(_needed(marker, body))
        else:
            raise CUT
    if not framed or not scanned:
        raise CUT
    return b"".join((*kept, b"\xff\xd9"))


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each marker, its body, and the picture that follows it, if any; the first and the last markers apart."""
    at = 2
    while True:
        while data.startswith(b"\xff\xff", at):
            at += 1
        if _NEXT.match(data, at) is None:
            raise CUT
        marker = data[at + 1]
        if marker == _END:
            break
        if marker == _START or at + 4 > len(data):
            raise CUT
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise CUT
        following = end
        if marker == _SCAN:
            following = found.start() if (found := _NEXT.search(data, end)) else len(data)
        yield marker, data[at + 4 : end], data[end:following]
        at = following
    # Phones put other pictures of the same moment behind the first: they are left behind too.
    if not data.startswith(b"\xff\xd8\xff", at + 2):
        refuse_tail(data, at + 2)


def _needed(marker: int, body: bytes) -> bytes:
    """What colours and orientation need of such a segment."""
    if marker == _JFIF and body.startswith(b"JFIF\0"):
        if len(body) < 14 or len(body) != 14 + 3 * body[12] * body[13]:
            raise CUT  # its length is a way to begin a script
        return _segment(marker, body[:12] + b"\0\0")
    if marker == _COLOURS and body.startswith(_COLOURS_HEAD):
        return _segment(marker, body)
    if marker == _ADOBE and body.startswith(_ADOBE_HEAD):
        return _segment(marker, body[:12])
    if marker == _EXIF and body.startswith(_EXIF_HEAD):
        turned = upright_only(body[len(_EXIF_HEAD) :])
        return _segment(marker, _EXIF_HEAD + turned) if turned else b""
    return b""


def _check_frame(body: bytes) -> None:
    if len(body) < 6:
        raise CUT
    height, width = struct.unpack_from(">HH", body, 1)
    refuse_size(width, height)


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
