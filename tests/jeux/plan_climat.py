"""A plan on four levels, in the style of French plans for the climate and for health.

Axe, constat, objectif, objectif spécifique; below, actions with their priority, their money, their indicators and
sub-actions that have an owner, a date and a state of their own. An assembly adopted it by a numbered resolution.
"""

from __future__ import annotations

from random import Random
from typing import Any

from tests.bench import prose
from tests.jeux.fiches import Data, Records, head, identifier, luck, place, register, sourced

DEMARCHE, VILLE, PLAN, CONSEIL, RENCONTRE = "climat", "ville", "plan-climat", "conseil", "adoption"
NIVEAUX = ("Axe", "Constat", "Objectif", "Objectif spécifique")
_STATES = (
    "prevu",
    "en_cours",
    "realise",
    "partiellement_realise",
    "bloque",
    "en_pause",
    "a_discuter",
    "reporte",
)
# States of which the checker asks a date that is not past.
_UNFINISHED = frozenset({"prevu", "en_cours", "reporte"})
_PRIORITIES = ("Haute", "Moyenne", "Basse", "À court terme")
_ACTIONS_BY_LEAF, _PARTNERS = 3, 12


def make(total: int) -> Records:
    """A plan of `total` actions."""
    return {
        "territoires/ville": head(place(0), type="ville"),
        f"demarches/{DEMARCHE}": sourced(
            head(
                "Climat et santé en commun",
                territoires=[VILLE],
                organismes=[
                    {"organisme": VILLE, "role": "promoteur"},
                    *({"organisme": _partner(rank), "role": "partenaire"} for rank in range(_PARTNERS)),
                ],
            ),
            1,
        ),
        "organismes/ville": sourced(
            head(f"Ville de {place(0)}", type="municipalite", territoires=[VILLE]), 2
        ),
        **{
            f"organismes/{_partner(rank)}": sourced(head(_partner_name(rank), type="association"), rank + 3)
            for rank in range(_PARTNERS)
        },
        f"comites/{CONSEIL}": sourced(
            head("Conseil municipal", type="conseil", demarches=[DEMARCHE], territoires=[VILLE]), 20
        ),
        f"evenements/{RENCONTRE}": _meeting(),
        **register("Plan climat et santé", DEMARCHE, genre="plan"),
        f"plans/{PLAN}": sourced(_plan(total), 30),
    }


def _partner_name(rank: int) -> str:
    return f"{prose.ORGANISMES[rank]}, {place(rank + 1)}"


def _partner(rank: int) -> str:
    return identifier(_partner_name(rank))


def _meeting() -> Data:
    """The meeting that adopted the plan, with its vote."""
    decision = {
        "numero": "1",
        "texte": "Adopter le plan climat et santé 2024-2030.",
        "objets": [f"plans/{PLAN}"],
        "issue": "adoptee",
        "resolution": "CM-2024-02-117",
        "vote": {"pour": 21, "contre": 4, "abstentions": 2},
    }
    fields: Data = {
        "titre": "Séance du conseil municipal",
        "publication": "publie",
        "demarche": DEMARCHE,
        "comite": CONSEIL,
        "type": "assemblee",
        "date": "12 février 2024",
        "statut": "terminee",
        "presences": {"presents": 27, "excuses": 5, "representes": 1, "quorum": 17},
        "decisions": [decision],
    }
    return sourced(fields, 21)


def _plan(total: int) -> Data:
    return head(
        f"Plan climat et santé de {place(0)} 2024-2030",
        demarche=DEMARCHE,
        genre="plan_strategique",
        organisme=VILLE,
        periode="2024-2030",
        statut="adopte",
        niveaux=list(NIVEAUX),
        actions_annoncees=total,
        adoption={
            "comite": CONSEIL,
            "date": "12 février 2024",
            "resolution": "CM-2024-02-117",
            "decision": f"evenements/{RENCONTRE}#decision-1",
        },
        objectifs=_levels(total),
    )


