"""A list too long for one page, cut into pages whose addresses stay as the list grows.

Goes in: the entries in order, and the steps by which each is filed (a démarche, then a letter…). Comes out: a tree of
`Tranche`. A tranche that is short enough holds its entries; a longer one is cut by the next step, and leads at once
to all the pages of entries below it: from the page of the list to an entry there are three links at most.

An address says what is filed there, never a rank: `projets/demarche/parc/ab` holds the same names as ever when other
names come. What is over the limit once goes on having its page, which then leads to finer ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from clairevoie.derive.ordre import alphabetical, initial
from clairevoie.model.folding import slug

E = TypeVar("E")

# How many cards of a list stand on one page: in real texts, some 45 kB once compressed.
LIMITE = 400


class Pas(NamedTuple):
    """One step of the filing of an entry: the address of what is filed there, and its words.

    Words that are empty are those of the first and the last entry: « De Cabane à Camp ».
    """

    adresse: str
    titre: str = ""


# The step of an entry at a depth, from 0; None when nothing finer tells it from the others.
Classement = Callable[[E, int], Pas | None]


@dataclass(frozen=True, slots=True)
class Tranche(Generic[E]):
    """What is filed under one step: its entries in order, and the finer tranches when it is cut."""

    pas: Pas
    entrees: tuple[E, ...]
    dessous: tuple[Tranche[E], ...] = ()

    @property
    def nombre(self) -> int:
        """How many entries."""
        return len(self.entrees)

    @property
    def feuilles(self) -> tuple[Tranche[E], ...]:
        """The pages of entries below it, in order; itself when it is one."""
        return tuple(leaf for one in self.dessous for leaf in one.feuilles) if self.dessous else (self,)

    @property
    def toutes(self) -> Iterator[Tranche[E]]:
        """Itself, and every tranche below."""
        yield self
        for one in self.dessous:
            yield from one.toutes


def decouper(
    entrees: Sequence[E], classement: Classement[E], adresse: str, limite: int = LIMITE
) -> Tranche[E]:
    """The tranche of a whole list: cut when it holds more than `limite` entries."""
    return _cut(Pas(adresse), tuple(entrees), classement, 0, limite)


def _cut(pas: Pas, entrees: tuple[E, ...], classement: Classement[E], depth: int, limite: int) -> Tranche[E]:
    if len(entrees) <= limite:
        return Tranche(pas, entrees)
    groups: dict[str, list[E]] = {}
    steps: dict[str, Pas] = {}
    for entree in entrees:
        step = classement(entree, depth)
        if step is None:
            return Tranche(pas, entrees)
        steps.setdefault(step.adresse, step)
        groups.setdefault(step.adresse, []).append(entree)
    below = (_cut(step, tuple(groups[key]), classement, depth + 1, limite) for key, step in steps.items())
    return Tranche(pas, entrees, tuple(below))


def par_lettre(base: str, nom: str, id: str, depth: int) -> Pas | None:
    """The step of a name at a depth: its first letter, then its first two… in the order in which names are filed.

    What bears the same name is told apart by its id, so that no number of entries is too many.
    """
    letter = initial(nom)
    plain = slug(letter)
    # A letter of another script has no plain one: its number, after a sign that begins no other address.
    stem = slug(alphabetical(nom)) if plain else f"-{ord(letter):x}"
    if depth == 0:
        return Pas(f"{base}/{plain or stem}", letter)
    spelled = f"{stem}--{id}"
    first = 0 if plain else len(stem) - 1
    ends = [rank + 1 for rank, sign in enumerate(spelled) if sign != "-" and rank >= first]
    return Pas(f"{base}/{spelled[: ends[depth]]}") if depth < len(ends) else None
