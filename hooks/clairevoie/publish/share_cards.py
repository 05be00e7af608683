"""The pictures that messages and social networks show beside a link, drawn from what the site already has.

Goes in: the words of each card, the fonts and colours of the theme. Comes out: one PNG a card, 1200 × 630 pixels, the
size that the networks ask for. Drawn again only when the words or the look change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.pages.partage import FOLDER, CarteDePartage

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
_MARGIN, _LATTICE = 72, 96
_WIDTH = SIZE[0] - 2 * _MARGIN
# The title is as large as its words allow, on as many lines as stand between the lattice and the foot.
_TITLE_SIZES = (88, 76, 64, 54, 46, 38)
_WORDS_SIZE = 36
_TITLES, _WORDS = "bricolage-grotesque-640.woff2", "atkinson-hyperlegible-regular.woff2"
# A colour of the light theme: --encre: var(--clair, #15231b) …
_COLOUR = re.compile(r"--([a-z-]+):\s*var\(--clair,\s*(#[0-9a-f]{6})\)")


class _Kept(NamedTuple):
    """Every picture of the last build, by name, under the fingerprint of what it was drawn from."""

    pictures: dict[str, tuple[bytes, bytes]]


class _Look(NamedTuple):
    """What the cards take from the theme: its fonts by name, its colours by role, and the fingerprint of both."""

    fonts: Path
    colours: dict[str, str]
    fingerprint: bytes


def write_share_cards(
    stage: Path, templates: Path, cards: Iterable[CarteDePartage], cache_dir: Path | None
) -> None:
    """Write the picture of each card at its address in a site; those drawn before are taken again."""
    look = _look_of(templates / "assets")
    known = load_entry(cache_dir, FOLDER, _Kept)
    pictures: dict[str, tuple[bytes, bytes]] = {}
    for card in cards:
        current = fingerprint(look.fingerprint + repr((card.titre, card.surtitre, card.pied)).encode())
        found = known.pictures.get(card.fichier) if known else None
        picture = found[1] if found and found[0] == current else draw(card, look)
        pictures[card.fichier] = (current, picture)
        path = stage / card.fichier
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)
    if known is None or known.pictures != pictures:
        save_entry(cache_dir, FOLDER, _Kept(pictures), _Kept)


def _look_of(assets: Path) -> _Look:
    tokens = (assets / "tokens.css").read_text(encoding="utf-8")
    fonts = assets / "polices"
    seen = [tokens.encode(), *((fonts / name).read_bytes() for name in (_TITLES, _WORDS))]
    return _Look(fonts, dict(_COLOUR.findall(tokens)), fingerprint(b"".join(map(fingerprint, seen))))


def draw(card: CarteDePartage, look: _Look) -> bytes:
    """The PNG of a card."""
    # Loaded when there is something to draw: most builds have their pictures already.
    from PIL import Image, ImageFont
    from PIL.ImageDraw import Draw

    colours = look.colours
    image = Image.new("RGB", SIZE, colours["papier"])
    pen = Draw(image)
    _lattice(pen, colours["marque-verte"])
    words = ImageFont.truetype(look.fonts / _WORDS, _WORDS_SIZE)
    top = _LATTICE + _MARGIN - 16
    if card.surtitre:
        pen.text((_MARGIN, top), _fitted(card.surtitre, words), colours["encre-douce"], words)
        top += 64
    foot = SIZE[1] - _MARGIN - _WORDS_SIZE
    fonts = [ImageFont.truetype(look.fonts / _TITLES, size) for size in _TITLE_SIZES]
    font, lines = _title(card.titre, fonts, foot - top - 24)
    for rank, line in enumerate(lines):
        pen.text((_MARGIN, top + rank * _leading(font)), line, colours["encre"], font)
    pen.text((_MARGIN, foot), _fitted(card.pied, words), colours["vert"], words)
    pen.rectangle((0, SIZE[1] - 12, *SIZE), colours["marque-verte"])
    written = BytesIO()
    image.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def _lattice(pen: ImageDraw, colour: str) -> None:
    """Slats with light between them, as above every démarche."""
    for left in range(0, SIZE[0], 24):
        pen.rectangle((left, 0, left + 7, _LATTICE), colour)
    for share in (0.24, 0.8):
        pen.rectangle((0, _LATTICE * share, SIZE[0], _LATTICE * share + 6), colour)


def _title(words: str, fonts: Sequence[FreeTypeFont], room: float) -> tuple[FreeTypeFont, list[str]]:
    """The title in the largest letters that let it stand whole in this height; cut in the smallest when none does."""
    for font in fonts:
        lines = _lines(words, font, _WIDTH)
        if len(lines) * _leading(font) <= room:
            return font, _balanced(words, font, len(lines))
    kept = lines[: int(room // _leading(font))]
    return font, [*kept[:-1], _fitted(f"{kept[-1]} …", font)]


def _balanced(words: str, font: FreeTypeFont, count: int) -> list[str]:
    """That many lines, of about one length: no word is left alone on the last one."""
    narrow, wide = _WIDTH // count, _WIDTH
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        narrow, wide = (narrow, middle) if len(_lines(words, font, middle)) <= count else (middle, wide)
    return _lines(words, font, wide)


def _lines(words: str, font: FreeTypeFont, width: float) -> list[str]:
    """Words one after another, as many to a line as this width holds."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(_fitted(word, font))
    return lines


def _fitted(words: str, font: FreeTypeFont) -> str:
    """Words that stand on one line, cut when they are too long for it."""
    kept = words
    while kept and font.getlength(kept if kept == words else f"{kept}…") > _WIDTH:
        kept = kept[:-1].rstrip()
    return words if kept == words else f"{kept}…"


def _leading(font: FreeTypeFont) -> float:
    """From a line to the next."""
    return font.size * 1.12
