"""The yearly cycle: a comité takes stock, then chooses the targets of the year and the support it agrees on.

Goes in: the comités and the events of a démarche. Comes out: its cycle, as far as anybody recorded it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clairevoie.derive.ordre import by_rank, in_time
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.folding import fold
from clairevoie.model.temps import Frequence


@dataclass(frozen=True, slots=True)
class Cycle:
    """`bilans` the yearly reviews, the latest first; `comites` those that say they take stock, each with how often."""

    demarche: Demarche
    bilans: tuple[Evenement, ...]
    comites: tuple[tuple[Comite, tuple[Frequence, ...]], ...]


def cycle(demarche: Demarche, comites: Iterable[Comite], evenements: Iterable[Evenement]) -> Cycle | None:
    """The cycle of a démarche; None when nothing says that it has one."""
    reviews = in_time(event for event in evenements if event.type == "bilan")
    told = ((comite, tuple(filter(_is_stock, comite.frequence))) for comite in by_rank(comites))
    takers = tuple((comite, frequences) for comite, frequences in told if frequences)
    return Cycle(demarche, tuple(reversed(reviews)), takers) if reviews or takers else None


def _is_stock(frequence: Frequence) -> bool:
    return fold(frequence.objet or "").startswith("bilan")
