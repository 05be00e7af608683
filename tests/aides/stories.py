"""Tell a story to the checker: what was typed, and the sentences that come back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clairevoie.model import COLLECTIONS
from clairevoie.problems import Located
from clairevoie.read import examine_folder
from clairevoie.validate import Verdict, examine, validate

ON = date(2026, 1, 15)


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Type these files, `plans/un-plan.yml` → its text, into `folder/data`."""
    data = folder / "data"
    for name, text in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return data


def verdict(folder: Path, files: Mapping[str, str | bytes], on: date = ON) -> Verdict:
    """What the checker makes of these files."""
    return validate(examine_folder(write(folder, files), tuple(COLLECTIONS), examine), on)


def problems(folder: Path, files: Mapping[str, str | bytes], code: str, on: date = ON) -> list[Located]:
    """The problems of one code that these files raise, in the order shown."""
    return [problem for problem in verdict(folder, files, on).problems if problem.code == code]


def sentences(folder: Path, files: Mapping[str, str | bytes], code: str, on: date = ON) -> list[str]:
    """The same, as a person reads them: place, fault and remedy."""
    return [str(problem) for problem in problems(folder, files, code, on)]


# The smallest dataset that says nothing: a démarche, its organisme, its source. Stories add to it.
DEPART: dict[str, str] = {
    "demarches/quartier.yml": """\
nom: "Quartier en commun"
publication: publie
en_bref: "Un quartier s'organise."
territoires: [la-ville]
enjeux: [entraide]
organismes: [{organisme: maison-de-quartier, role: promoteur}]
sources: [{document: rapport, repere: "Page 1"}]
""",
    "comites/table-de-quartier.yml": """\
nom: "Table de quartier"
publication: publie
en_bref: "La table qui décide."
demarches: [quartier]
sources: [{document: rapport, repere: "Page 1"}]
""",
    "organismes/maison-de-quartier.yml": """\
nom: "Maison de quartier"
publication: publie
sources: [{document: rapport, repere: "Page 1"}]
""",
    "documents/rapport.yml": """\
titre: "Rapport du quartier"
publication: publie
date_consultation: "2026-01-10"
""",
    "territoires/la-ville.yml": "nom: La Ville\npublication: publie\n",
    "enjeux/entraide.yml": "nom: Entraide\npublication: publie\n",
}

# The head of a plan of that dataset: a story adds its objectives, its actions.
PLAN_CLIMAT = """\
nom: "Plan climat"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{document: rapport, repere: "Page 2"}]
"""
