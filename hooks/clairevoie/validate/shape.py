"""The form of one record: plain values become a frozen fiche, or problems that say what to type.

The model speaks of places where every short form is written in full (`echeances[0].texte`); an editor
typed less (`echeances: "Automne 2009"`), and is shown what was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from clairevoie.model import COLLECTIONS
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.read import Record
from clairevoie.validate.champs import form_at
from clairevoie.validate.fautes import Faute, word
from clairevoie.validate.lieux import names, walk


def shape(record: Record) -> tuple[Fiche | None, tuple[Problem, ...]]:
    """The fiche that a record describes, None when its form is wrong, and what is wrong with it."""
    modele = COLLECTIONS[record.collection].modele
    fautes: list[Faute] = []
    fiche = None
    try:
        fiche = modele.model_validate({**record.data, "id": record.id})
    except ValidationError as refused:
        fautes = [_faute(record, error) for error in refused.errors(include_url=False)]
    told = {faute.place for faute in fautes}
    found = walk(record.data) if _lacks_a_value(record.data) else ()
    nulls = (place for place, value in found if value is None and place not in told)
    return fiche, (*_typed_id(record), *map(word, fautes), *(_empty(record, place) for place in nulls))


def _typed_id(record: Record) -> Iterator[Problem]:
    if "id" in record.data:
        typed = record.raw("id") or record.id
        yield replace(problem("ID-01", record.adresse, ("id",), id=typed), of_key=True)


def _lacks_a_value(block: Mapping[str, Any] | list[Any]) -> bool:
    """Whether something is empty inside a block: nearly nothing ever is, and its place is slower to find."""
    return any(
        value is None or (isinstance(value, (dict, list)) and _lacks_a_value(value))
        for value in (block if isinstance(block, list) else block.values())
    )


def _empty(record: Record, place: Chemin) -> Problem:
    """Nothing was typed after a field or a dash: the model would take it for an absent field."""
    return problem("TYP-15", record.adresse, place, champ=names(place)[-1])


def _faute(record: Record, error: ErrorDetails) -> Faute:
    """What the model refused, at the place where it was typed."""
    loc = error["loc"]
    return Faute(
        record=record,
        kind=error["type"],
        name=names(loc)[-1],
        place=_typed_place(record.data, loc),
        forme=form_at(COLLECTIONS[record.collection].modele, loc),
        value=error["input"],
        facts=error.get("ctx", {}),
    )


def _typed_place(data: Mapping[str, Any], loc: Chemin) -> Chemin:
    """The path typed for a path of the model: no rank for a value typed alone, no field of a short form."""
    here: Any = data
    place: Chemin = ()
    for part in loc:
        steps = here if isinstance(here, Mapping) else range(len(here) if isinstance(here, list) else 0)
        if part in steps:
            here = here[part]
            place = (*place, part)
        elif isinstance(part, str):
            break
    return place
