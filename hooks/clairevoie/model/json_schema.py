"""The JSON Schema of a collection, from its model: what helps a text editor propose fields and values."""

from __future__ import annotations

import json
from typing import Any

from clairevoie.model.collections import COLLECTIONS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one collection, as a person types it: the id is the file name, it is not a field."""
    genre = COLLECTIONS[name]
    schema = genre.modele.model_json_schema()
    schema["properties"].pop("id")
    schema["required"] = [field for field in schema["required"] if field != "id"]
    return {"$schema": _DIALECT, **schema, "title": genre.libelle}


def schema_text(name: str) -> str:
    """The same, as it is written in a file."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
