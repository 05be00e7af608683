"""Whoever finds a file of open data away from the site reads in it what may be done with it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from tests.aides.exports_lus import exported

_NAMES = ("CC-BY-4.0", "creativecommons.org/licenses/by/4.0/")


def _text(path: Path) -> str:
    if path.suffix != ".xlsx":
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def test_every_file_of_open_data_says_its_licence() -> None:
    files = [path for path in (exported() / "donnees").rglob("*") if path.is_file() and path.suffix != ".gz"]
    assert {path.suffix for path in files} >= {".csv", ".json", ".jsonl", ".xlsx", ".yml"}
    without = {path.name for path in files if not any(name in _text(path) for name in _NAMES)}
    assert without == set()
