"""The days of the example: what was typed on each, as the history of a repository tells it.

The files of `tests/exemple/data` are those of the last day. A change says what stood in a file until its day, in place
of what is typed now; an addition, the day a record came. The first day holds all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.aides.git import git

FIRST = "2026-01-15"


class Change(NamedTuple):
    """On this day, in this record, what is typed `now` took the place of what stood there `before`."""

    day: str
    address: str
    now: str
    before: str


CHANGES = (
    Change(
        "2026-06-01",
        "plans/plan-de-quartier-2026-2028",
        '["15 août 2026", "Août 2027"]',
        '["1er août 2026"]',
    ),
    Change("2026-06-01", "demarches/vieux-phare-en-commun", "montant: 35000", "montant: 30000"),
    Change("2026-06-01", "projets/navette-du-cap", "statut: continu", "statut: prevu"),
    Change("2026-06-01", "comites/comite-du-vieux-phare", '  - {fonction: "citoyen"}\n', ""),
    Change("2026-09-11", "projets/paniers-du-quai", "statut: en_cours\n", "statut: prevu\n"),
    Change(
        "2026-10-08",
        "projets/ruelle-des-tisserandes",
        '  - {date: "2026-10-07", texte: "Les jeux au sol attendront le beau temps.", '
        'nouvelle_echeance: "Mai 2027", decision: "evenements/conseil-filatures-2026-10-07#decision-1", '
        'source: {document: proces-verbal-2026-10-07, repere: "Point 3"}}\n',
        "",
    ),
    Change("2026-10-20", "organismes/panier-des-brumes", "9 h à midi", "9 h à 11 h"),
    Change("2026-11-09", "projets/patinoire-du-ruisseau", "statut: bloque\nterr", "statut: prevu\nterr"),
    Change("2026-11-09", "projets/jardins-populaires", "valeur: 6850", "valeur: 6400"),
)
ADDED = {
    "evenements/conseil-filatures-2026-10-07": "2026-10-08",
    "evenements/orientation-2026-10-22": "2026-11-02",
    "documents/lettre-sur-la-patinoire": "2026-11-09",
    "evenements/orientation-2027-01-21": "2026-11-09",
    "evenements/fete-des-semis-2027": "2026-11-09",
    "evenements/conseil-filatures-2026-12-02": "2026-11-16",
    "projets/jardin-des-embruns": "2026-11-21",
    "evenements/rencontre-2026-12-08": "2026-11-21",
}


def commit_days(project: Path, last: str) -> None:
    """Make a repository of a project whose data are those of the last day, one commit a day."""
    data = project / "data"
    now = {
        f"{path.parent.name}/{path.stem}": path.read_text(encoding="utf-8") for path in data.glob("*/*.yml")
    }
    git(project, "init", "--quiet", "--initial-branch=main")
    for day in sorted({FIRST, last, *ADDED.values(), *(change.day for change in CHANGES)}):
        _write(data, now, day)
        git(project, "add", "data", day=day)
        git(project, "commit", "--quiet", "--message", "essai", day=day)


def _write(data: Path, now: Mapping[str, str], day: str) -> None:
    """Leave in the folder what was typed on that day."""
    for address, text in now.items():
        path = data / f"{address}.yml"
        if ADDED.get(address, FIRST) > day:
            path.unlink(missing_ok=True)
        else:
            path.write_text(
                _as_of(address, text, (change for change in CHANGES if change.day > day)),
                encoding="utf-8",
                newline="\n",
            )


def _as_of(address: str, text: str, later: Iterable[Change]) -> str:
    for change in later:
        if change.address == address:
            assert change.now in text, change
            text = text.replace(change.now, change.before)
    return text
