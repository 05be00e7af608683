"""What the model can already say of a record: the rest is left out until it can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from clairevoie.model import COLLECTIONS
from tests.jeux.fiches import Records


def known(records: Records) -> Records:
    """The same records, without the fields and the values that the model does not have."""
    return {
        address: _kept(fields, COLLECTIONS[address.partition("/")[0]].modele)
        for address, fields in records.items()
    }


def _kept(value: Any, annotation: Any) -> Any:
    if isinstance(value, list):
        return [_kept(one, annotation) for one in value]
    form = next(
        (one for one in _parts(annotation) if isinstance(one, type) and issubclass(one, BaseModel)), None
    )
    if not isinstance(value, dict) or form is None:
        return value
    fields = form.model_fields
    return {
        key: _kept(one, fields[key].annotation)
        for key, one in value.items()
        if key in fields and _may_be(one, fields[key].annotation)
    }


def _may_be(value: Any, annotation: Any) -> bool:
    words = [word for one in _parts(annotation) if get_origin(one) is Literal for word in get_args(one)]
    return not isinstance(value, str) or not words or value in words


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for one in get_args(annotation):
            yield from _parts(one)
