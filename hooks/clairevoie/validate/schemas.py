"""The JSON Schemas that stand beside the records: an editor of text proposes what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clairevoie.model import COLLECTIONS
from clairevoie.model.json_schema import schema_text
from clairevoie.problems import Located, Origin
from clairevoie.problems.catalogue import located
from clairevoie.read.places import SCHEMAS


def check_schemas(data: Path) -> Iterator[Located]:
    """The schemas of a data folder that are not those of this program."""
    for name in COLLECTIONS:
        path = data / SCHEMAS / f"{name}.schema.json"
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace") != schema_text(name):
            yield located("FIC-02", f"{data.resolve().name}/{SCHEMAS}/{path.name}", Origin(1, 1))
