"""A folder of facts with its ledger of addresses: begin it, change the facts, and hear what is said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clairevoie.build import check
from clairevoie.ledger import Situation, new_lines
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.problems import Located, gravest_first
from clairevoie.read import examine_folder
from clairevoie.read.ledger import Ledger, ledger_path, write_ledger
from clairevoie.validate import examine
from tests.aides.stories import ON, write

Files = Mapping[str, str | None]

# What the ledger alone may say.
CODES = ("ID-06", "ID-07", "ID-17", "ID-18", "ID-19", "ID-20")


def situation(data: Path, pages: Mapping[str, str] | None = None) -> Situation:
    """What the addresses of a data folder stand for; `pages` are the written ones and their old addresses."""
    reading = examine_folder(data, tuple(COLLECTIONS), examine)
    return Situation(Jeu.of(one.fiche for one in reading.records if one.fiche), frozenset(), pages or {})


def begin(folder: Path, files: Files) -> Path:
    """Type these files, and note all their addresses in the ledger; gives the data folder."""
    data = change(folder, files)
    write_ledger(data, new_lines(situation(data), Ledger("", ())))
    return data


def change(folder: Path, files: Files) -> Path:
    """Type these files, and take away those that are None."""
    data = write(folder, {name: text for name, text in files.items() if text is not None})
    for name in (name for name, text in files.items() if text is None):
        (data / name).unlink()
    return data


def told(folder: Path, files: Files, on: date = ON) -> list[Located]:
    """What the ledger makes of these changes, the gravest first."""
    return gravest_first(one for one in check(folder, change(folder, files), on) if one.code in CODES)


def sentences(folder: Path, files: Files) -> list[str]:
    """The same as people read it."""
    return [str(one) for one in told(folder, files)]


def note(folder: Path, *lines: str) -> None:
    """Add lines to the ledger by hand, at its end."""
    path = ledger_path(folder / "data")
    path.write_text(
        path.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in lines), encoding="utf-8"
    )
