"""An address as a QR code, ready to be drawn: the side of the square, and the outline of its black parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

# The white that readers need around the code, in modules.
_MARGIN = 4
# How the squares are scattered: of the eight ways, the best for most addresses; trying all takes four times longer.
_MASK = 2


@dataclass(frozen=True, slots=True)
class QrCode:
    """What the component `code_qr` draws.

    `address` is the whole address; `words` the same as one types it; `side` counts modules, margins
    included; `path` is the `d` of one SVG path, a module to the unit.
    """

    address: str
    words: str
    side: int
    path: str


def qr_code(address: str) -> QrCode:
    """The QR code of an address; a sixth of it may be spoiled and it is still read."""
    rows = segno.make_qr(address, error="m", mask=_MASK).matrix
    path = "".join(part for y, row in enumerate(rows) for part in _bars(row, y))
    return QrCode(address, address.partition("://")[2], len(rows) + 2 * _MARGIN, path)


def _bars(row: bytearray, y: int) -> Iterator[str]:
    """The black runs of one row."""
    x = _MARGIN
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            yield f"M{x} {y + _MARGIN}h{length}v1h-{length}z"
        x += length
