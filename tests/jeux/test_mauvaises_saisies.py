"""What one types wrong of what such communities keep: all of it is told at once, where it stands, in French."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.aides.programme import ended, start
from tests.aides.sites import AUJOURD_HUI
from tests.jeux import annee, plan_climat
from tests.jeux.fiches import Data, Records, write

Slip = Callable[[Records], None]


def _good() -> Records:
    """A plan on four levels and the first two meetings of a table."""
    return {**plan_climat.make(12), **annee.make(2)}


def _cycle(records: Records) -> None:
    first = records[f"projets/{annee.PROJET}"]
    records["projets/fete"] = {**first, "nom": "Fête du pain", "liens_projets": [_after(annee.PROJET)]}
    first["liens_projets"] = [_after("fete")]


def _after(projet: str) -> Data:
    return {"genre": "suite_de", "projet": projet}


def _identifier(records: Records) -> None:
    wrong = [{"schema": "siret", "valeur": "732 829 320 00075"}]
    records[f"organismes/{annee.HOTE}"]["identifiants"] = wrong


def _vote(records: Records) -> None:
    records["evenements/rencontre-2"]["decisions"][0]["vote"] = {"pour": 31, "contre": 3, "abstentions": 2}


def _one_person(records: Records) -> None:
    alone = {"fonction": "citoyenne", "etat": "present", "nombre": 1}
    records["evenements/rencontre-2"]["presences"]["liste"] = [alone]


def _nobody(records: Records) -> None:
    del records["evenements/rencontre-1"]["comite"]


def _currency(records: Records) -> None:
    grant = {"organisme": "ville", "montant": 100, "devise": "EURO"}
    records[f"demarches/{plan_climat.DEMARCHE}"]["financements"] = [grant]


def _fifth_level(records: Records) -> None:
    third = records[f"plans/{plan_climat.PLAN}"]
    for _ in range(3):
        third = third["objectifs"][0]
    third["objectifs"] = third.pop("objectifs_specifiques")
    fourth = third["objectifs"][0]
    fourth["objectifs"] = [{"id": "plus-bas", "texte": "Descendre encore.", "actions": fourth.pop("actions")}]


class Told(NamedTuple):
    """Where something is told: a file, its line that holds some words, what stands at the column; and what is told."""

    name: str
    line: str
    at: str
    sentences: str

    def said(self, data: Path) -> str:
        """All that a person reads of it, its place first."""
        lines = (data / f"{self.name}.yml").read_text(encoding="utf-8").splitlines()
        rank, line = next((rank, line) for rank, line in enumerate(lines, 1) if self.line in line)
        column = line.index(self.at, line.index(self.line)) + 1
        niveau, code, *words = self.sentences.split("\n")
        said = "\n".join(f"  {one}" for one in words)
        return f"{niveau} data/{self.name}.yml:{rank}:{column} [{code}]\n{said}"


SLIPS: Mapping[Slip, Told] = {
    _cycle: Told(
        f"projets/{annee.PROJET}",
        "projet: fete",
        "fete",
        "ERREUR\nREF-40\n"
        "Les projets « premier-projet » et « fete » sont la suite l'un de l'autre, directement ou par d'autres.\n"
        "Pour corriger : retirez un des liens de liens_projets",
    ),
    _identifier: Told(
        f"organismes/{annee.HOTE}",
        "schema: siret",
        '"732',
        "AVERTISSEMENT\nID-12\n"
        "« 732 829 320 00075 » ne peut pas être un numéro SIRET : sa clé de contrôle ne correspond pas "
        "(un chiffre a sans doute changé, ou changé de place).\n"
        "Pour corriger : recopiez-le de la source",
    ),
    _vote: Told(
        "evenements/rencontre-2",
        "vote: {pour: 31",
        "{pour: 31",
        "AVERTISSEMENT\nREN-06\n"
        "Le vote compte 36 voix, et 19 personnes étaient là ou représentées.\n"
        "Pour corriger : corrigez le vote, ou presences",
    ),
    _one_person: Told(
        "evenements/rencontre-2",
        "fonction: citoyenne",
        "citoyenne",
        "AVERTISSEMENT\nPRV-13\n"
        "La présence de « citoyenne » (1) peut permettre de reconnaître quelqu'un.\n"
        'Pour corriger : écrivez un groupe, sans nombre : fonction: "citoyennes et citoyens"',
    ),
    _nobody: Told(
        "evenements/rencontre-1",
        'resolution: "T-0001"',
        '"T-0001"',
        "AVERTISSEMENT\nREN-10\n"
        "La résolution T-0001 n'est celle d'aucun comité : cette rencontre n'en nomme pas.\n"
        "Pour corriger : ajoutez comite: id-du-comite",
    ),
    _currency: Told(
        f"demarches/{plan_climat.DEMARCHE}",
        "devise:",
        '"EURO"',
        "ERREUR\nTYP-12\n"
        "« EURO » n'est pas permis pour « devise ».\n"
        "Pour corriger : vouliez-vous dire « EUR »?",
    ),
    _fifth_level: Told(
        f"plans/{plan_climat.PLAN}",
        "id: plus-bas",
        "id:",
        "ERREUR\nREF-30\n"
        "Les objectifs ont un cinquième niveau; le site en tient quatre.\n"
        "Pour corriger : gardez quatre niveaux d'objectifs",
    ),
}


def _verified(folder: Path, *slips: Slip) -> str:
    records = _good()
    for slip in slips:
        slip(records)
    write(records, folder / "data")
    _, out, error = ended(
        start("verifier", "--data", folder / "data", "--date", AUJOURD_HUI.isoformat(), cwd=folder)
    )
    return f"\n{out}{error}"


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    told = _verified(tmp_path, *SLIPS)
    expected = [slip.said(tmp_path / "data") for slip in SLIPS.values()]
    assert [one for one in expected if f"\n{one}" not in told] == [], told
    assert told.count("\nERREUR ") + told.count("\nAVERTISSEMENT ") == len(SLIPS)


def test_nothing_is_told_of_the_same_set_typed_right(tmp_path: Path) -> None:
    told = _verified(tmp_path)
    assert "ERREUR" not in told
    assert "AVERTISSEMENT" not in told
