"""The one reading of the annotations of the model: what each field is, what it holds, where it may stand.

Goes in: a class of forms. Comes out: its fields, in the order of the model, each as a `Champ`. Schemas, guide, pages,
search and rules ask here; nothing else looks into an annotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from clairevoie.model.base import (
    Colonne,
    Forme,
    FormeCourte,
    Interne,
    Marque,
    Nature,
    Nominatif,
    OneOrMany,
    Valeur,
    Vers,
    VersAdresse,
    VersAncre,
)
from clairevoie.model.mots import mot

Sorte = Literal["forme", "renvoi", "adresse", "ancre", "choix"] | Nature


@dataclass(frozen=True, slots=True)
class Champ:
    """One field of a form, as the model declares it.

    `forme` is the class of the forms it holds, `marque` says what its references lead to, `valeurs` are those of its
    closed list with their French words; each is empty when the field is of another `sorte`. `saisi` is False for what
    the program gives by itself (the id of a record is the name of its file); `colonne` is whether it has a column in
    the file that « Explorer » gives. No page shows an `interne` one; a `nominatif` one names a person; `seul` is a list
    whose only value may stand without it.
    """

    nom: str
    titre: str
    description: str
    sorte: Sorte
    plusieurs: bool
    obligatoire: bool
    saisi: bool
    colonne: bool
    interne: bool
    nominatif: bool
    seul: bool
    defaut: object
    forme: type[Forme] | None = None
    marque: Marque | None = None
    valeurs: tuple[tuple[str, str], ...] = ()

    @property
    def vers(self) -> str | None:
        """The collection of the records that it names by their id."""
        return self.marque.collection if isinstance(self.marque, Vers) else None


@cache
def describe(forme: type[BaseModel]) -> Mapping[str, Champ]:
    """Every field of a form by its name; raises TypeError for a field whose annotation says too little."""
    fields = {name: _field(forme, name, info) for name, info in forme.model_fields.items()}
    return MappingProxyType(fields)


@cache
def forms_inside(forme: type[Forme]) -> frozenset[type[Forme]]:
    """A kind of form and all those that it may hold, at any depth."""
    found: set[type[Forme]] = set()
    todo = [forme]
    while todo:
        here = todo.pop()
        if here not in found:
            found.add(here)
            todo += [champ.forme for champ in describe(here).values() if champ.forme]
    return frozenset(found)


@cache
def fields_holding(forme: type[Forme], nom: str) -> tuple[str, ...]:
    """The fields of a form in which a field of that name may stand, however deep."""
    held = ((champ.nom, champ.forme) for champ in describe(forme).values() if champ.forme)
    return tuple(name for name, inner in held if any(nom in describe(one) for one in forms_inside(inner)))


def short_field(forme: type[Forme]) -> str | None:
    """The field that a form typed as one bare sentence fills; None for a form that has no short way."""
    return forme.champ_court if issubclass(forme, FormeCourte) else None


@cache
def form_key(forme: type[Forme]) -> str:
    """The name of a form in the guide and in the templates: `EnjeuCite` → `enjeu_cite`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", forme.__name__).lower()


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


def _field(forme: type[BaseModel], name: str, info: FieldInfo) -> Champ:
    parts = (*info.metadata, *_parts(info.annotation))
    inner = [part for part in parts if isinstance(part, type) and issubclass(part, Forme)]
    marks = [part for part in parts if isinstance(part, (Vers, VersAdresse, VersAncre))]
    values = [value for part in parts if get_origin(part) is Literal for value in get_args(part)]
    natures = [part.nature for part in parts if isinstance(part, Valeur)]
    if len(inner) > 1 or len(marks) > 1 or not (inner or marks or values or natures):
        raise TypeError(f"{forme.__name__}.{name} : l'annotation ne dit pas ce que tient ce champ")
    return Champ(
        nom=name,
        titre=str(info.title or ""),
        description=info.description or "",
        sorte="forme" if inner else _SORTES[type(marks[0])] if marks else "choix" if values else natures[0],
        plusieurs=any(get_origin(part) is tuple for part in parts),
        obligatoire=info.is_required(),
        saisi=not info.exclude,
        colonne=any(isinstance(part, Colonne) for part in parts),
        interne=any(isinstance(part, Interne) for part in parts),
        nominatif=any(isinstance(part, Nominatif) for part in parts),
        seul=OneOrMany in parts,
        defaut=info.default,
        forme=inner[0] if inner else None,
        marque=marks[0] if marks else None,
        valeurs=tuple((value, mot(value, name)) for value in values),
    )


_SORTES: Mapping[type[Marque], Sorte] = {Vers: "renvoi", VersAdresse: "adresse", VersAncre: "ancre"}


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything it is made of, marks included."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)
