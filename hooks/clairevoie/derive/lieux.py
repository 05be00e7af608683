"""Places inside places: what a territory contains, and what contains it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clairevoie.model import Jeu


def above(jeu: Jeu, territoire: str) -> tuple[str, ...]:
    """The ids of a territory and of those it is part of, the nearest first."""
    chain: list[str] = []
    found = jeu.territoires.get(territoire)
    while found is not None and found.id not in chain:
        chain.append(found.id)
        found = jeu.territoires.get(found.parent) if found.parent else None
    return tuple(chain)


def contents(jeu: Jeu) -> Mapping[str, tuple[str, ...]]:
    """For each territory, its id then those of all that it contains, in the order of the ids."""
    inside: dict[str, list[str]] = {id: [id] for id in jeu.territoires}
    for id in jeu.territoires:
        for container in above(jeu, id)[1:]:
            inside[container].append(id)
    return {id: tuple(ids) for id, ids in inside.items()}


def all_above(jeu: Jeu, territoires: Iterable[str]) -> tuple[str, ...]:
    """The same as `above` for several territories, each once."""
    return tuple(dict.fromkeys(id for territoire in territoires for id in above(jeu, territoire)))
