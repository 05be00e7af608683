"""The documentation of every field of every collection and form, read from the model itself: never stale."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Booleen, Forme, FormeCourte, Jour, Montant, Nombre, TexteOuNombre
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.pages.introspection import Genre, genre, macro_name

# The kinds of plain values, told by their annotation.
_PLAIN: tuple[tuple[Any, str], ...] = (
    (Booleen, "oui ou non (true, false)"),
    (Jour, "date"),
    (Montant, "montant"),
    (Nombre, "nombre"),
    (TexteOuNombre, "texte ou nombre"),
)


@dataclass(frozen=True, slots=True)
class Champ:
    """One field: its key, what it is called and for, the type to type, the values allowed."""

    cle: str
    titre: str
    description: str
    type: str
    plusieurs: bool
    obligatoire: bool
    valeurs: tuple[tuple[str, str], ...]
    forme: str | None


@dataclass(frozen=True, slots=True)
class ChapitreChamps:
    """The fields of a collection or of a form; `court` is the field that a bare sentence fills."""

    titre: str
    ancre: str
    court: str | None
    champs: tuple[Champ, ...]


def fields(_: object) -> dict[str, object]:
    """What every record has, then the fields of each collection, then those of each form."""
    common = ChapitreChamps("Toutes les fiches", "champs-communs", None, tuple(_fields(Fiche)))
    collections = [
        ChapitreChamps(
            kind.libelle, f"champs-{name}", None, tuple(_fields(kind.modele, set(Fiche.model_fields)))
        )
        for name, kind in COLLECTIONS.items()
    ]
    forms = [
        ChapitreChamps(macro_name(forme), f"forme-{macro_name(forme)}", _short(forme), tuple(_fields(forme)))
        for forme in _forms()
    ]
    return {"collections": [common, *collections], "formes": forms}


def _fields(forme: type[Forme], known: set[str] | None = None) -> Iterator[Champ]:
    for name, field in forme.model_fields.items():
        if not field.exclude and name not in (known or ()):
            kind = genre(forme, name)
            yield Champ(
                cle=name,
                titre=kind.titre,
                description=field.description or "",
                type=_type(field, kind),
                plusieurs=_is_many(field.annotation),
                obligatoire=field.is_required(),
                valeurs=_values(field, kind),
                forme=f"forme-{macro_name(kind.forme)}" if kind.forme else None,
            )


def _type(field: FieldInfo, kind: Genre) -> str:
    """The type, in the words of the editor."""
    if kind.forme is not None:
        return macro_name(kind.forme)
    if kind.vers:
        return f"id d'une fiche de {kind.vers}/"
    if kind.adresse:
        return "adresse (collection/id, avec ou sans #ancre)"
    if kind.ancre:
        return "ancre de la fiche, ou adresse"
    if kind.ferme:
        return "choix"
    whole = (field.annotation, *field.metadata)
    found = (words for annotation, words in _PLAIN if _is_made_of(whole, annotation))
    return next(found, "texte")


def _is_made_of(whole: tuple[Any, ...], annotated: Any) -> bool:
    """Whether an annotation holds the marks of `Annotated[…]`, anywhere."""
    marks = {id(mark) for mark in annotated.__metadata__}
    pending = list(whole)
    while pending:
        part = pending.pop()
        if id(part) in marks:
            return True
        pending += [*getattr(part, "__metadata__", ()), *get_args(part)]
    return False


def _is_many(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_many(part) for part in get_args(annotation))


def _values(field: FieldInfo, kind: Genre) -> tuple[tuple[str, str], ...]:
    """The values of a closed list: what to type, and the words that people read."""
    return tuple((value, mot(value)) for value in _literals(field.annotation)) if kind.ferme else ()


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is typing.Literal:
        yield from get_args(annotation)
        return
    for part in get_args(annotation):
        yield from _literals(part)


def _short(forme: type[Forme]) -> str | None:
    return forme.champ_court if issubclass(forme, FormeCourte) else None


def _forms() -> list[type[Forme]]:
    """Every form that a collection uses, however deep, in the order of their names."""
    found: dict[str, type[Forme]] = {}
    pending: list[type[Forme]] = [kind.modele for kind in COLLECTIONS.values()]
    while pending:
        for forme in _used(pending.pop()):
            if forme.__name__ not in found:
                found[forme.__name__] = forme
                pending.append(forme)
    return [found[name] for name in sorted(found)]


def _used(forme: type[Forme]) -> Iterator[type[Forme]]:
    for name in forme.model_fields:
        inner = genre(forme, name).forme
        if inner is not None:
            yield inner
