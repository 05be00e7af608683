"""What the generated sets share: how a record is written to its file, its first fields, and the places they invent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

from tests.bench import prose
from tests.bench.world import slug
from tests.bench.yaml_text import to_yaml

Data = dict[str, Any]
# Records by address: `projets/cuisine-collective` → its fields.
Records = dict[str, Data]
Maker = Callable[[int], Records]

# The day on which the sets are read, checked and built.
READ_ON = "2026-11-02"
SOURCE = "registre"


def write(records: Mapping[str, Data], data: Path) -> Path:
    """Write each record to `data/<collection>/<id>.yml`, and give the folder back."""
    for address, fields in records.items():
        path = data / f"{address}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = to_yaml(fields, address.partition("/")[0])
        path.write_text(text, encoding="utf-8", newline="\n")
    return data


def luck(*where: object) -> Random:
    """The luck of one record, the same whatever is made before it."""
    return Random("/".join(map(str, where)))


def place(rank: int) -> str:
    """The name of an invented place, another one for each rank."""
    return prose.lieu(rank)


def head(nom: str, **fields: Any) -> Data:
    """The first fields of a record of which a line of the register speaks."""
    return {"nom": nom, "publication": "publie", **fields}


def sourced(fields: Data, line: int) -> Data:
    """A record and the line of the register that speaks of it."""
    return {**fields, "sources": [{"document": SOURCE, "repere": f"Ligne {line}"}]}


def register(titre: str, demarche: str, **fields: Any) -> Records:
    """The document that the records of a set rest on."""
    return {
        f"documents/{SOURCE}": {
            "titre": titre,
            "publication": "publie",
            "genre": "page_web",
            "demarches": [demarche],
            "date_consultation": READ_ON,
            "adresse_web": "https://exemple.org/registre",
            **fields,
        }
    }


def identifier(*words: object) -> str:
    """The id of a record of that name."""
    return slug(" ".join(map(str, words)))
