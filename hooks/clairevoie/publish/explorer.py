"""What the page « Explorer » filters, as small files beside it: numbers to filter by, then the words, in slices.

Goes in: the table of the site. Comes out, in `explorer/`: `facettes.json`, whose size depends only on how many
lines there are, and `lignes-0.json`, `lignes-1.json`…, read when their lines are shown, searched or downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from clairevoie.pages.explorer.facettes import FACETTES
from clairevoie.pages.explorer.table import LigneExplorer, Table, ValeurDeFacette

FOLDER = "explorer"
SLICE = 2000


def files(table: Table) -> dict[str, str]:
    """What the files of a table hold, by name."""
    columns = [_column(f, table) for f in range(len(FACETTES))]
    head = {"nombre": len(table.lignes), "tranche": SLICE, "facettes": columns}
    if table.colonnes:
        head["colonnes"] = table.colonnes
    starts = range(0, len(table.lignes), SLICE)
    slices = (_slice(table.lignes[start : start + SLICE], table) for start in starts)
    lines = {f"lignes-{rank}.json": _json(one) for rank, one in enumerate(slices)}
    return {"facettes.json": _json(head), **lines}


def write(stage: Path, files: Mapping[str, str]) -> None:
    """Write these files into a site."""
    folder = stage / FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _column(rank: int, table: Table) -> dict[str, Any]:
    """One facet: its values, each with the place of the one that contains it; the sets of values that lines have;
    and for each line, the place of its set.
    """
    values = table.valeurs[rank]
    place = {key: n for n, key in enumerate(values)}
    sets, lines = _coded(line.valeurs[rank] for line in table.lignes)
    return {
        "cle": FACETTES[rank].cle,
        "valeurs": [_value(value, place) for value in values.values()],
        "choix": [[place[key] for key in keys] for keys in sets],
        "lignes": lines,
    }


def _value(value: ValeurDeFacette, place: dict[str, int]) -> list[Any]:
    above = [] if value.dessus is None else [place[value.dessus]]
    return [value.cle, value.libelle, *above]


def _slice(lines: Sequence[LigneExplorer], table: Table) -> dict[str, Any]:
    """The words of some lines; the type of a record gives the head of its address, and the page that holds an action
    the head of its own."""
    holders, held = _coded((line.dans and line.adresse.partition("#")[0], line.dans) for line in lines)
    words: dict[str, Any] = {
        "titres": [line.titre for line in lines],
        "reperes": [line.adresse.rpartition("#" if line.dans else "/")[2] for line in lines],
        "numeros": [line.numero for line in lines],
        "quand": [line.quand for line in lines],
        "porteurs": [[page, table.porteurs[adresse]] if adresse else [] for page, adresse in holders],
        "dans": held,
    }
    if table.colonnes:
        words["cellules"] = [line.cellules for line in lines]
    return words


def _coded(values: Iterable[Any]) -> tuple[list[Any], list[int]]:
    """Distinct values in the order met, and the place of each one among them."""
    known: dict[Any, int] = {}
    places = [known.setdefault(value, len(known)) for value in values]
    return list(known), places


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
