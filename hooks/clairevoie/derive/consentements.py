"""Names that may no longer be shown, or not yet, leave before anything is written; the seat stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Membre, may_be_named


def without_hidden_names(jeu: Jeu, on: date) -> Jeu:
    """The same dataset, less the names of those whose consent has lapsed, or who do not hold their seat that day."""
    return Jeu.of(_fiches(jeu, on))


def _fiches(jeu: Jeu, on: date) -> Iterator[Fiche]:
    for fiche in jeu:
        membres: tuple[Membre, ...] = getattr(fiche, "membres", ())
        kept = tuple(membre if may_be_named(membre, on) else _unnamed(membre) for membre in membres)
        yield fiche if kept == membres else fiche.model_copy(update={"membres": kept})


def _unnamed(membre: Membre) -> Membre:
    return membre.model_copy(update={"nom": None, "base_publication": None})