def _levels(total: int) -> list[Data]:
    """Four axes, each of constats, each of objectives, each of specific ones; the last have the actions."""
    leaves = -(-total // _ACTIONS_BY_LEAF)
    counts = iter([min(_ACTIONS_BY_LEAF, total - leaf * _ACTIONS_BY_LEAF) for leaf in range(leaves)])
    wide = [2, 2, 2]
    while 4 * wide[0] * wide[1] * wide[2] < leaves:
        wide[wide.index(min(wide))] += 1
    return [axe for n in range(1, 5) if (axe := _level(str(n), wide, counts)) is not None]


def _level(numero: str, wide: list[int], counts: Any) -> Data | None:
    """One objective and all that stands below, or nothing once the actions are spent."""
    depth = numero.count(".")
    rng = luck("plan", numero)
    fields: Data = {"numero": numero, "texte": prose.phrase(rng)}
    if depth == len(wide):
        count = next(counts, 0)
        if not count:
            return None
        return {**fields, "actions": [_action(f"{numero}.{k}") for k in range(1, count + 1)]}
    below = [
        one for n in range(1, wide[depth] + 1) if (one := _level(f"{numero}.{n}", wide, counts)) is not None
    ]
    key = "objectifs_specifiques" if depth == len(wide) - 1 else "objectifs"
    return {**fields, key: below} if below else None


def _action(numero: str) -> Data:
    rng = luck("plan", numero)
    last = int(numero.rpartition(".")[2])
    fields: Data = {
        "numero": numero,
        "texte": prose.phrase(rng),
        "priorite": rng.choice(_PRIORITIES),
        "responsables": [_owner(rng)],
        "echeances": [rng.choice(("2027", "Automne 2027", "31 mars 2028", "2030", "En continu"))],
        "resultat_attendu": prose.phrase(rng),
        "indicateurs": [{"libelle": "Ménages rejoints", "cible": rng.randint(20, 900)}],
        "sous_actions": [_step(rng, numero, n) for n in range(rng.randrange(4))],
    }
    if last == 1:
        fields["description"] = prose.phrase(rng)
    if last == 2:
        fields["budgets"] = [_budget(rng, identifier("budget", numero))]
    if last == 3:
        fields["financements"] = [
            {"organisme": "ville", "montant": rng.randint(1, 90) * 1000, "statut": "confirme"}
        ]
    fields["suivi"] = [{"date": "2026-06-15", "statut": rng.choice(_STATES), "texte": prose.phrase(rng)}]
    return fields


def _owner(rng: Random) -> Data:
    return rng.choice(
        (
            {"comite": CONSEIL},
            {"organisme": _partner(rng.randrange(_PARTNERS))},
            {"texte": "Service de l’urbanisme"},
        )
    )


def _step(rng: Random, numero: str, rank: int) -> Any:
    """A point of an action: a sentence, or a sentence with who, when and what came of it."""
    texte = prose.phrase(rng)
    if rank == 0:
        return texte
    owner, state = {"organisme": _partner(rng.randrange(_PARTNERS))}, rng.choice(_STATES)
    return {
        "numero": "abcd"[rank],
        "texte": texte,
        "responsables": [owner],
        "echeances": ["Printemps 2027" if state in _UNFINISHED else "Printemps 2026"],
        "suivi": [{"date": "2026-05-04", "statut": state, "texte": prose.phrase(rng)}],
    }


def _budget(rng: Random, id: str) -> Data:
    lignes = [
        {"libelle": poste, "montant": rng.randint(2, 90) * 500} for poste in rng.sample(prose.POSTES, 3)
    ]
    total = sum(ligne["montant"] for ligne in lignes)
    return {
        "id": id,
        "titre": "Coûts estimés",
        "type": "estimation",
        "lignes": lignes,
        "total_declare": total,
    }
