"""What the model says of a field, found once: its title, what it holds, where its values come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from clairevoie.model.base import Forme, Vers, VersAdresse, VersAncre
from clairevoie.model.listes import is_closed


@dataclass(frozen=True, slots=True)
class Genre:
    """The kind of a field.

    `forme` is the class of the forms it holds; `vers` the collection it refers to; `adresse` and `ancre` whether
    it holds addresses or anchors; `ferme` whether its values come from a closed list; `defaut` its default.
    """

    titre: str
    forme: type[Forme] | None
    vers: str | None
    adresse: bool
    ancre: bool
    ferme: bool
    defaut: object


@cache
def genre(forme: type[BaseModel], champ: str) -> Genre:
    """The kind of a field of a form."""
    field = forme.model_fields[champ]
    marks = [*field.metadata, *_marks(field.annotation)]
    return Genre(
        titre=str(field.title or ""),
        forme=next((m for m in marks if isinstance(m, type) and issubclass(m, Forme)), None),
        vers=next((m.collection for m in marks if isinstance(m, Vers)), None),
        adresse=any(isinstance(m, VersAdresse) for m in marks),
        ancre=any(isinstance(m, VersAncre) for m in marks),
        ferme=is_closed(field.annotation),
        defaut=field.default,
    )


_UNSAID = ("", "non_precise", "non_precisee")


def is_said(valeur: object, defaut: object = None) -> bool:
    """Whether there is something to show: an empty list, nothing, or a « non précisé » is not.

    A « no » is said where nothing is the default, and goes without saying where it is the default itself.
    """
    if valeur is False:
        return defaut is not False
    if isinstance(valeur, str):
        return valeur not in _UNSAID
    return valeur is not None and valeur != ()


def _marks(annotation: Any) -> Iterator[object]:
    """The marks and forms anywhere inside an annotation."""
    yield from getattr(annotation, "__metadata__", ())
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _marks(part)
