"""Made-up plans: objectives, specific objectives, 40 to 60 actions with deadlines, money and follow-up."""

from __future__ import annotations

from itertools import groupby
from random import Random
from typing import Any

from tests.bench import prose
from tests.bench.world import World

Data = dict[str, Any]
PERIODE = "2026-2029"
_PAST = ("Septembre 2026", "31 mars 2027", "Automne 2026", "Janvier à mars 2027", "2 juin 2027", "Hiver 2027")
_TO_COME = ("Octobre 2027", "31 mars 2029", "Printemps 2028", "Mai à août 2028", "2029", "Été 2029")
_OPEN_ENDED = ("En continu", "Au besoin", "Calendrier à déterminer", "Selon le calendrier scolaire")
_EDTF = {"texte": "À la rentrée de 2028", "edtf": "2028-09"}
_OBJECTIVES, _SPECIFIC = 4, 3


def objectifs(world: World, rng: Random, rank: int) -> list[Data]:
    """Four objectives of three specific objectives, which share the actions."""
    total = rng.randint(40, 60)
    leaves = _OBJECTIVES * _SPECIFIC
    texts = prose.phrases(rng, leaves + _OBJECTIVES)
    places = [(n * leaves // total, n) for n in range(total)]
    found: list[Data] = []
    for leaf, group in groupby(places, key=lambda pair: pair[0]):
        objective, specific = divmod(leaf, _SPECIFIC)
        numero = f"{objective + 1}.{specific + 1}"
        actions = [_action(world, rng, rank, f"{numero}.{k}") for k, _ in enumerate(group, 1)]
        if specific == 0:
            found.append(_objective(world, rng, objective, texts[leaves + objective]))
        found[-1]["objectifs_specifiques"].append(
            {"numero": numero, "texte": texts[leaf], "actions": actions}
        )
    return found


def _objective(world: World, rng: Random, rank: int, texte: str) -> Data:
    enjeu = world.id("enjeux", rng.randrange(world.counts["enjeux"]))
    return {"numero": str(rank + 1), "texte": texte, "enjeux": [enjeu], "objectifs_specifiques": []}


def _action(world: World, rng: Random, rank: int, numero: str) -> Data:
    action: Data = {"numero": numero, "texte": prose.phrase(rng)}
    action["responsables"] = [_responsable(world, rng, rank)]
    if rng.random() < 0.5:
        action["ressources"] = f"{rng.choice(prose.ROLES).capitalize()}, {rng.choice(prose.POSTES).lower()}"
    action |= rng.choice((_done, _under_way, _to_come, _to_come, _open_ended))(rng)
    if rng.random() < 0.3:
        action["resultat_attendu"] = prose.phrase(rng)
    if rng.random() < 0.2:
        cible = rng.randint(20, 400)
        action["indicateurs"] = [{"libelle": "Ménages rejoints", "cible": cible, "valeur": cible // 2}]
    if rng.random() < 0.1:
        action["projet"] = world.near("projets", rank, rng.randrange(6))
    return action


def _responsable(world: World, rng: Random, rank: int) -> Data:
    if rng.random() < 0.4:
        return {"organisme": world.near("organismes", rank, rng.randrange(6))}
    return {"texte": rng.choice(prose.ROLES).capitalize()}


def _done(rng: Random) -> Data:
    told = {"date": "2027-06-04", "statut": "realise", "texte": prose.phrase(rng)}
    return {"echeances": [rng.choice(_PAST)], "suivi": [told]}


def _under_way(rng: Random) -> Data:
    told = {"date": "2027-05-20", "statut": "en_cours", "texte": prose.phrase(rng)}
    return {"echeances": [rng.choice(_PAST), rng.choice(_TO_COME)], "suivi": [told]}


def _to_come(rng: Random) -> Data:
    return {"echeances": [rng.choice((*_TO_COME, _EDTF))], "statut": "prevu"}


def _open_ended(rng: Random) -> Data:
    return {"echeances": [rng.choice(_OPEN_ENDED)]}
