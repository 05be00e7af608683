"""The drawings of the example, in place of photographs: nobody is on them, and the same program draws the same bytes.

`python -m tests.dessins` writes them again in `tests/exemple/data/_fichiers/images/`. Each is drawn four times as
large as it is shown, in flat colours, then made smaller, so that its edges are smooth; a few colours keep it light.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PIL import Image
from PIL.ImageDraw import Draw, ImageDraw

from tests.aides.sites import FULL

FOLDER = FULL / "_fichiers" / "images"
SIZE = (960, 540)
_FINE = 4
_COLOURS = 64
# Flat colours, of the family of the theme.
CREAM, PAPER, SKY, SEA, DEEP = "#f2ecdf", "#fffdf8", "#dbe6e4", "#8fb3b5", "#4f7f86"
GREEN, LEAF, MOSS, BROWN, EARTH = "#2c7149", "#5e9a6e", "#a9c4a0", "#6b4a33", "#9a7452"
BRICK, RUST, OCHRE, SAND, INK = "#b03c2a", "#c9694f", "#d9a441", "#e6d3a6", "#2a3a31"


class Pencil:
    """Shapes on a sheet of 960 by 540, whatever the size at which it is drawn."""

    def __init__(self, pen: ImageDraw) -> None:
        self._pen = pen

    def box(
        self, left: float, top: float, right: float, bottom: float, colour: str, round: float = 0
    ) -> None:
        """A rectangle, with round corners or not."""
        self._pen.rounded_rectangle(_fine((left, top, right, bottom)), round * _FINE, colour)

    def disc(self, x: float, y: float, across: float, colour: str, high: float = 0) -> None:
        """A disc, or an oval of another height."""
        half, tall = across / 2, (high or across) / 2
        self._pen.ellipse(_fine((x - half, y - tall, x + half, y + tall)), colour)

    def shape(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """What these points go round."""
        self._pen.polygon([(x * _FINE, y * _FINE) for x, y in points], colour)

    def line(self, points: Sequence[tuple[float, float]], colour: str, wide: float = 4) -> None:
        """A line through these points."""
        self._pen.line([(x * _FINE, y * _FINE) for x, y in points], colour, round(wide * _FINE), "curve")

    def ring(self, x: float, y: float, across: float, colour: str, wide: float = 6) -> None:
        """A circle."""
        half = across / 2
        self._pen.ellipse(
            _fine((x - half, y - half, x + half, y + half)), outline=colour, width=round(wide * _FINE)
        )


def _fine(places: Sequence[float]) -> list[float]:
    return [place * _FINE for place in places]


def _landscape(pencil: Pencil, ground: str = MOSS) -> None:
    """Sky, a pale sun, the water of the cove, and ground from the lower third."""
    pencil.box(0, 0, *SIZE, SKY)
    pencil.disc(790, 110, 90, PAPER)
    pencil.box(0, 230, 960, 330, SEA)
    for left, top in ((90, 262), (330, 284), (560, 256), (760, 292)):
        pencil.line([(left, top), (left + 70, top)], SKY, 3)
    pencil.box(0, 330, 960, 540, ground)


def _tree(pencil: Pencil, x: float, foot: float, tall: float = 150) -> None:
    pencil.line([(x, foot), (x, foot - tall * 0.6)], BROWN, tall / 14)
    for left, up, across in ((-0.17, 0.62, 0.42), (0.18, 0.66, 0.4), (0, 0.84, 0.5)):
        pencil.disc(x + left * tall, foot - up * tall, across * tall, LEAF if left else GREEN)


def _window(pencil: Pencil, left: float, top: float, wide: float = 44, tall: float = 60) -> None:
    pencil.box(left, top, left + wide, top + tall, SKY)
    pencil.line([(left + wide / 2, top), (left + wide / 2, top + tall)], PAPER, 4)
    pencil.line([(left, top + tall / 2), (left + wide, top + tall / 2)], PAPER, 4)


def jardin(pencil: Pencil) -> None:
    """Rows of vegetables, a green shed, and the cove behind."""
    _landscape(pencil)
    pencil.box(690, 236, 850, 350, GREEN)
    pencil.shape([(672, 240), (770, 170), (868, 240)], BROWN)
    pencil.box(744, 280, 796, 350, SAND)
    for row, top in enumerate((360, 412, 470)):
        pencil.shape([(40, top + 34), (70, top), (890, top), (920, top + 34)], EARTH)
        for place in range(12):
            x = 92 + place * 70
            if (row + place // 4) % 3 == 0:
                pencil.disc(x, top + 6, 44, LEAF, 34)
                pencil.disc(x, top + 2, 24, MOSS, 18)
            elif (row + place // 4) % 3 == 1:
                pencil.line([(x, top + 16), (x, top - 22)], GREEN, 5)
                pencil.disc(x - 9, top - 12, 16, BRICK)
                pencil.disc(x + 9, top - 2, 16, RUST)
            else:
                for lean in (-14, 0, 14):
                    pencil.line([(x, top + 16), (x + lean, top - 16)], GREEN, 5)
    _tree(pencil, 90, 346, 170)


def cuisine(pencil: Pencil) -> None:
    """A long table, two steaming pots, vegetables on a board."""
    pencil.box(0, 0, *SIZE, CREAM)
    for left in range(0, 960, 80):
        pencil.line([(left, 0), (left, 300)], SAND, 2)
    for left in (120, 300):
        pencil.box(left, 60, left + 130, 210, SKY)
        pencil.line([(left + 65, 60), (left + 65, 210)], PAPER, 8)
        pencil.line([(left, 135), (left + 130, 135)], PAPER, 8)
    pencil.box(560, 90, 880, 104, BROWN)
    for place, colour in enumerate((OCHRE, BRICK, LEAF, DEEP, RUST)):
        pencil.box(580 + place * 58, 44, 622 + place * 58, 90, colour, 6)
    pencil.box(0, 360, 960, 400, BROWN)
    pencil.box(0, 400, 960, 540, EARTH)
    for left, colour in ((150, DEEP), (390, BRICK)):
        pencil.box(left, 250, left + 180, 360, colour, 14)
        pencil.box(left - 12, 240, left + 192, 258, INK, 8)
        pencil.box(left - 40, 284, left, 300, INK, 8)
        pencil.box(left + 180, 284, left + 220, 300, INK, 8)
        for shift in (40, 90, 140):
            steam = [
                (left + shift, 226),
                (left + shift + 14, 204),
                (left + shift - 4, 182),
                (left + shift + 10, 160),
            ]
            pencil.line(steam, PAPER, 7)
    pencil.box(640, 340, 890, 360, SAND, 8)
    for place, colour in enumerate((BRICK, BRICK, OCHRE, LEAF, LEAF)):
        pencil.disc(672 + place * 46, 324, 40, colour)
    pencil.line([(820, 300), (880, 336)], INK, 9)


def phare(pencil: Pencil) -> None:
    """A striped lighthouse on a spit of land, and three houses."""
    _landscape(pencil, SAND)
    pencil.shape([(0, 540), (0, 400), (300, 330), (960, 372), (960, 540)], MOSS)
    pencil.shape([(640, 360), (664, 120), (736, 120), (760, 360)], PAPER)
    for top in (140, 216, 292):
        (high, low) = ((360 - edge) / 10 for edge in (top, top + 38))
        pencil.shape(
            [(640 + high, top), (760 - high, top), (760 - low, top + 38), (640 + low, top + 38)], BRICK
        )
    pencil.box(656, 104, 744, 122, INK)
    pencil.box(672, 62, 728, 104, OCHRE)
    pencil.shape([(664, 64), (700, 32), (736, 64)], INK)
    pencil.shape([(728, 70), (960, 30), (960, 120), (728, 96)], PAPER)
    for left, colour, roof in ((110, PAPER, BRICK), (260, OCHRE, BROWN), (410, DEEP, INK)):
        pencil.box(left, 300, left + 110, 400, colour)
        pencil.shape([(left - 14, 304), (left + 55, 240), (left + 124, 304)], roof)
        pencil.box(left + 42, 340, left + 70, 400, INK)
    for left in (60, 560, 860):
        _tree(pencil, left, 430, 110)


def filatures(pencil: Pencil) -> None:
    """A long brick mill of three floors, trees, and a clothesline."""
    pencil.box(0, 0, *SIZE, SKY)
    pencil.disc(860, 90, 80, PAPER)
    pencil.box(0, 430, 960, 540, MOSS)
    pencil.box(780, 70, 830, 430, RUST)
    pencil.box(120, 150, 760, 430, BRICK)
    pencil.box(108, 136, 772, 156, BROWN)
    for floor in (180, 264, 348):
        for place in range(8):
            _window(pencil, 148 + place * 76, floor)
    pencil.box(410, 348, 470, 430, GREEN)
    _tree(pencil, 70, 450, 180)
    _tree(pencil, 890, 456, 150)
    pencil.line([(230, 520), (230, 440)], BROWN, 7)
    pencil.line([(690, 520), (690, 440)], BROWN, 7)
    pencil.line([(230, 446), (460, 458), (690, 446)], INK, 3)
    for place, colour in enumerate((OCHRE, PAPER, DEEP, RUST, CREAM, LEAF)):
        pencil.box(270 + place * 66, 454, 316 + place * 66, 504, colour)


def ruelle(pencil: Pencil) -> None:
    """A lane lined with trees and flower boxes, and a bicycle by a wall."""
    pencil.box(0, 0, *SIZE, SKY)
    pencil.shape([(0, 40), (360, 190), (360, 360), (0, 540)], RUST)
    pencil.shape([(960, 40), (600, 190), (600, 360), (960, 540)], OCHRE)
    pencil.shape([(360, 360), (600, 360), (960, 540), (0, 540)], CREAM)
    pencil.box(360, 250, 600, 362, MOSS)
    pencil.disc(480, 230, 80, PAPER)
    for x, foot, tall in ((400, 372, 130), (560, 372, 130), (300, 408, 190), (668, 408, 190)):
        _tree(pencil, x, foot, tall)
    for left, top in ((60, 440), (200, 400), (690, 410), (810, 450)):
        pencil.box(left, top, left + 90, top + 34, BROWN, 4)
        for place, colour in enumerate((BRICK, PAPER, BRICK, OCHRE)):
            pencil.line([(left + 14 + place * 21, top), (left + 14 + place * 21, top - 18)], GREEN, 4)
            pencil.disc(left + 14 + place * 21, top - 22, 18, colour)
    for x in (440, 560):
        pencil.ring(x, 470, 84, INK)
    pencil.line([(440, 470), (480, 420), (540, 420), (500, 470), (440, 470)], DEEP, 6)
    pencil.line([(500, 470), (476, 406), (464, 406), (492, 406)], DEEP, 6)
    pencil.line([(560, 470), (536, 400), (556, 394)], DEEP, 6)


def assemblee(pencil: Pencil) -> None:
    """Chairs in a circle, in a room with a large window."""
    pencil.box(0, 0, *SIZE, CREAM)
    pencil.box(0, 330, 960, 540, SAND)
    pencil.box(240, 50, 720, 270, SKY)
    pencil.shape([(240, 270), (240, 210), (430, 170), (620, 216), (720, 190), (720, 270)], MOSS)
    for left in (240, 400, 560, 720):
        pencil.line([(left, 50), (left, 270)], PAPER, 10)
    pencil.line([(240, 160), (720, 160)], PAPER, 8)
    pencil.disc(480, 430, 560, OCHRE, 130)
    pencil.disc(480, 430, 500, SAND, 104)
    chairs = ((230, 384), (350, 352), (480, 342), (610, 352), (730, 384), (200, 470), (760, 470))
    for place, (x, top) in enumerate(chairs):
        colour = (GREEN, DEEP, BRICK)[place % 3]
        pencil.box(x - 26, top - 54, x + 26, top - 8, colour, 8)
        pencil.box(x - 30, top, x + 30, top + 14, colour, 6)
        pencil.line([(x - 24, top + 14), (x - 24, top + 48)], INK, 5)
        pencil.line([(x + 24, top + 14), (x + 24, top + 48)], INK, 5)
    pencil.box(60, 120, 180, 240, PAPER, 4)
    for row in range(4):
        pencil.line([(78, 146 + row * 22), (162 - row * 14, 146 + row * 22)], SEA, 5)


def paniers(pencil: Pencil) -> None:
    """Three baskets of vegetables, bread and fish, on a quay."""
    _landscape(pencil, EARTH)
    for top in (376, 430, 484):
        pencil.line([(0, top), (960, top)], BROWN, 4)
    pencil.shape([(640, 250), (700, 250), (820, 250), (790, 290), (670, 290)], BRICK)
    pencil.line([(730, 250), (730, 130)], BROWN, 6)
    pencil.shape([(738, 140), (738, 236), (812, 236)], PAPER)
    for place, left in enumerate((100, 370, 640)):
        inside = (
            [(left + 30 + n * 40, 372 - (n % 2) * 16, (LEAF, BRICK, OCHRE, LEAF)[n]) for n in range(4)],
            [(left + 40 + n * 50, 366, (OCHRE, SAND, EARTH)[n]) for n in range(3)],
            [(left + 34 + n * 38, 370, (DEEP, SEA, DEEP, SEA)[n]) for n in range(4)],
        )[place]
        for x, y, colour in inside:
            pencil.disc(x, y, 58, colour, 58 if place == 0 else 84)
        pencil.shape([(left - 10, 390), (left + 190, 390), (left + 166, 496), (left + 14, 496)], SAND)
        for row in range(4):
            pencil.line(
                [(left - 4 + row * 6, 410 + row * 24), (left + 184 - row * 6, 410 + row * 24)], EARTH, 4
            )
        pencil.box(left - 16, 380, left + 196, 396, BROWN, 6)


def journal(pencil: Pencil) -> None:
    """A folded newspaper, with a title and three columns, beside a cup."""
    pencil.box(0, 0, *SIZE, EARTH)
    for top in (120, 260, 400):
        pencil.line([(0, top), (960, top)], BROWN, 3)
    pencil.shape([(176, 74), (676, 54), (704, 486), (196, 506)], BROWN)
    pencil.shape([(160, 60), (660, 40), (690, 470), (180, 490)], PAPER)
    pencil.shape([(196, 84), (630, 66), (634, 124), (199, 142)], GREEN)
    pencil.shape([(202, 170), (400, 162), (408, 300), (208, 308)], SKY)
    pencil.shape([(204, 260), (260, 216), (310, 256), (360, 204), (406, 260), (408, 300), (208, 308)], MOSS)
    for row in range(6):
        y = 168 + row * 24
        pencil.line([(430, y), (636 - (row == 5) * 80, y - 8)], SEA, 6)
    for column in range(3):
        for row in range(5):
            x, y = 212 + column * 146, 336 + row * 24 - column * 6
            pencil.line([(x, y), (x + 124 - (row == 4) * 50, y - 5)], SEA, 6)
    pencil.disc(810, 330, 190, CREAM)
    pencil.disc(810, 330, 130, PAPER)
    pencil.disc(810, 330, 104, BROWN)
    pencil.ring(888, 330, 60, PAPER, 12)


def livres(pencil: Pencil) -> None:
    """A box for books in the shape of a house, full of books."""
    _landscape(pencil)
    _tree(pencil, 140, 400, 260)
    pencil.box(452, 420, 508, 530, BROWN)
    pencil.box(300, 160, 660, 430, GREEN, 6)
    pencil.shape([(270, 170), (480, 56), (690, 170)], BRICK)
    pencil.box(330, 190, 630, 400, CREAM)
    pencil.box(330, 288, 630, 298, BROWN)
    colours = (DEEP, OCHRE, RUST, LEAF, BRICK, SEA, GREEN, SAND, DEEP, RUST)
    for shelf, bottom in enumerate((288, 400)):
        left = 340.0
        for place, colour in enumerate(colours[shelf * 2 :] + colours[: shelf * 2]):
            wide, tall = 22 + (place * 7 + shelf * 5) % 10, 66 + (place * 13 + shelf * 9) % 24
            if left + wide > 624:
                break
            pencil.box(left, bottom - tall, left + wide, bottom, colour)
            pencil.line([(left + 5, bottom - tall + 16), (left + wide - 5, bottom - tall + 16)], PAPER, 3)
            left += wide + 3
    pencil.box(640, 280, 652, 320, OCHRE, 4)
    _tree(pencil, 850, 440, 200)


DRAWINGS: Mapping[str, Callable[[Pencil], None]] = {
    one.__name__: one
    for one in (jardin, cuisine, phare, filatures, ruelle, assemblee, paniers, journal, livres)
}


def draw(name: str) -> Image.Image:
    """One of the drawings, at the size at which it is published."""
    large = Image.new("RGB", (SIZE[0] * _FINE, SIZE[1] * _FINE), CREAM)
    DRAWINGS[name](Pencil(Draw(large)))
    return large.resize(SIZE, Image.Resampling.LANCZOS).quantize(_COLOURS, dither=Image.Dither.NONE)


def write(folder: Path = FOLDER) -> None:
    """Write every drawing as a PNG of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in DRAWINGS:
        draw(name).save(folder / f"{name}.png", "PNG", optimize=True)


if __name__ == "__main__":
    write()
