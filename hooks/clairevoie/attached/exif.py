"""Which way up a picture was taken: the only thing kept of what a camera writes, since the picture needs it."""

from __future__ import annotations

import struct

_ORIENTATION, _UPRIGHT, _KNOWN = 0x0112, 1, range(1, 9)


def upright_only(tiff: bytes) -> bytes:
    """The same data, with nothing but the orientation; empty when the picture is upright, or nobody knows."""
    turned = _orientation(tiff)
    if turned == _UPRIGHT:
        return b""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)


def _orientation(tiff: bytes) -> int:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return _UPRIGHT
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for rank in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * rank)
            if tag == _ORIENTATION:
                return value if value in _KNOWN else _UPRIGHT
    except struct.error:
        pass
    return _UPRIGHT
