"""What fits on paper: blocks of things told, laid on two sheets at most, and what is left for the site counted.

Goes in: what there is to tell, and the height that each sheet leaves. Comes out: the sheets, and the size of their
letters. Heights are in points.
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
# Sizes of letters, by the name of their look: composants/edition-papier.css. A wall is read from a few steps away.
_ORDINARY = ""
_SIZES = {"grande": 1.15, _ORDINARY: 1.0, "serree": 0.87}
# A sheet less full than this is not worth its paper.
_LEAST = 1 / 3
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

    def hauteur(self, taille: float) -> float:
        """How high it is on paper at most."""
        said = lines(self.suite, _LETTERS / taille) * _LINE + (_GAP if self.suite else 0)
        return taille * (_HEADING + said) + sum(annonce.hauteur(taille) for annonce in self.annonces)


@dataclass(frozen=True, slots=True)
class Matiere:
    """What there is to tell under one heading.

    At most `part` of a sheet, between 0 and 1, is for it; 0 when it takes what the others leave.
    """

    titre: str
    annonces: tuple[Annonce, ...]
    part: float = 0

    def bloc(self, room: float, taille: float) -> Bloc:
        """As many things as a room allows."""
        heights = accumulate(annonce.hauteur(taille) for annonce in self.annonces)
        shown = sum(1 for _ in takewhile(lambda height: taille * _HEADING + height <= room, heights))
        while shown and self._told(shown).hauteur(taille) > room:
            shown -= 1
        return self._told(shown)

    def _told(self, shown: int) -> Bloc:
        left = self.annonces[shown:]
        return Bloc(self.titre, self.annonces[:shown], _left(left, other=shown > 0), len(left))


Feuille = tuple[Bloc, ...]
Rooms = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MiseEnPage:
    """One or two sheets; `look` names the size of their letters."""

    feuilles: tuple[Feuille, ...]
    look: str

    def hauteurs(self) -> list[float]:
        """How high what each sheet tells is at most."""
        return [_height(feuille, _SIZES[self.look]) for feuille in self.feuilles]

    def blocs(self) -> list[Bloc]:
        """All that is told, sheet after sheet."""
        return [bloc for feuille in self.feuilles for bloc in feuille]


def lay(growing: Sequence[Matiere], others: Sequence[Matiere], rooms: Rooms) -> MiseEnPage:
    """One sheet when there is room for all, in the largest letters that allow it; else two, that tell the most.

    `growing` are one or two matters that take what is left by the `others`, which have their part. No second sheet
    is left almost empty: the first one tells what it can, then, and counts the rest.
    """
    matters = (*growing, *others)
    alone = {look: _alone(matters, rooms[0], look) for look in _SIZES}
    whole = next((one for one in alone.values() if not _left_out(one)), None)
    if whole:
        return whole
    pairs = [one for look in (_ORDINARY, "serree") for one in _pairs(growing, others, rooms, look)]
    full = [one for one in pairs if _is_full_enough(one, rooms)]
    all_told = [one for one in full if not _left_out(one)]
    ordinary = [one for one in full if one.look == _ORDINARY]
    return max(all_told or ordinary or [alone["serree"]], key=_worth)


def _alone(matters: Sequence[Matiere], room: float, look: str) -> MiseEnPage:
    """All on one sheet: as it is when it fits, else each within its part."""
    size = _SIZES[look]
    whole = tuple(matter.bloc(float("inf"), size) for matter in matters)
    fits = _height(whole, size) <= room
    return MiseEnPage((whole if fits else _sheet(matters, room, size),), look)


def _pairs(
    growing: Sequence[Matiere], others: Sequence[Matiere], rooms: Rooms, look: str
) -> Iterable[MiseEnPage]:
    """The ways to lay two sheets: what grows first on one and the rest on the other, or what grows last alone; else
    what grows first from one to the other, if all is told so or if there is nothing else.
    """
    ways = ((growing[:1], (*growing[1:], *others)), ((*growing[:1], *others), growing[1:]))
    for way in ways:
        if all(way):
            sheets = (_sheet(matters, room, _SIZES[look]) for matters, room in zip(way, rooms, strict=True))
            yield MiseEnPage(tuple(sheets), look)
    size = _SIZES[look]
    first = growing[0].bloc(rooms[0], size)
    after = Matiere(f"{first.titre} (suite)", growing[0].annonces[len(first.annonces) :])
    second = _sheet((after, *growing[1:], *others), rooms[1], size)
    is_alone = len(growing) + len(others) == 1
    if first.annonces and after.annonces and (is_alone or not any(bloc.reste for bloc in second)):
        yield MiseEnPage(((Bloc(first.titre, first.annonces, "", 0),), second), look)


def _sheet(matters: Sequence[Matiere], room: float, size: float) -> Feuille:
    """Those that have their part take it, and the others what is left, each in its turn."""
    blocs = {matter.titre: matter.bloc(matter.part * room, size) for matter in matters if matter.part}
    left = room - _height(blocs.values(), size)
    for matter in matters:
        if not matter.part:
            blocs[matter.titre] = matter.bloc(left, size)
            left -= blocs[matter.titre].hauteur(size)
    return tuple(blocs[matter.titre] for matter in matters)


def _is_full_enough(laid: MiseEnPage, rooms: Rooms) -> bool:
    return all(height >= room * _LEAST for height, room in zip(laid.hauteurs(), rooms, strict=True))


def _left_out(laid: MiseEnPage) -> int:
    return sum(bloc.reste for bloc in laid.blocs())


def _worth(laid: MiseEnPage) -> tuple[int, int, int, float, float]:
    """No bare heading is best, then less left of what comes first, then less left; if nothing is, the larger letters,
    then the more even sheets."""
    blocs, left = laid.blocs(), _left_out(laid)
    bare = sum(1 for bloc in blocs if bloc.reste and not bloc.annonces)
    heights = laid.hauteurs()
    even = 0 if left else min(heights) - max(heights)
    return -bare, -blocs[0].reste, -left, _SIZES[laid.look], even


def _height(blocs: Iterable[Bloc], size: float) -> float:
    return sum(bloc.hauteur(size) for bloc in blocs)


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
