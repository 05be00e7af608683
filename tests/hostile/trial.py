"""A project in which hostile files are tried, through the two commands of whoever receives them."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from clairevoie.cli import main
from tests.aides.sites import FULL

FAMILIES = Path(__file__).parent
# Those of a site as the cases know them, line by line.
SETTINGS = FAMILIES / "configuration" / "mkdocs.yml"


def cases(table: str) -> Mapping[str, Mapping[str, Any]]:
    """The cases of a table, `encoding/pages.toml`, by name."""
    return tomllib.loads((FAMILIES / table).read_text(encoding="utf-8"))


class Trial:
    """One project, its site in place, and what the two commands answer of it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys
        self._before, self._entries = _snapshot(root / "site"), sorted(root.iterdir())

    def write(self, name: str, data: bytes) -> None:
        """Put a file in the folder of the pages."""
        path = self.root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def told(self) -> list[tuple[str, str, str]]:
        """What « verifier » answers: the file, line and column, and code of each problem; errors all, if any."""
        self._capsys.readouterr()
        status = main(["verifier", "--racine", str(self.root), "--format", "json"])
        said = self._capsys.readouterr()
        assert said.err == ""
        found = [one for one in json.loads(said.out) if one["niveau"] != "INFORMATION"]
        assert {one["niveau"] for one in found} <= {"ERREUR"}
        assert status == bool(found)
        return [(one["fichier"], f"{one['ligne']}:{one['colonne']}", one["code"]) for one in found]

    def assert_refused(self, codes: Sequence[str]) -> None:
        """« construire » answers the same, in French, touches nothing and leaves nothing behind."""
        assert main(["construire", "--racine", str(self.root)]) == 1
        said = self._capsys.readouterr().err
        assert [code for code in codes if f"[{code}]" not in said] == []
        assert "Traceback" not in said
        assert said.rstrip().endswith("le site en place reste tel quel.")
        assert _snapshot(self.root / "site") == self._before
        assert sorted(self.root.iterdir()) == self._entries

    def restore(self) -> None:
        """Take away what was tried."""
        folder = self.root / "content"
        if folder.is_symlink():
            folder.unlink()
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(FULL.parent / "content", folder)
        shutil.copyfile(SETTINGS, self.root / "mkdocs.yml")


def _snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    found = {path: path.lstat() for path in folder.rglob("*")}
    return {str(path): (stat.st_mtime_ns, stat.st_size) for path, stat in found.items()}
