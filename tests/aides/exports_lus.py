"""The full site exported into a folder, once, and what its records are without what no export carries."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from clairevoie.cache.reuse import Reuse
from clairevoie.exports.provenance import EtatNomme, Provenance, Publication
from clairevoie.exports.sheet_rows import packed
from clairevoie.exports.sheets import Names, lines_of_record
from clairevoie.exports.workbook import plan_workbook
from clairevoie.model import Jeu
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.plans import Plan
from clairevoie.publish.exports import publish_exports
from tests.aides.sites import REGLAGES, full_site

_ETAT = EtatNomme("swh:1:dir:0000000000000000000000000000000000000000", date(2026, 11, 30))
PROVENANCE = Provenance(REGLAGES.adresse, REGLAGES.nom, Publication(_ETAT, est_premiere=True))


@cache
def exported() -> Path:
    """The folder of the exports of the full site."""
    return exported_into(Path(mkdtemp()), full_site().jeu)


def exported_into(folder: Path, jeu: Jeu) -> Path:
    """The exports of a dataset, written into a folder."""
    publish_exports(folder, jeu, PROVENANCE, Reuse(None, "", b"", lambda _: b""))
    return folder


def texts_of_package(folder: Path) -> dict[str, str]:
    """The texts of the tables of a package, by their names."""
    return {path.stem: path.read_bytes().decode() for path in (folder / "donnees/paquet").glob("*.csv")}


def without_withheld(value: Any) -> Any:
    """A form without what no export carries: what no page shows, and the names of persons."""
    if isinstance(value, tuple):
        return tuple(map(without_withheld, value))
    if not isinstance(value, Forme):
        return value
    fields = describe(type(value)).values()
    kept = {c.nom: without_withheld(getattr(value, c.nom)) for c in fields}
    hidden = {c.nom: c.defaut for c in fields if c.interne or c.nominatif}
    return value.model_copy(update=kept | hidden)


def workbook_of_plan(plan: Plan, jeu: Jeu) -> bytes:
    """The workbook of a plan of this dataset."""
    rows = packed(lines_of_record(plan, Names(jeu), PROVENANCE))
    return plan_workbook(plan, rows, PROVENANCE)
