"""A record of any collection with every field of every form filled in, each text unlike the others."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator
from itertools import count
from typing import Any

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.temps import Duree, Echeance, Frequence
from clairevoie.pages.introspection import genre

# Phrases that say when, for how long and how often; their machine values are read, not typed.
_PHRASES: dict[type[Forme], dict[str, Any]] = {
    Echeance: {"texte": "Automne 2009", "portee": "Comité de travail"},
    Frequence: {"texte": "4 rencontres par année", "objet": "bilan"},
    Duree: {"texte": "24 mois"},
}
# What must stay out for the rest to be seen: nesting, withdrawal, files of the machine.
_LEFT_OUT = {"id", "parent", "retrait", "rattache_a", "base_publication", "expire"}
_KINDS = {"Montant": 1200, "Nombre": 7, "Jour": "12 mars 2020", "Booleen": True}


def full_dataset(texte: str = "Fait numéro") -> tuple[Jeu, dict[str, list[str]]]:
    """One record of each collection, all citing each other, and the texts typed in each, by address."""
    numbers = count(1)
    fiches: list[Fiche] = []
    typed: dict[str, list[str]] = {}
    for name, kind in COLLECTIONS.items():
        said: list[str] = []
        values = dict(_filled(kind.modele, numbers, texte, said))
        values |= {"publication": "publie", "id": "un"}
        fiches.append(kind.modele(**values))
        typed[f"{name}/un"] = said
    return Jeu.of(fiches), typed


def _filled(
    forme: type[Forme], numbers: Iterator[int], texte: str, said: list[str]
) -> Iterator[tuple[str, Any]]:
    for name, field in forme.model_fields.items():
        if name not in _LEFT_OUT and name != "publication":
            value = _value(forme, name, numbers, texte, said)
            yield name, [value] if _is_many(field.annotation) else value
    if "id" in forme.model_fields and not issubclass(forme, Fiche):
        yield "id", f"element-{next(numbers)}"


def _value(forme: type[Forme], name: str, numbers: Iterator[int], texte: str, said: list[str]) -> Any:
    kind = genre(forme, name)
    if kind.forme is not None:
        return _PHRASES.get(kind.forme) or dict(_filled(kind.forme, numbers, texte, said))
    if kind.ferme:
        return _choice(forme.model_fields[name].annotation)
    if kind.vers or kind.adresse or kind.ancre:
        return "un" if kind.vers else "projets/un"
    plain = next((v for k, v in _KINDS.items() if k in _named(forme, name)), None)
    if plain is not None:
        return plain
    said.append(f"{texte} {next(numbers)}.")
    return said[-1]


def _named(forme: type[Forme], name: str) -> str:
    """The annotation of a field as it was written: `tuple[Texte, ...]`."""
    owner = next(cls for cls in forme.__mro__ if name in inspect.get_annotations(cls))
    return str(inspect.get_annotations(owner)[name])


def _choice(annotation: Any) -> str:
    """A value of a closed list, other than the vague ones."""
    values = [
        v
        for v in _literals(annotation)
        if v not in ("membre", "autre", "non_precise", "non_precisee", "retire", "CAD", "faible")
    ]
    return values[-1]


def _literals(annotation: Any) -> Iterator[str]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    for part in typing.get_args(annotation) if typing.get_origin(annotation) is not typing.Literal else ():
        yield from _literals(part)


def _is_many(annotation: Any) -> bool:
    return typing.get_origin(annotation) is tuple or any(
        _is_many(part) for part in typing.get_args(annotation)
    )
