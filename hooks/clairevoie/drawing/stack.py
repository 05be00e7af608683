"""The drawing of who decides: one box a comité, one above the other, and lines beside them with their words.

Everything is in units of the drawing; a phone held upright shows `LARGEUR` of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clairevoie.drawing.lanes import Lane, Link, lanes
from clairevoie.drawing.text_width import lines
from clairevoie.wording.typography import spaced

PHONE_WIDTH = 328
_BOITE = 232
_NOM, _PETIT = 16, 14
_MARGE, _ECART, _PORT, _BORD = 12, 16, 16, 8
# Lanes stand closer to each other rather than make a phone scroll, but never too close to be told apart.
_PAS, _PAS_SERRE = 13, 9
# Where the stem of the lines goes down from a box, and where their words start.
_TIGE, _MOTS = 14, 24
_INTERLIGNES = {_NOM: 20, _PETIT: 18}


@dataclass(frozen=True, slots=True)
class Box:
    """What a box says. `adresse` is None for the comité whose page this is; `genre` changes its look."""

    cle: str
    adresse: str | None
    nom: str
    precisions: tuple[str, ...]
    genre: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, and where it stands."""

    texte: str
    y: int
    nom: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a line, and the height at which it leaves."""

    trait: Link
    lignes: tuple[TextLine, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Floor:
    """A box and the words of the lines that leave it."""

    case: Box
    y: int
    hauteur: int
    lignes: tuple[TextLine, ...]
    etiquettes: tuple[Label, ...]

    @property
    def bas(self) -> int:
        """The bottom of the box, or of the last words."""
        return self.etiquettes[-1].y if self.etiquettes else self.y + self.hauteur


@dataclass(frozen=True, slots=True)
class Thread:
    """The lines of one lane: their path, the heights of the arrows, the points where three lines meet."""

    chemin: str
    x: int
    fleches: tuple[int, ...]
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StackDrawing:
    """All that is drawn: `boite` is how wide boxes are, `seuls` the height under which they are joined to nothing."""

    largeur: int
    hauteur: int
    boite: int
    etages: tuple[Floor, ...]
    fils: tuple[Thread, ...]
    seuls: int | None

    @property
    def deborde(self) -> bool:
        """Whether it is wider than a phone, and has to scroll sideways."""
        return self.largeur > PHONE_WIDTH


def draw(cases: Sequence[Box], traits: Sequence[Link]) -> StackDrawing:
    """The drawing of these boxes in this order, and of the lines between them."""
    couloirs = lanes(traits, {case.cle: rank for rank, case in enumerate(cases)})
    largeur, boite, pas = _widths(max((couloir.rang for couloir in couloirs), default=0))
    joined = {id for trait in traits for id in (trait.de, *trait.vers)}
    alone = next((case.cle for case in cases if case.cle not in joined), None)
    etages = tuple(_stacked(cases, traits, couloirs, boite, alone))
    ports = _ports(etages, couloirs)
    known = {etage.case.cle: etage for etage in etages}
    fils = tuple(
        _thread(couloir, known, ports, boite, boite + _ECART + pas * couloir.rang) for couloir in couloirs
    )
    seuls = known[alone].y - 10 if alone else None
    return StackDrawing(largeur, etages[-1].bas + _BORD, boite, etages, fils, seuls)


def _widths(last: int) -> tuple[int, int, int]:
    """How wide the drawing and its boxes are, and how far apart its lanes, for lanes 0 to `last`."""
    room = PHONE_WIDTH - _BOITE - _ECART - _BORD
    pas = max(_PAS_SERRE, min(_PAS, room // max(1, last)))
    gutter = _ECART + pas * last + _BORD
    largeur = max(PHONE_WIDTH, _BOITE + gutter)
    return largeur, largeur - gutter, pas


def _stacked(
    cases: Sequence[Box], traits: Sequence[Link], couloirs: Sequence[Lane], boite: int, alone: str | None
) -> Iterator[Floor]:
    own: dict[str, list[Link]] = {case.cle: [] for case in cases}
    arrivals = dict.fromkeys(own, 0)
    for trait in traits:
        own[trait.de].append(trait)
    for couloir in couloirs:
        for id in couloir.vers:
            arrivals[id] += 1
    y = 2
    for case in cases:
        etage = _floor(case, own[case.cle], arrivals[case.cle], boite, y + (30 if case.cle == alone else 0))
        yield etage
        y = etage.bas + (26 if etage.etiquettes else 14)


def _floor(case: Box, traits: Sequence[Link], arrivals: int, boite: int, y: int) -> Floor:
    room = boite - 2 * _MARGE
    texts = [(line, _NOM) for line in lines(spaced(case.nom), _NOM, room, gras=True)]
    texts += [(line, _PETIT) for said in case.precisions for line in lines(spaced(said), _PETIT, room)]
    lignes, below = [], y + 9
    for texte, taille in texts:
        below += _INTERLIGNES[taille]
        lignes.append(TextLine(texte, below - 5, taille == _NOM))
    hauteur = max(below + 9 - y, _PORT * (arrivals + 1))
    etiquettes, below = [], y + hauteur + 2
    for trait in traits:
        etiquette = _label(trait, boite - _MOTS - 4, below)
        etiquettes.append(etiquette)
        below = etiquette.y + 2
    return Floor(case, y, hauteur, tuple(lignes), tuple(etiquettes))


def _label(trait: Link, room: int, y: int) -> Label:
    step = _INTERLIGNES[_PETIT]
    told = lines(spaced(trait.mots), _PETIT, room)
    lignes = tuple(TextLine(texte, y + step * (rank + 1)) for rank, texte in enumerate(told))
    return Label(trait, lignes, y + step * len(told) + 6)


def _ports(etages: Sequence[Floor], couloirs: Sequence[Lane]) -> Mapping[tuple[str, Lane], int]:
    """At what height each lane reaches a box: what comes from above above, so that lines cross the least."""
    rows = {etage.case.cle: rank for rank, etage in enumerate(etages)}
    arriving: dict[str, list[tuple[bool, int, Lane]]] = {}
    for couloir in couloirs:
        for id in couloir.vers:
            from_below = min(rows[source] for source in couloir.sources) >= rows[id]
            rank = -couloir.rang if from_below else couloir.rang
            arriving.setdefault(id, []).append((from_below, rank, couloir))
    return {
        (id, couloir): etages[rows[id]].y + etages[rows[id]].hauteur * (place + 1) // (len(found) + 1)
        for id, found in arriving.items()
        for place, (_, _, couloir) in enumerate(sorted(found, key=lambda one: one[:2]))
    }


def _thread(
    couloir: Lane,
    etages: Mapping[str, Floor],
    ports: Mapping[tuple[str, Lane], int],
    boite: int,
    x: int,
) -> Thread:
    leaving = [
        etiquette.y
        for source in couloir.sources
        for etiquette in etages[source].etiquettes
        if (etiquette.trait.mots, etiquette.trait.vers) == (couloir.mots, couloir.vers)
    ]
    reaching = [ports[id, couloir] for id in couloir.vers]
    top, bottom = min(leaving + reaching), max(leaving + reaching)
    paths = [f"M{x} {top}V{bottom}"]
    paths += [f"M{_TIGE} {y}H{x}" for y in leaving]
    paths += [f"M{x} {y}H{boite + 6}" for y in reaching]
    points = tuple(y for y in (*leaving, *reaching) if top < y < bottom)
    return Thread("".join(paths), x, tuple(reaching), points)
