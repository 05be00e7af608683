"""What made-up records of several collections share: their head, their sources, their neighbours, their money."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.bench import prose
from tests.bench.world import World

Data = dict[str, Any]
_TRUE_ON = "2027-05"


def head(world: World, rng: Random, collection: str, rank: int) -> Data:
    """The fields that open every record."""
    name = {"nom": world.name(collection, rank)}
    en_bref = prose.phrase(rng)
    return {**name, "publication": "publie", "en_bref": en_bref, "etat_au": _TRUE_ON}


def sources(world: World, rng: Random, rank: int) -> list[Data]:
    """The document it rests on."""
    document = world.near("documents", rank, rng.randrange(3))
    return [{"document": document, "repere": f"Page {rng.randint(1, 80)}, {rng.randint(2, 9)}e paragraphe"}]


def enjeux(world: World, rng: Random, rank: int) -> list[Any]:
    """One or two issues, the second in the words of its source."""
    one, other = (world.id("enjeux", n) for n in (rank, rank + rng.randint(1, 7)))
    return [one] if one == other else [one, {"enjeu": other, "libelle": rng.choice(prose.ENJEUX)}]


def own_demarche(world: World, rank: int) -> str:
    """The démarche of its place."""
    return world.id("demarches", world.place(rank))


def organismes(world: World, rank: int, *turns: int) -> list[str]:
    """Organismes of its place, each once."""
    return list(dict.fromkeys(world.near("organismes", rank, turn) for turn in turns))


def budget(world: World, rng: Random, rank: int) -> Data:
    """Four lines that add up, half of it confirmed by one organisme, a quarter asked of another."""
    amounts = {poste: rng.randint(2_000, 90_000) for poste in rng.sample(prose.POSTES, 4)}
    lignes = [{"libelle": poste, "montant": montant} for poste, montant in amounts.items()]
    total = sum(amounts.values())
    bailleur, autre = world.near("organismes", rank, 3), world.near("organismes", rank, 4)
    financements = [
        {
            "organisme": bailleur,
            "libelle": "Contribution annuelle",
            "montant": total // 2,
            "statut": "confirme",
        },
        {
            "organisme": autre,
            "libelle": "Demande déposée",
            "montant": total // 4,
            "statut": "demande",
        },
    ]
    shown = {"id": "budget-2027", "titre": "Coûts estimés", "type": "estimation", "duree": "24 mois"}
    return {**shown, "lignes": lignes, "total_declare": total, "financements": financements}
