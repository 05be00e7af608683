"""What the page « Explorer » filters is written whole, the same each time, and small."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import brotli

from clairevoie.pages.explorer.table import table
from clairevoie.publish.explorer import files, write
from tests.aides.grande_table import big_table
from tests.aides.sites import full_site


def _read(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    head = json.loads((folder / "facettes.json").read_text(encoding="utf-8"))
    count = -(-head["nombre"] // head["tranche"])
    parts = [json.loads((folder / f"lignes-{n}.json").read_text(encoding="utf-8")) for n in range(count)]
    return head, parts


def test_what_is_written_says_the_table_again(tmp_path: Path) -> None:
    whole = big_table()
    write(tmp_path, files(whole))
    head, parts = _read(tmp_path / "explorer")
    for row in (0, 1999, 2000, 9999, 10000, 24999):
        line, part, n = whole.lignes[row], parts[row // head["tranche"]], row % head["tranche"]
        said = [[f["valeurs"][v][0] for v in f["choix"][f["lignes"][row]]] for f in head["facettes"]]
        holder = part["porteurs"][part["dans"][n]]
        assert [tuple(keys) for keys in said] == list(line.valeurs)
        assert (part["titres"][n], part["quand"][n], part["numeros"][n]) == (
            line.titre,
            line.quand,
            line.numero,
        )
        assert line.adresse.endswith(part["reperes"][n])
        assert (holder[0] if holder else "") == line.dans


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, files(table(full_site())))
    written = [{p.name: p.read_bytes() for p in (tmp_path / n / "explorer").iterdir()} for n in ("a", "b")]
    assert written[0] == written[1]
    assert len(written[0]) > 1


def test_10_000_records_and_15_000_actions_are_filtered_with_less_than_250_kilobytes(tmp_path: Path) -> None:
    write(tmp_path, files(big_table()))
    needed = [tmp_path / "explorer" / name for name in ("facettes.json", "lignes-0.json")]
    assert sum(len(brotli.compress(path.read_bytes())) for path in needed) < 250_000
