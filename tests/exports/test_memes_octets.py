"""The same data make the same exports, byte for byte."""

from __future__ import annotations

from pathlib import Path

from tests.aides.exports_lus import exported, exported_into
from tests.aides.sites import full_site


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_data_make_the_same_bytes(tmp_path: Path) -> None:
    first, again = _files(exported()), _files(exported_into(tmp_path, full_site().jeu))
    assert first.keys() == again.keys()
    assert [name for name in first if first[name] != again[name]] == []
