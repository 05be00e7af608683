"""Small pictures and documents, written byte by byte: as they should be, and with what they may hide."""

from __future__ import annotations

import struct
import zlib

# « 45° 30' N », a camera, a name: what must never leave.
SECRETS = (b"SECRET-LIEU", b"SECRET-APPAREIL", b"SECRET-NOM")
SECRET = b" ".join(SECRETS)


def exif(orientation: int = 1) -> bytes:
    """What a camera writes: which way up, then what only it should know."""
    entries = struct.pack(
        "<HHHIIHHIII", 2, 0x0112, 3, 1, orientation, 0x010F, 2, len(SECRET) + 1, 8 + 2 + 24 + 4, 0
    )
    return b"II*\0" + struct.pack("<I", 8) + entries + SECRET + b"\0"


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of PNG, with its sum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int = 1, height: int = 1, *more: bytes, tail: bytes = b"") -> bytes:
    """A picture of one dot, whatever it says; `more` chunks stand before the picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + b"".join(more)
        + chunk(b"IDAT", zlib.compress(b"\0\x10\x80\xf0"))
        + chunk(b"IEND", b"")
        + tail
    )


def segment(marker: int, body: bytes) -> bytes:
    """A segment of JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


JFIF = segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")


def jpeg(*more: bytes, width: int = 8, height: int = 8, head: bytes = JFIF, tail: bytes = b"") -> bytes:
    """A grey square."""
    return b"".join(
        (
            b"\xff\xd8",
            head,
            *more,
            segment(0xDB, b"\0" + b"\x01" * 64),
            segment(0xC0, struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0)),
            segment(0xC4, b"\0\x01" + b"\0" * 15 + b"\0"),
            segment(0xC4, b"\x10\x01" + b"\0" * 15 + b"\0"),
            segment(0xDA, b"\x01\x01\0\0\x3f\0"),
            b"\x3f\xff\x00\xff\xd0\x3f",
            b"\xff\xd9",
            tail,
        )
    )


def riff(name: bytes, body: bytes) -> bytes:
    """A chunk of WebP."""
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp(*more: bytes, width: int = 1, height: int = 1, flags: int = 0x0C, tail: bytes = b"") -> bytes:
    """A picture with the long head, which says what follows it."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    lossless = b"\x2f" + struct.pack("<I", 0) + bytes.fromhex("0110d1ff0288e87f00")
    parts = b"WEBP" + riff(b"VP8X", bytes([flags, 0, 0, 0]) + size) + riff(b"VP8L", lossless) + b"".join(more)
    return b"RIFF" + struct.pack("<I", len(parts)) + parts + tail


def pdf(*objects: bytes, trailer: bytes = b"", tail: bytes = b"") -> bytes:
    """A document of one blank page; `objects` come after it."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>endobj\n"
        + b"".join(b"%d 0 obj%bendobj\n" % (rank, body) for rank, body in enumerate(objects, 4))
        + b"trailer<</Root 1 0 R"
        + trailer
        + b">>\n%%EOF\n"
        + tail
    )


def packed(said: bytes, head: bytes = b"/Type/ObjStm/N 1/First 4") -> bytes:
    """A stream that hides what it says, as the programs of offices do."""
    body = zlib.compress(said)
    return b"<<" + head + b"/Filter/FlateDecode/Length %d>>stream\n" % len(body) + body + b"\nendstream "
