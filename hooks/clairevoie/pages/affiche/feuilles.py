"""What fits on paper: blocks of things told, laid on two sheets at most, and what is left for the site counted.

Goes in: what there is to tell, and the height that each sheet leaves. Comes out: the sheets. Heights are in points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from clairevoie.model import COLLECTIONS
from clairevoie.pages.affiche.annonces import Annonce, lines

# A heading with the gap above its block; a line of what is left for the site, its letters, the gap above it.
_HEADING, _LINE, _LETTERS, _GAP = 48, 18.5, 70, 9.5
# How things are counted: one, several.
_WORDS = {
    **{
        name: (COLLECTIONS[name].singulier, COLLECTIONS[name].pluriel)
        for name in ("demarches", "projets", "comites")
    },
    "evenements": ("rencontre", "rencontres"),
    "contacts": ("fonction à joindre", "fonctions à joindre"),
}


@dataclass(frozen=True, slots=True)
class Bloc:
    """What is told under one heading; `suite` says what is left for the site, `reste` how much, or that all is told."""

    titre: str
    annonces: tuple[Annonce, ...]
    suite: str
    reste: int

    @property
    def hauteur(self) -> float:
        """How high it is on paper at most."""
        said = lines(self.suite, _LETTERS) * _LINE + (_GAP if self.suite else 0)
        return _HEADING + said + sum(annonce.hauteur for annonce in self.annonces)


@dataclass(frozen=True, slots=True)
class Matiere:
    """What there is to tell under one heading, `vide` when there is nothing.

    At most `part` of a sheet, between 0 and 1, is for it; 0 when it takes what the others leave.
    """

    titre: str
    annonces: tuple[Annonce, ...]
    vide: str = ""
    part: float = 0

    def bloc(self, room: float) -> Bloc:
        """As many things as a room allows."""
        heights = accumulate(annonce.hauteur for annonce in self.annonces)
        shown = sum(1 for _ in takewhile(lambda height: _HEADING + height <= room, heights))
        while shown and self._told(shown).hauteur > room:
            shown -= 1
        return self._told(shown)

    def _told(self, shown: int) -> Bloc:
        left = self.annonces[shown:]
        suite = _left(left, other=shown > 0) if self.annonces else self.vide
        return Bloc(self.titre, self.annonces[:shown], suite, len(left))


Feuille = tuple[Bloc, ...]


def lay(
    growing: Sequence[Matiere], others: Sequence[Matiere], rooms: tuple[float, float]
) -> tuple[Feuille, ...]:
    """One sheet when there is room for all; else two, in the way that tells the most, then in the most even one.

    `growing` are one or two matters that take what is left by the `others`, which have their part.
    """
    whole = _sheet((*growing, *others), rooms[0])
    if _height(whole) <= rooms[0] and not any(bloc.reste for bloc in whole):
        return (whole,)
    ways = ((growing[:1], (*growing[1:], *others)), ((*growing[:1], *others), growing[1:]))
    laid = [tuple(map(_sheet, way, rooms)) for way in ways]
    return tuple(feuille for feuille in max(laid, key=_worth) if feuille)


def _sheet(matters: Sequence[Matiere], room: float) -> Feuille:
    """Those that have their part take it, and the others what is left, each in its turn."""
    blocs = {matter.titre: matter.bloc(matter.part * room) for matter in matters if matter.part}
    left = room - _height(blocs.values())
    for matter in matters:
        if not matter.part:
            blocs[matter.titre] = matter.bloc(left)
            left -= blocs[matter.titre].hauteur
    return tuple(blocs[matter.titre] for matter in matters)


def _worth(laid: Sequence[Feuille]) -> tuple[int, int, int, float]:
    """No bare heading is best, then less left of what comes first, then less left; if nothing is, the more even."""
    first, second = (_height(feuille) for feuille in laid)
    blocs = [bloc for feuille in laid for bloc in feuille]
    left = sum(bloc.reste for bloc in blocs)
    bare = sum(1 for bloc in blocs if bloc.reste and not bloc.annonces)
    return -bare, -laid[0][0].reste, -left, 0 if left else -abs(first - second)


def _height(blocs: Iterable[Bloc]) -> float:
    return sum(bloc.hauteur for bloc in blocs)


def _left(left: Sequence[Annonce], other: bool) -> str:
    """« Sur le site : 54 autres projets et 1 autre démarche. »; nothing when nothing is left."""
    counts = Counter(one.genre for one in left)
    told = [
        (n, one if n == 1 else several) for genre, (one, several) in _WORDS.items() if (n := counts[genre])
    ]
    said = " et ".join(
        f"{n} {('autre ' if n == 1 else 'autres ') if other else ''}{words}" for n, words in told
    )
    return f"Sur le site : {said}." if said else ""
