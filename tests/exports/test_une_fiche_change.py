"""When a record changes, only what it gives to the files of the whole is made again, and the bytes are those of all
made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.cache.reuse import Reuse
from clairevoie.exports.contribution import Contribution, contribution_of
from clairevoie.exports.provenance import Provenance
from clairevoie.exports.sheet_rows import SheetRows
from clairevoie.model import Jeu
from clairevoie.model.comites import Comite
from clairevoie.model.fiche import Fiche
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.publish import exports
from tests.aides.exports_lus import PROVENANCE, exported_into

_COMITE = Comite(id="table", nom="Table du quai", publication="publie")
_PROJET = Projet(id="jardin", nom="Jardin", publication="publie")
_PLAN = Plan(
    id="plan",
    nom="Plan",
    publication="publie",
    actions=[{"numero": "1", "texte": "Semer.", "responsables": [{"comite": "table"}]}],
)


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class _Builds:
    """Builds that share a cache; each gives the records of which something was made, and checks the bytes."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._made, self._rank = folder, set[str](), 0

        def noted(fiche: Fiche, rows: dict[str, SheetRows], provenance: Provenance) -> Contribution:
            self._made.add(fiche.adresse)
            return contribution_of(fiche, rows, provenance)

        monkeypatch.setattr(exports, "contribution_of", noted)

    def of(self, *fiches: Fiche) -> set[str]:
        jeu, self._rank = Jeu.of(fiches), self._rank + 1
        out, anew = (self._folder / f"{name}-{self._rank}" for name in ("site", "neuf"))
        reuse = Reuse(self._folder / "cache", "", b"", lambda key: repr(jeu.fiche(key)).encode())
        self._made.clear()
        exports.publish_exports(out, jeu, PROVENANCE, reuse)
        made = set(self._made)
        assert _files(out) == _files(exported_into(anew, jeu))
        return made


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Builds:
    """Builds in a folder of their own, the first of which is done."""
    found = _Builds(tmp_path, monkeypatch)
    assert found.of(_COMITE, _PROJET, _PLAN) == {"comites/table", "projets/jardin", "plans/plan"}
    return found


def test_nothing_is_made_again_when_nothing_changed(builds: _Builds) -> None:
    assert builds.of(_COMITE, _PROJET, _PLAN) == set()


def test_a_record_that_changes_is_made_again_alone(builds: _Builds) -> None:
    changed = _PROJET.model_copy(update={"en_bref": "Un jardin au bord de l'eau."})
    assert builds.of(_COMITE, changed, _PLAN) == {"projets/jardin"}


def test_a_record_that_takes_another_name_is_renamed_where_it_is_cited(builds: _Builds) -> None:
    renamed = _COMITE.model_copy(update={"nom": "Table du port"})
    assert builds.of(renamed, _PROJET, _PLAN) == {"comites/table", "plans/plan"}


def test_a_record_that_comes_or_leaves_makes_no_other_again(builds: _Builds) -> None:
    other = Projet(id="four", nom="Four à pain", publication="publie")
    assert builds.of(_COMITE, other, _PROJET, _PLAN) == {"projets/four"}
    assert builds.of(_COMITE, _PROJET, _PLAN) == set()
