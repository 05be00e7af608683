"""Who decides: the links between comités, and the order in which to read them, from the top down."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import groupby

from clairevoie.derive.nesting import nest
from clairevoie.derive.ordre import by_rank
from clairevoie.model.comites import Comite

PARENT = "parent"

# In these links, who is named stands below who speaks; in those, above. The others say nothing of it.
_DOWNWARDS = frozenset({"elit", "coordonne", "precede"})
_UPWARDS = frozenset({"rend_compte_a", "soutient", PARENT})


@dataclass(frozen=True, slots=True)
class Noeud:
    """A comité and those that answer to it."""

    comite: Comite
    dessous: tuple[Noeud, ...]


@dataclass(frozen=True, slots=True)
class LienDeComites:
    """One link as the source gives it, from the comité `de` to those of `vers`; none when it names none.

    `type` is a kind of relation, or `parent`; `texte` the words of the source.
    """

    de: str
    type: str
    vers: tuple[str, ...]
    texte: str | None

    @property
    def touches(self) -> tuple[str, ...]:
        """The comités at both ends."""
        return (self.de, *self.vers)


def tree(comites: Iterable[Comite]) -> tuple[Noeud, ...]:
    """The comités in the same order, nested by `parent`; one whose parent is not among them stands at the top."""
    known = {comite.id: comite for comite in comites}
    return nest(known.values(), lambda one: one.id, lambda one: one.parent, Noeud)


def links(comites: Iterable[Comite], about: Collection[str]) -> tuple[LienDeComites, ...]:
    """The links of these comités that start from one of `about`, or lead to one."""
    told = (lien for comite in comites for lien in _links(comite))
    return tuple(lien for lien in told if any(id in about for id in lien.touches))


def _links(comite: Comite) -> Iterator[LienDeComites]:
    if comite.parent:
        yield LienDeComites(comite.id, PARENT, (comite.parent,), None)
    for relation in comite.relations:
        yield LienDeComites(comite.id, relation.type, tuple(dict.fromkeys(relation.cibles)), relation.texte)


def top_down(comites: Iterable[Comite], liens: Iterable[LienDeComites]) -> tuple[Comite, ...]:
    """The comités as a drawing shows them: those that links join stand together, who elects above who is elected.

    The widest kind comes first, as do those with links; where links go round in a circle, it alone decides.
    """
    ranked = {comite.id: comite for comite in by_rank(comites)}
    given = [lien for lien in liens if ranked.keys() >= set(lien.touches)]
    groups = _joined(ranked, given)
    linked = {id for lien in given for id in lien.touches}
    first = {group: rank for rank, group in reversed(list(enumerate(groups.values())))}
    ordered = sorted(ranked, key=lambda id: (id not in linked, first[groups[id]]))
    above = _above(ranked, given)
    apart = (_placed(tuple(group), above) for _, group in groupby(ordered, key=groups.__getitem__))
    return tuple(ranked[id] for placed in apart for id in placed)


def right_above(ordered: Iterable[Comite], liens: Iterable[LienDeComites]) -> Mapping[str, str | None]:
    """For each of the comités as `top_down` orders them, one that stands right above it and comes before; the first
    named of several."""
    ids = [comite.id for comite in ordered]
    above = _above(ids, liens)
    found: dict[str, str | None] = {}
    for id in ids:
        found[id] = next((one for one in above[id] if one in found), None)
    return found


def _joined(ids: Iterable[str], liens: Iterable[LienDeComites]) -> Mapping[str, str]:
    """For each comité, the one that stands for all those it is joined to, near or far."""
    leader = {id: id for id in ids}

    def find(id: str) -> str:
        while leader[id] != id:
            leader[id] = id = leader[leader[id]]
        return id

    for lien in liens:
        for id in lien.vers:
            leader[find(id)] = find(lien.de)
    return {id: find(id) for id in leader}


def _above(ids: Iterable[str], liens: Iterable[LienDeComites]) -> Mapping[str, list[str]]:
    """For each comité, those that stand right above it."""
    above: dict[str, list[str]] = {id: [] for id in ids}
    for lien in liens:
        for id in lien.vers:
            if lien.type in _DOWNWARDS:
                above[id].append(lien.de)
            elif lien.type in _UPWARDS:
                above[lien.de].append(id)
    return above


def _placed(ids: Sequence[str], above: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The ids in the same order, but each after those above it; a circle is cut at the first of its members."""
    rank = {id: place for place, id in enumerate(ids)}
    waits = {rank[id]: {rank[one] for one in above[id]} - {rank[id]} for id in ids}
    below: dict[int, list[int]] = {place: [] for place in waits}
    for place, those in waits.items():
        for one in those:
            below[one].append(place)
    ready = [place for place, those in waits.items() if not those]
    while waits:
        here = heappop(ready) if ready else _first_of_a_circle(waits)
        del waits[here]
        yield ids[here]
        for place in below[here]:
            if place in waits:
                waits[place].discard(here)
                if not waits[place]:
                    heappush(ready, place)


def _first_of_a_circle(waits: Mapping[int, set[int]]) -> int:
    """Going up from anywhere when everyone waits for someone, one comes back to where one has been."""
    trail: list[int] = []
    here = min(waits)
    while here not in trail:
        trail.append(here)
        here = min(waits[here])
    return min(trail[trail.index(here) :])
