"""Who decides: the comités of a démarche, each under the one it answers to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clairevoie.derive.ordre import by_rank
from clairevoie.model.comites import Comite


@dataclass(frozen=True, slots=True)
class Noeud:
    """A comité and those that answer to it."""

    comite: Comite
    dessous: tuple[Noeud, ...]


def tree(comites: Iterable[Comite]) -> tuple[Noeud, ...]:
    """The comités nested by `parent`; one whose parent is not among them stands at the top."""
    known = {comite.id: comite for comite in comites}
    below: dict[str | None, list[Comite]] = {}
    for comite in by_rank(known.values()):
        below.setdefault(comite.parent if comite.parent in known else None, []).append(comite)

    def nodes(parent: str | None) -> tuple[Noeud, ...]:
        return tuple(Noeud(comite, nodes(comite.id)) for comite in below.get(parent, ()))

    return nodes(None)
