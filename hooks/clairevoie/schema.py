"""The JSON Schema of each collection, from the model: editors that know YAML complete and check with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clairevoie.model import COLLECTIONS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def of_collection(name: str) -> dict[str, Any]:
    """The schema of one collection, as a person types it: the id is the file name, it is not a field."""
    genre = COLLECTIONS[name]
    schema = genre.modele.model_json_schema()
    schema["properties"].pop("id")
    schema["required"] = [field for field in schema["required"] if field != "id"]
    return {"$schema": _DIALECT, **schema, "title": genre.libelle}


def write(folder: Path) -> list[Path]:
    """Write the nine schemas; gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in COLLECTIONS:
        path = folder / f"{name}.schema.json"
        text = json.dumps(of_collection(name), ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")
        written.append(path)
    return written
