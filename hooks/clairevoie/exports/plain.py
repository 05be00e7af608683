"""What a form says, as it would be typed in `data/`: the plain values of its data file."""

from __future__ import annotations

from functools import cache
from typing import Any

from clairevoie.model.base import Forme, FormeCourte
from clairevoie.model.describe import Champ, describe
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.sources import AncreDeplacee


@cache
def public_fields(forme: type[Forme]) -> tuple[Champ, ...]:
    """The fields of a form that may leave: those that are typed, and that some page shows."""
    return tuple(champ for champ in describe(forme).values() if champ.saisi and not champ.interne)


def says_nothing(value: object) -> bool:
    """Whether a field was not typed, or holds an empty list: no is an answer, and so is zero."""
    return not value and (value is None or value == ())


def published(forme: Forme) -> dict[str, Any]:
    """What a form says, as it would be typed: fields that say their default are left out."""
    said = {}
    for champ in public_fields(type(forme)):
        value = getattr(forme, champ.nom)
        if value != champ.defaut:
            said[champ.nom] = _typed(value[0] if champ.seul and len(value) == 1 else value)
    return said


def _typed(value: Any) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], AncreDeplacee):
        return {moved.ancienne: moved.nouvelle for moved in value}
    if isinstance(value, Forme):
        said = published(value)
        short = isinstance(value, FormeCourte) and said.keys() == {value.champ_court}
        return said[value.champ_court] if short else said  # type: ignore[attr-defined]
    if isinstance(value, tuple):
        return [_typed(one) for one in value]
    return value.texte if isinstance(value, ReadDeadline) else value
