"""One made-up record of each collection: a function from its rank to the fields of its file."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.bench import prose, shared
from tests.bench.plans import PERIODE, objectifs
from tests.bench.world import World

Data = dict[str, Any]
Maker = Callable[[World, Random, int], Data]
_READ = "2027-05-31"


def demarche(world: World, rng: Random, rank: int) -> Data:
    """Its places, its partners, its principles and its money."""
    places = range(rank, world.counts["territoires"], world.counts["demarches"])
    partners = shared.organismes(world, rank, 0, 1, 2)
    return {
        **shared.head(world, rng, "demarches", rank),
        "portee": "locale",
        "territoires": [world.id("territoires", place) for place in places]
        or [world.id("territoires", rank)],
        "enjeux": shared.enjeux(world, rng, rank),
        "duree": "un horizon de trois ans",
        "description": prose.texte_long(rng),
        "organismes": [{"organisme": id, "role": role} for id, role in zip(partners, _PARTS, strict=False)],
        "principes": prose.phrases(rng, 4),
        "constats": [{"numero": str(n), "texte": texte} for n, texte in enumerate(prose.phrases(rng, 5), 1)],
        "impacts_observes": prose.phrases(rng, 3),
        "budgets": [shared.budget(world, rng, rank)],
        "sources": shared.sources(world, rng, rank),
        "mots_cles": rng.sample(prose.MOTS_CLES, 3),
    }


_PARTS = ("promoteur", "coordination", "partenaire")


def comite(world: World, rng: Random, rank: int) -> Data:
    """Its seats, all held for an organisme; its mandates; how often it meets."""
    turn = rank // world.counts["territoires"] * 2
    seats = shared.organismes(world, rank, *range(turn, turn + 5))
    other = world.near("comites", rank, rng.randrange(3))
    fields: Data = {
        **shared.head(world, rng, "comites", rank),
        "type": "comite_de_travail",
        "demarches": [shared.own_demarche(world, rank)],
        "territoires": [world.id("territoires", world.place(rank))],
        "enjeux": shared.enjeux(world, rng, rank)[:1],
        "membres": [{"organisme": id, "fonction": rng.choice(prose.ROLES)} for id in seats],
        "frequence": [rng.choice(("4 rencontres par année", "Entre 4 à 6 rencontres par année", "mensuel"))],
        "mission": prose.paroles(rng),
        "mandats": [{"numero": str(n), "texte": texte} for n, texte in enumerate(prose.phrases(rng, 4), 1)],
        "contacts": [{"fonction": "coordonnatrice", "telephone": f"819-555-{rng.randint(100, 199):04}"}],
        "sources": shared.sources(world, rng, rank),
    }
    if other != world.id("comites", rank):
        fields["relations"] = [{"type": "collabore_avec", "cibles": [other], "texte": prose.phrase(rng)}]
    return fields


def organisme(world: World, rng: Random, rank: int) -> Data:
    """Where it works and what it does; four in ten belong to another."""
    fields: Data = {
        **shared.head(world, rng, "organismes", rank),
        "type": rng.choice(("obnl", "organisme_public", "reseau")),
        "territoires": [world.id("territoires", world.place(rank))],
        "description": prose.texte_long(rng),
        "site_web": f"https://exemple.org/{world.id('organismes', rank)}",
        "sources": shared.sources(world, rng, rank),
    }
    above = rank - world.counts["territoires"]
    if above >= 0 and rng.random() < 0.4:
        fields["parent"] = world.id("organismes", above)
    return fields


def projet(world: World, rng: Random, rank: int) -> Data:
    """Who, where, steps, follow-up; half of them have a budget."""
    fields: Data = {
        **shared.head(world, rng, "projets", rank),
        "demarche": shared.own_demarche(world, rank),
        "territoires": [world.id("territoires", world.place(rank))],
        "enjeux": shared.enjeux(world, rng, rank),
        "responsables": [{"organisme": world.near("organismes", rank, rng.randrange(3))}],
        "partenaires": [{"organisme": id} for id in shared.organismes(world, rank, 3, 4 + rng.randrange(2))],
        "description": prose.texte_long(rng),
        "objectifs": prose.phrases(rng, 3),
        "periode": rng.choice(("2026-2028", "2027", "Automne 2027")),
        "suivi": [{"date": "2027-05-12", "statut": "en_cours", "texte": prose.phrase(rng)}],
        "sources": shared.sources(world, rng, rank),
        "mots_cles": rng.sample(prose.MOTS_CLES, 2),
    }
    if rank % 2:
        fields["budgets"] = [shared.budget(world, rng, rank)]
    return fields


def plan(world: World, rng: Random, rank: int) -> Data:
    """One edition of a plan, with its objectives and its actions."""
    return {
        **shared.head(world, rng, "plans", rank),
        "demarche": shared.own_demarche(world, rank),
        "organisme": world.near("organismes", rank, 0),
        "periode": PERIODE,
        "statut": "en_vigueur",
        "description": prose.texte_long(rng),
        "objectifs": objectifs(world, rng, rank),
        "sources": shared.sources(world, rng, rank),
    }


def evenement(world: World, rng: Random, rank: int) -> Data:
    """When, who, how many came, and what was decided."""
    fields = shared.head(world, rng, "evenements", rank)
    day = f"{rng.randint(2, 28)} {rng.choice(('septembre 2026', 'février 2027', 'avril 2027'))}"
    fields |= {
        "type": rng.choice(("rencontre", "forum", "assemblee")),
        "demarche": shared.own_demarche(world, rank),
        "comite": world.near("comites", rank, rank),
        "date": day,
        "heure": "13 h 30",
        "territoires": [world.id("territoires", world.place(rank))],
        "description": prose.texte_long(rng),
        "mesures": [
            {"libelle": "Participation", "valeur": rng.randint(20, 180), "texte": "en salle et à distance"}
        ],
        "documents": [world.near("documents", rank, rng.randrange(3))],
        "sources": shared.sources(world, rng, rank),
    }
    if rank % 2:
        objets = [f"projets/{world.near('projets', rank, rng.randrange(6))}"]
        decision = {"numero": "1", "texte": prose.phrase(rng), "objets": objets, "issue": "adoptee"}
        fields["decisions"] = [decision]
    return {"titre" if key == "nom" else key: value for key, value in fields.items()}


def document(world: World, rng: Random, rank: int) -> Data:
    """What it is, who made it, when it was read."""
    fields = {
        **shared.head(world, rng, "documents", rank),
        "genre": rng.choice(("compte_rendu", "etude", "bulletin", "entente")),
        "demarches": [shared.own_demarche(world, rank)],
        "organismes": [world.near("organismes", rank, rng.randrange(6))],
        "date_document": f"{rng.choice(('mars', 'août', 'décembre'))} 2026",
        "date_consultation": _READ,
        "adresse_web": f"https://exemple.org/documents/{rank}",
        "description": prose.texte_long(rng),
    }
    return {"titre" if key == "nom" else key: value for key, value in fields.items()}


def territoire(world: World, rng: Random, rank: int) -> Data:
    """A region for 24 places, a county for six: each place belongs to the one before it that is larger."""
    kind = "region_administrative" if rank % 24 == 0 else "mrc" if rank % 6 == 0 else "ville"
    fields: Data = {**shared.head(world, rng, "territoires", rank), "type": kind}
    if kind != "region_administrative":
        fields["parent"] = world.id("territoires", rank - rank % (24 if kind == "mrc" else 6))
    return fields


def enjeu(world: World, rng: Random, rank: int) -> Data:
    """What it means."""
    return {**shared.head(world, rng, "enjeux", rank), "definition": prose.texte_long(rng)}


MAKERS: dict[str, Maker] = {
    "demarches": demarche,
    "comites": comite,
    "organismes": organisme,
    "projets": projet,
    "plans": plan,
    "evenements": evenement,
    "documents": document,
    "territoires": territoire,
    "enjeux": enjeu,
}
