"""A new table's own year: its meetings with their agendas, who came, how they voted; its calls; its first project.

The project is told by those who lead it, and rests on no document. The meetings rest on their minutes, which the
table wrote itself and joined to nothing.
"""

from __future__ import annotations

from typing import Any

from tests.bench import prose
from tests.jeux.fiches import Data, Records, luck, place

DEMARCHE, VILLE, TABLE, HOTE, PROJET = "table-nouvelle", "village", "table", "maison", "premier-projet"
_SUBJECTS = (
    "Ouverture et mot de bienvenue", "Adoption de l’ordre du jour", "Adoption du procès-verbal", "Suivis",
    "Tour de table", "Budget", "Portrait des besoins", "Projets proposés", "Appel à projets", "Communications",
    "Pause", "Varia", "Prochaine rencontre", "Levée de la rencontre",
)  # fmt: skip


def make(total: int) -> Records:
    """The records of a table that met `total` times."""
    return {
        "territoires/village": {"nom": place(7), "publication": "publie", "type": "village"},
        f"demarches/{DEMARCHE}": _told(
            nom=f"Table de {place(7)}",
            territoires=[VILLE],
            organismes=[{"organisme": HOTE, "role": "coordination"}],
            appels=[_call(2026), _call(2027)],
            impacts_observes=[
                {
                    "texte": "Vingt ménages se sont rencontrés.",
                    "date": "juin 2026",
                    "selon": {"organisme": HOTE},
                    "horizon": "court",
                }
            ],
        ),
        f"organismes/{HOTE}": _told(nom="Maison du village", type="association", territoires=[VILLE]),
        f"comites/{TABLE}": _told(nom="Table du village", type="table", demarches=[DEMARCHE]),
        f"projets/{PROJET}": _told(
            nom="Four à pain",
            demarche=DEMARCHE,
            responsables=[{"organisme": HOTE}],
            statut="en_cours",
            liens=[{"genre": "carte", "adresse": "https://exemple.org/carte/four"}],
        ),
        **{f"evenements/rencontre-{rank + 1}": _meeting(rank) for rank in range(total)},
        **{f"documents/proces-verbal-{rank + 1}": _minutes(rank) for rank in range(total)},
    }


def _told(**fields: Any) -> Data:
    """A record told by those who lead it, without a document."""
    said = {"statut_information": "declare_par_le_porteur", "etat_au": "2026-11-02"}
    return {**fields, "publication": "publie", **said}


def _call(year: int) -> Data:
    return {
        "id": f"appel-{year}",
        "titre": f"Appel à projets {year}",
        "texte": "Des idées qui se réalisent en un an.",
        "enveloppe": 20000,
        "plafond": 4000,
        "admissibles": ["Groupes du village", "École"],
        "ouverture": f"1er février {year}",
        "cloture": f"31 mars {year}",
        **({"accorde": 15000, "reste": 5000} if year == 2026 else {}),
        "liens": [{"genre": "site", "adresse": f"https://exemple.org/appels/{year}"}],
    }


def _day(rank: int) -> tuple[int, int, int]:
    """Year, month and day: twelve meetings a month at most, backwards from November 2026."""
    back, day = divmod(rank, 4)
    year, month = divmod(2026 * 12 + 10 - back, 12)
    return year, month + 1, 1 + day * 6


def _meeting(rank: int) -> Data:
    rng = luck("annee", rank)
    year, month, day = _day(rank)
    subjects = _SUBJECTS[: rng.randint(5, 14)]
    return {
        "titre": f"Rencontre {rank + 1}",
        "publication": "publie",
        "demarche": DEMARCHE,
        "comite": TABLE,
        "date": f"{year}-{month:02}-{day:02}",
        "heure": "19 h",
        "duree": "2 heures",
        "statut": "terminee",
        "lieu": "Salle du village",
        "ordre_du_jour": list(subjects)
        if rank % 4 == 3
        else list(map(_point, range(len(subjects)), subjects)),
        "presences": _presences(rank),
        "decisions": [_decision(rank)],
        "documents": [f"proces-verbal-{rank + 1}"],
        "liens": [{"genre": "enregistrement", "adresse": f"https://exemple.org/film/{rank}"}][: rank % 2],
        "sources": [{"document": f"proces-verbal-{rank + 1}", "repere": "Point 1"}],
    }


def _point(rank: int, texte: str) -> Data:
    minutes = 19 * 60 + rank * 8
    told: Data = {"numero": str(rank + 1), "texte": texte}
    if rank % 3 == 0:
        return told
    return {**told, "heure": f"{minutes // 60} h {minutes % 60:02}", "duree": "8 minutes"}


def _presences(rank: int) -> Data:
    counts: Data = {"presents": 18 + rank % 9, "excuses": 3 + rank % 3, "quorum": 12}
    if rank % 2:
        counts["liste"] = [{"organisme": HOTE, "etat": "present", "nombre": 3}]
    return counts


def _decision(rank: int) -> Data:
    rng = luck("annee", "decision", rank)
    votes = {"unanimite": True} if rank % 3 == 0 else {"pour": 11, "contre": 3, "abstentions": 2}
    fields: Data = {
        "numero": "1",
        "texte": prose.phrase(rng),
        "issue": "adoptee",
        "vote": votes,
        "resolution": f"T-{rank + 1:04}",
        "objets": [f"projets/{PROJET}"],
    }
    if rank % 2 == 0:
        fields |= {"montant": 250, "responsables": [{"organisme": HOTE}], "echeance": "Printemps 2027"}
    return fields


def _minutes(rank: int) -> Data:
    year, month, day = _day(rank)
    return {
        "titre": f"Procès-verbal de la rencontre {rank + 1}",
        "publication": "publie",
        "genre": "proces_verbal",
        "demarches": [DEMARCHE],
        "organismes": [HOTE],
        "date_document": f"{year}-{month:02}-{day:02}",
        "periode": f"{year}",
    }
