"""What helps editors type: the JSON Schema of each collection, from the model, and its template to copy.

Both belong to the program; a data folder holds copies of them, where editors and their tools look.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clairevoie.model import COLLECTIONS
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.read.places import TEMPLATE

FOLDER = "_schemas"
_TEMPLATES = Path(__file__).with_name("gabarits")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def of_collection(name: str) -> dict[str, Any]:
    """The schema of one collection, as a person types it: the id is the file name, it is not a field."""
    genre = COLLECTIONS[name]
    schema = genre.modele.model_json_schema()
    schema["properties"].pop("id")
    schema["required"] = [field for field in schema["required"] if field != "id"]
    return {"$schema": _DIALECT, **schema, "title": genre.libelle}


def write(folder: Path) -> list[Path]:
    """Write the schema of every collection; gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in COLLECTIONS:
        path = folder / f"{name}.schema.json"
        path.write_text(_text(name), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def write_templates(data: Path) -> list[Path]:
    """Write the template of each collection that the data folder has; gives the files written."""
    written = []
    for name in COLLECTIONS:
        if (data / name).is_dir():
            path = data / name / TEMPLATE
            path.write_bytes(template(name))
            written.append(path)
    return written


def template(name: str) -> bytes:
    """The template of one collection, as editors copy it."""
    return (_TEMPLATES / f"{name}.yml").read_bytes()


def stale(data: Path) -> Iterator[Located]:
    """The schemas of a data folder that are not those of this program."""
    for name in COLLECTIONS:
        path = data / FOLDER / f"{name}.schema.json"
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace") != _text(name):
            yield located("FIC-02", f"data/{FOLDER}/{path.name}")


def _text(name: str) -> str:
    """The schema of one collection, as it is written."""
    return json.dumps(of_collection(name), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
