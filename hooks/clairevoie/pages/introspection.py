"""What the model says of a field, and how that is to be shown."""

from __future__ import annotations

import re
from functools import cache

from clairevoie.model.base import Forme
from clairevoie.model.genres import Genre, genre, is_said

__all__ = ["Genre", "fields_holding", "genre", "is_said", "macro_name"]


@cache
def fields_holding(modele: type[Forme], champ: str) -> tuple[str, ...]:
    """The fields of a record whose forms, however deep, have a field of that name."""
    held = ((name, genre(modele, name).forme) for name in modele.model_fields)
    return tuple(name for name, forme in held if forme is not None and _has(forme, champ, (modele,)))


def _has(forme: type[Forme], champ: str, seen: tuple[type[Forme], ...]) -> bool:
    if champ in forme.model_fields:
        return True
    inner = {genre(forme, name).forme for name in forme.model_fields} - {None, forme, *seen}
    return any(_has(found, champ, (*seen, forme)) for found in inner if found is not None)


@cache
def macro_name(forme: type[Forme]) -> str:
    """`EnjeuCite` → `enjeu_cite`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", forme.__name__).lower()
