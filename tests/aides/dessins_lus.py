"""Read the drawings of effects off a page: boxes, what they hold, what arrows join; and tell small chains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.aides.pages_vues import plain, printed
from tests.aides.stories import DEPART

QUARTIER = "demarches/quartier.yml"
EFFETS = """\
chaine_resultats:
  effets:
    - {id: effet-e, zone_controle: eleve, texte: "Des gens se parlent."%s}
    - {id: effet-m, zone_controle: moyen, texte: "Des projets naissent."%s}
    - {id: effet-f, zone_controle: faible, texte: "On mange bien."%s}
"""


def page(folder: Path, added: str, **files: str) -> str:
    """The page of the démarche of the starting story, with these lines added."""
    typed = {QUARTIER: DEPART[QUARTIER] + added, **files}
    return printed(folder, typed)["demarches/quartier"].corps


def squeezed(texte: str) -> str:
    return re.sub(r"\s", "", texte)


@dataclass(frozen=True)
class Box:
    """One box of a drawing, as it is read off the page."""

    sorte: str
    x: float
    y: float
    right: float
    bottom: float
    texte: str

    def holds(self, other: Box) -> bool:
        return (
            self.x < other.x and other.right < self.right and self.y < other.y and other.bottom < self.bottom
        )


@dataclass(frozen=True)
class Drawing:
    """One drawing: its headings, its boxes, and the places that its arrows join."""

    titres: list[str]
    boxes: list[Box]
    arrows: list[tuple[Box, Box]]
    lines: list[tuple[Box, float, float]]

    def box(self, start: str) -> Box:
        (found,) = (box for box in self.boxes if box.texte.startswith(start))
        return found


def drawings(corps: str) -> list[Drawing]:
    """The wide drawing of a page, then the narrow one."""
    found = re.findall(r"<svg class=\"carte-des-effets__dessin\".*?</svg>", corps, re.DOTALL)
    return [_drawing(ElementTree.fromstring(svg)) for svg in found]


def _drawing(svg: ElementTree.Element) -> Drawing:
    boxes, lines = [], []
    for group in svg.iter("g"):
        box = _box(group)
        boxes.append(box)
        lines += [(box, float(t.get("x", 0)), float(t.get("y", 0))) for t in group.iter("text")]
    titres = [t.text or "" for t in svg.iter("text") if t.get("class") == "carte-des-effets__titre"]
    return Drawing(titres, boxes, list(_arrows(svg, boxes)), lines)


def _box(group: ElementTree.Element) -> Box:
    rect = next(group.iter("rect"))
    x, y, largeur, hauteur = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
    sorte = rect.get("class", "").rpartition("--")[2]
    texte = plain(" ".join(t.text or "" for t in group.iter("text")))
    return Box(sorte, x, y, x + largeur, y + hauteur, texte)


def _arrows(svg: ElementTree.Element, boxes: list[Box]) -> Iterator[tuple[Box, Box]]:
    paths = {name: [] for name in ("fleche", "pointe")}  # type: dict[str, list[str]]
    for path in svg.iter("path"):
        kind = path.get("class", "").rpartition("__")[2]
        if kind in paths:
            paths[kind].append(path.get("d", ""))
    for line, head in zip(paths["fleche"], paths["pointe"], strict=True):
        end, tip = _at(head, boxes), _number(head)
        from_outside = [float(x) < end.x for x in re.findall(r"H(-?\d+)", line)[-2:]]
        assert from_outside == [tip == end.x] * 2, "une flèche traverse sa case d'arrivée"
        yield _at(line, boxes), end


def _number(path: str) -> float:
    return float(re.findall(r"-?\d+", path)[0])


def _at(path: str, boxes: Iterable[Box]) -> Box:
    """The box on whose edge a path starts."""
    x, y = map(float, re.findall(r"-?\d+", path)[:2])
    (found,) = (box for box in boxes if x in (box.x, box.right) and box.y <= y <= box.bottom)
    return found


def wide_source(corps: str) -> str:
    """The source of the wide drawing."""
    found = re.search(r"<svg class=\"carte-des-effets__dessin\".*?</svg>", corps, re.DOTALL)
    assert found
    return found.group()
