"""Every form of one kind, whatever record holds it and wherever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin, formes
from clairevoie.validate.dossier import Dossier

F = TypeVar("F", bound=Forme)


def every(dossier: Dossier, kind: type[F]) -> Iterator[tuple[Fiche, Chemin, F]]:
    """Every form of this kind in the dataset, with its record and its place in it."""
    return (
        (fiche, chemin, forme)
        for exact, found in dossier.formes.items()
        if issubclass(exact, kind)
        for fiche, chemin, forme in found
        if isinstance(forme, kind)
    )


def inside(fiche: Fiche, kind: type[F]) -> Iterator[tuple[Fiche, Chemin, F]]:
    """The same, in one record."""
    return ((fiche, chemin, forme) for chemin, forme in formes(fiche) if isinstance(forme, kind))
