"""Bytes compressed as gzip, under the same header whatever the moment, the system and the version of Python."""

from __future__ import annotations

import struct
import zlib

# The mark of gzip, « deflate », then neither a name, a moment, a degree nor a system (255: unknown).
_HEADER = b"\x1f\x8b\x08\x00" + b"\x00" * 4 + b"\x00" + b"\xff"


def gzipped(content: bytes, level: int = 9) -> bytes:
    """The content compressed at this level, 1 to 9."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    ending = struct.pack("<LL", zlib.crc32(content), len(content) & 0xFFFFFFFF)
    return _HEADER + deflate.compress(content) + deflate.flush() + ending
