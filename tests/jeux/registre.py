"""Many comités: the register of a city where neighbourhoods take part, with its projects.

Three lines in ten are comités: one council, one a borough, one a neighbourhood, then commissions and working
groups below these. The others are projects, each led by a comité. The register sums nothing up in our words.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.bench import prose
from tests.jeux.fiches import Data, Records, head, identifier, luck, place, register, sourced

DEMARCHE, VILLE = "participation", "ville"
_COMMISSIONS = (
    "Commission des parcs",
    "Commission de la mobilité",
    "Commission du logement",
    "Bureau",
    "Comité de pilotage",
)
_TYPES = ("commission", "commission", "commission", "bureau", "comite_de_pilotage")
_STATES = (
    "prevu",
    "en_cours",
    "realise",
    "realise",
    "en_pause",
    "abandonne",
    "a_discuter",
    "partiellement_realise",
)
# States in which something is still to be done.
_OPEN = ("prevu", "en_cours", "a_discuter")
_ORGANISMES = ("obnl", "cooperative", "ecole", "association", "entreprise", "syndicat")


@dataclass(frozen=True)
class Shape:
    """How many lines of each kind the register has."""

    total: int
    comites_in_100: int = 29
    quartiers_by_arrondissement: int = 5

    @property
    def comites(self) -> int:
        return max(4, self.total * self.comites_in_100 // 100)

    @property
    def projets(self) -> int:
        return self.total - self.comites

    @property
    def arrondissements(self) -> int:
        return max(1, self.comites // 15)

    @property
    def quartiers(self) -> int:
        return min(
            self.arrondissements * self.quartiers_by_arrondissement, self.comites - self.arrondissements - 1
        )


def make(total: int) -> Records:
    """A register of `total` comités and projects."""
    shape = Shape(total)
    return {
        **_around(shape),
        **register("Registre de la participation", DEMARCHE, genre="page_web"),
        **{f"comites/{_comite_id(rank, shape)}": _comite(rank, shape) for rank in range(shape.comites)},
        **{f"projets/{_projet_id(rank)}": _projet(rank, shape) for rank in range(shape.projets)},
    }


def _around(shape: Shape) -> Records:
    """The city and its parts, the démarche, the city as an organisme, those who lead projects."""
    found: Records = {
        "territoires/ville": head(place(0), type="ville"),
        f"demarches/{DEMARCHE}": sourced(
            head(
                f"Participation des quartiers de {place(0)}",
                territoires=[VILLE],
                organismes=[{"organisme": VILLE, "role": "promoteur"}],
                statut="en_cours",
                comptes_declares=[{"objet": "projets", "valeur": shape.projets}],
            ),
            1,
        ),
        "organismes/ville": sourced(
            head(f"Ville de {place(0)}", type="municipalite", territoires=[VILLE]), 2
        ),
    }
    for rank in range(shape.arrondissements):
        found[f"territoires/{_arrondissement(rank)}"] = head(
            f"Arrondissement {place(rank + 1)}", type="arrondissement", parent=VILLE
        )
    for rank in range(shape.quartiers):
        found[f"territoires/{_quartier(rank)}"] = head(
            f"Quartier {_quartier_name(rank, shape)}",
            type="quartier",
            parent=_arrondissement(rank % shape.arrondissements),
        )
    for rank in range(_porteurs(shape)):
        found[f"organismes/{_porteur(rank)}"] = sourced(_organisme(rank), rank + 3)
    return found


def _arrondissement(rank: int) -> str:
    return identifier("arrondissement", place(rank + 1))


def _quartier_name(rank: int, shape: Shape) -> str:
    return place(rank + 1 + shape.arrondissements)


def _quartier(rank: int) -> str:
    return f"quartier-{rank + 1}"


def _porteurs(shape: Shape) -> int:
    return max(3, shape.total // 12)


def _porteur_name(rank: int) -> str:
    return f"{prose.ORGANISMES[rank % len(prose.ORGANISMES)]}, {place(rank + 400)}"


def _porteur(rank: int) -> str:
    return identifier(_porteur_name(rank))


def _organisme(rank: int) -> Data:
    fields = head(_porteur_name(rank), type=_ORGANISMES[rank % len(_ORGANISMES)])
    if rank % 3 == 0:
        fields["identifiants"] = [{"schema": "numero_de_dossier", "valeur": f"ORG-{rank:04}"}]
    if rank % 4 == 1:
        fields["liens"] = [{"genre": "site", "adresse": f"https://exemple.org/porteurs/{rank}"}]
    return fields


def _comite_id(rank: int, shape: Shape) -> str:
    return identifier(_comite_name(rank, shape))


def _comite_name(rank: int, shape: Shape) -> str:
    """The council, then those of boroughs, of neighbourhoods, and what works below these."""
    if rank == 0:
        return "Conseil de la participation"
    rank -= 1
    if rank < shape.arrondissements:
        return f"Conseil d’arrondissement, {place(rank + 1)}"
    rank -= shape.arrondissements
    if rank < shape.quartiers:
        return f"Conseil de quartier, {_quartier_name(rank, shape)}"
    rank -= shape.quartiers
    turn, home = divmod(rank, shape.quartiers)
    part = "" if turn < len(_COMMISSIONS) else f" {turn // len(_COMMISSIONS) + 1}"
    return f"{_COMMISSIONS[turn % len(_COMMISSIONS)]}{part}, {_quartier_name(home, shape)}"


def _comite(rank: int, shape: Shape) -> Data:
    rng = luck("registre", "comite", rank)
    fields = head(_comite_name(rank, shape), demarches=[DEMARCHE], **_kind_and_home(rank, shape))
    fields |= {"statut": "dissous", "fin": "2024"} if rank and rank % 17 == 0 else {"statut": "actif"}
    fields["liens"] = [
        {"genre": "site", "adresse": f"https://exemple.org/comites/{rank}"},
        {"genre": "liste", "adresse": f"https://listes.exemple.org/{rank}", "libelle": "Liste d’échanges"},
    ][: 1 + rank % 2]
    if rank % 6 == 2:
        fields["en_bref"] = prose.phrase(rng)
    if rank % 5 == 3 and fields["statut"] == "actif":
        fields["membres"] = [{"organisme": _porteur((rank + turn) % _porteurs(shape))} for turn in range(3)]
    return sourced(fields, rank + 100)


def _kind_and_home(rank: int, shape: Shape) -> Data:
    """What kind of comité stands at that rank, below which one, and where."""
    if rank == 0:
        return {"type": "conseil_d_administration", "territoires": [VILLE]}
    rank -= 1
    if rank < shape.arrondissements:
        return {"type": "conseil", "parent": _comite_id(0, shape), "territoires": [_arrondissement(rank)]}
    rank -= shape.arrondissements
    if rank < shape.quartiers:
        parent = _comite_id(1 + rank % shape.arrondissements, shape)
        return {"type": "conseil_de_quartier", "parent": parent, "territoires": [_quartier(rank)]}
    turn, home = divmod(rank - shape.quartiers, shape.quartiers)
    parent = _comite_id(1 + shape.arrondissements + home, shape)
    return {"type": _TYPES[turn % len(_TYPES)], "parent": parent, "territoires": [_quartier(home)]}


def _projet_name(rank: int) -> str:
    return f"{prose.PROJETS[rank % len(prose.PROJETS)]}, {place(rank // 2)}"


def _projet_id(rank: int) -> str:
    return identifier(_projet_name(rank), rank + 1)


def _projet(rank: int, shape: Shape) -> Data:
    rng = luck("registre", "projet", rank)
    year = 2016 + rng.randrange(8)
    home = rng.randrange(shape.quartiers)
    fields = head(
        _projet_name(rank),
        demarche=DEMARCHE,
        territoires=[_quartier(home)],
        responsables=_leaders(rank, home, shape),
        **_state(rng, year),
        identifiants=[{"schema": "numero_de_dossier", "valeur": f"P-{year}-{rank:04}"}],
    )
    if rank % 3:
        fields["description"] = prose.texte_long(rng)
    if rank % 4 == 0:
        fields["liens"] = [{"genre": "site", "adresse": f"https://exemple.org/projets/{rank}"}]
    if rank % 10 == 9:
        fields["liens_projets"] = [{"genre": "suite_de", "projet": _projet_id(rank - 1)}]
    return sourced(fields, rank + 1000)


def _state(rng: Random, year: int) -> Data:
    """What the register says became of a project, with the year in which it says so."""
    statut = rng.choice(_STATES)
    if statut in _OPEN:
        return {"statut": statut, "periode": "2026-2028"}
    texte = "État que donne le registre."
    return {
        "periode": f"{year}-{year + 2}",
        "suivi": [{"date": str(year + 2), "statut": statut, "texte": texte}],
    }


def _leaders(rank: int, home: int, shape: Shape) -> list[Any]:
    council = {"comite": _comite_id(1 + shape.arrondissements + home, shape)}
    return [council, {"organisme": _porteur(rank // 2 % _porteurs(shape))}][: 1 + rank % 2]
