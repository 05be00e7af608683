"""Names whose consent has lapsed leave before anything is written; the seat stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Membre, has_lapsed


def without_lapsed(jeu: Jeu, on: date) -> Jeu:
    """The same dataset, less the names that may no longer be shown on that day."""
    return Jeu.of(_fiches(jeu, on))


def _fiches(jeu: Jeu, on: date) -> Iterator[Fiche]:
    for fiche in jeu:
        membres: tuple[Membre, ...] = getattr(fiche, "membres", ())
        lapsed = any(has_lapsed(membre, on) for membre in membres)
        kept = tuple(_unnamed(membre) if has_lapsed(membre, on) else membre for membre in membres)
        yield fiche.model_copy(update={"membres": kept}) if lapsed else fiche


def _unnamed(membre: Membre) -> Membre:
    return membre.model_copy(update={"nom": None, "base_publication": None})
