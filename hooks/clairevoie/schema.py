"""What helps editors type: the JSON Schema of each collection, from the model, and its template to copy.

Both belong to the program; a data folder holds copies of them, where editors and their tools look.
"""

from __future__ import annotations

from pathlib import Path

from clairevoie.model import COLLECTIONS
from clairevoie.model.json_schema import schema_text
from clairevoie.read.places import TEMPLATE

_TEMPLATES = Path(__file__).with_name("gabarits")


def write(folder: Path) -> list[Path]:
    """Write the schema of every collection; gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in COLLECTIONS:
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(name), encoding="utf-8", newline="\n")
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
