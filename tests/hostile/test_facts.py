"""Whatever a stranger types in a record is told at its place, or is only words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, verdict
from tests.hostile.trial import cases

COMITE, ORGANISME = "comites/table-de-quartier.yml", "organismes/maison-de-quartier.yml"
# Five lines each, to which a case adds its own.
RECORDS = {
    COMITE: DEPART[COMITE].replace("La table qui décide", "La table décidée"),
    ORGANISME: f"# Fiche\n\n{DEPART[ORGANISME]}",
}


@pytest.mark.parametrize("family", ["text", "encoding", "yaml"])
def test_every_record_of_a_family_is_told_at_its_places(tmp_path: Path, family: str) -> None:
    for name, case in cases(f"{family}/facts.toml").items():
        file = COMITE if "mission" in case["typed"] or family == "yaml" else ORGANISME
        data = (RECORDS[file] + case["typed"]).encode(case.get("encoding", "utf-8"))
        found = verdict(tmp_path / name, {**DEPART, file: data}).problems
        told = [
            f"{one.origin.line}:{one.origin.column} {one.code}"
            for one in found
            if one.file == f"data/{file}" and (one.is_error or one.is_warning)
        ]
        assert (name, told) == (name, case["told"])
