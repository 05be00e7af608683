"""Why a file may not be published, and what every kind refuses alike."""

from __future__ import annotations

import re

AGAIN = "exportez-le de nouveau depuis le logiciel qui l'a fait"
SMALLER = "réduisez l'image, par exemple à 2 000 pixels de large, et déposez-la de nouveau"
STILL = "gardez une seule image, qui ne bouge pas"
# Once decoded, a picture takes four bytes a pixel in the memory of whoever looks at it.
_PIXELS, _SIDE = 50_000_000, 20_000
# Words that no picture holds by chance: they are long enough.
_SCRIPT = re.compile(
    rb"<script|<iframe|<!doctype\s+html|<html[\s>]|<svg[\s>]|<\?php|javascript:", re.IGNORECASE
)
_ZIP_END = b"PK\x05\x06"
# The end of an archive is looked for this far from the end of a file.
_ZIP_REACH = 22 + 0xFFFF


class Unfit(Exception):  # noqa: N818 - it says what a file is
    """« Ce fichier {quoi}. Pour corriger : {remede}. »."""

    def __init__(self, quoi: str, remede: str) -> None:
        super().__init__(quoi, remede)
        self.quoi, self.remede = quoi, remede


CUT = Unfit("est incomplet ou abîmé", AGAIN)


def refuse_scripts(data: bytes) -> None:
    """Raise Unfit for a file that is also a page, a program or an archive."""
    if _SCRIPT.search(data):
        raise Unfit("contient une page Web ou un script", AGAIN)
    if _ZIP_END in data[-_ZIP_REACH:]:
        raise Unfit("contient aussi une archive ZIP", AGAIN)


def refuse_tail(data: bytes, end: int) -> None:
    """Raise Unfit when something follows the end of what the file is said to be."""
    if data[end:].strip(b"\0\t\n\r "):
        raise Unfit("contient autre chose après sa fin", AGAIN)


def refuse_size(width: int, height: int) -> None:
    """Raise Unfit for a picture too large to be looked at, or that has nothing to show."""
    if not width or not height:
        raise CUT
    if width * height > _PIXELS or max(width, height) > _SIDE:
        raise Unfit(
            f"est une image de {_grouped(width)} sur {_grouped(height)} pixels; la limite est de 50 millions de"
            " pixels, et de 20 000 de côté",
            SMALLER,
        )


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", " ")
