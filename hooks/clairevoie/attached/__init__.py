"""What may be published of a picture or of a document that someone attached: its bytes, and nothing that it hides.

    bytes → kind (png, jpeg, webp, pdf) → its parts → the bytes of the parts that show something

In: the name of a file and its bytes. Out: `clean`, the bytes to publish; it raises `Unfit`, which says in French what
is wrong and how to mend it. Nothing is decoded: sizes are read in the heads of the parts, and what shows is kept to
the byte. Where a picture was taken, with what and by whom stays out: what a kind does not need in order to be seen is
left behind, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from clairevoie.attached import jpeg, pdf, png, webp
from clairevoie.attached.unfit import AGAIN, Unfit, refuse_scripts

KINDS = ("png", "jpg", "jpeg", "webp", "pdf")
# Those in which cameras and phones give their photographs.
PHOTOGRAPHS = frozenset({"jpg", "jpeg", "webp"})
# Bytes.
LARGEST = 10_000_000

_CLEANED: Mapping[str, Callable[[bytes], bytes]] = {
    "png": png.clean,
    "jpg": jpeg.clean,
    "jpeg": jpeg.clean,
    "webp": webp.clean,
    "pdf": pdf.clean,
}
# How a file of each kind begins.
_STARTS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "pdf": re.compile(rb"%PDF-"),
}

__all__ = ["AGAIN", "KINDS", "LARGEST", "PHOTOGRAPHS", "Unfit", "clean", "kind_of"]


def kind_of(name: str) -> str:
    """`jpg` for `images/IMG_0012.JPG`."""
    return name.rpartition(".")[2].lower()


def clean(name: str, data: bytes) -> bytes:
    """The file as it may be published; raises Unfit for one that may not."""
    kind = kind_of(name)
    if not data:
        raise Unfit("est vide", AGAIN)
    found = next((one for one, start in _STARTS.items() if start.match(data)), "")
    if found != kind.replace("jpeg", "jpg"):
        stem = name.rpartition("/")[2].rpartition(".")[0]
        raise Unfit(
            f"n'est pas ce que son nom annonce ({kind})", f"renommez-le {stem}.{found}" if found else AGAIN
        )
    refuse_scripts(data)
    return _CLEANED[kind](data)
