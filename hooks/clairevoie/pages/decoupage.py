"""A list too long for one page, cut into pages whose addresses stay as the list grows.

Goes in: the entries in order, and the steps by which each is filed (a démarche, then a letter…). Comes out: a tree of
`Tranche`. A tranche that is short enough holds its entries; a longer one is cut by the next step, and leads at once
to all the pages of entries below it: from the page of the list to an entry there are three links at most.

An address says what is filed there, never a rank: `projets/demarche/parc/ab` holds the same names as ever when other
names come. What is over the limit once goes on having its page, which then leads to finer ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from clairevoie.derive.ordre import alphabetical, initial
from clairevoie.model.folding import slug

E = TypeVar("E")

# How many cards of a list stand on one page: in real texts, some 45 kB once compressed. What is lighter than a card,
# a name for instance, is said by how many of it weigh as much.
LIMITE = 400
NOMS = 2


class Pas(NamedTuple):
    """One step of the filing of an entry: the address of what is filed there, its words, its anchor in a list.

    Words that are empty are those of the first and the last entry: « De Cabane à Camp ». The anchor, empty for none,
    is the one that its heading has on the page of a list that is not cut: what leads there goes on leading there.
    """

    adresse: str
    titre: str = ""
    ancre: str = ""


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


@dataclass(frozen=True, slots=True)
class PartieCoupee(Generic[E]):
    """One part of a cut list: its title and anchor (empty when the list has no other part), its tranches.

    `nom` names an entry, `mots` are what entries are called, one and several. The template `gabarit` shows some
    entries, and sees what `voir` makes of them.
    """

    tranche: Tranche[E]
    nom: Callable[[E], str]
    mots: tuple[str, str]
    voir: Callable[[Sequence[E]], Mapping[str, object]]
    gabarit: str = "cartes"
    titre: str = ""
    ancre: str = ""
    # The anchors that the headings of some entries have where the list is not cut.
    ancres: Callable[[Sequence[E]], Sequence[str]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class Coupe:
    """A list that is cut: the sentences that count what it holds, then its parts.

    The template `tete`, if any, says what comes before, of what it sees in `vu`.
    """

    comptes: tuple[str, ...]
    parties: tuple[PartieCoupee[Any], ...]
    tete: str = ""
    vu: Mapping[str, object] = field(default_factory=dict)


def is_long(nombre: int, fois: int = 1) -> bool:
    """Whether so many entries are too many for one page; `fois` of them weigh as much as a card."""
    return nombre > LIMITE * fois


def decouper(
    entrees: Sequence[E],
    classement: Classement[E],
    adresse: str,
    limite: int | None = None,
    *,
    fois: int = 1,
    poids: Callable[[E], int] = lambda _: 1,
) -> Tranche[E]:
    """The tranche of a whole list, cut when it holds more than `limite` entries, or else when it is long.

    `fois` of its entries weigh as much as a card; `poids` tells how many entries one of them counts for.
    """

    def long(some: Sequence[E]) -> bool:
        count = sum(map(poids, some))
        return is_long(count, fois) if limite is None else count > limite

    return _cut(Pas(adresse), tuple(entrees), classement, 0, long)


def _cut(
    pas: Pas,
    entrees: tuple[E, ...],
    classement: Classement[E],
    depth: int,
    long: Callable[[Sequence[E]], bool],
) -> Tranche[E]:
    """A letter that all the names have is no page: the next one is asked until it tells them apart."""
    if not long(entrees):
        return Tranche(pas, entrees)
    groups: dict[str, list[E]] = {}
    steps: dict[str, Pas] = {}
    for entree in entrees:
        step = classement(entree, depth)
        if step is None:
            return Tranche(pas, entrees)
        steps.setdefault(step.adresse, step)
        groups.setdefault(step.adresse, []).append(entree)
    if len(steps) == 1 and not next(iter(steps.values())).titre:
        return _cut(pas, entrees, classement, depth + 1, long)
    below = (_cut(step, tuple(groups[key]), classement, depth + 1, long) for key, step in steps.items())
    return Tranche(pas, entrees, tuple(below))


def par_lettre(base: str, nom: str, id: str, depth: int, ancre: str = "") -> Pas | None:
    """The step of a name at a depth: its first letter, then its first two… in the order in which names are filed.

    What bears the same name is told apart by its id, so that no number of entries is too many. `ancre` is the head
    of the anchor of a letter in its list (`lettre-`).
    """
    letter = initial(nom)
    plain = slug(letter)
    # A letter of another script has no plain one: its number, after a sign that begins no other address.
    stem = slug(alphabetical(nom)) if plain else f"-{ord(letter):x}"
    if depth == 0:
        return Pas(f"{base}/{plain or stem}", letter, ancre and f"{ancre}{letter.lower()}")
    spelled = f"{stem}--{id}"
    first = 0 if plain else len(stem) - 1
    ends = [rank + 1 for rank, sign in enumerate(spelled) if sign != "-" and rank >= first]
    return Pas(f"{base}/{spelled[: ends[depth]]}") if depth < len(ends) else None
