"""One funder, many grants: what a city and its programmes granted over the years, as its open register tells it.

Most grants stand in one list, that of the démarche; one in four stands on the project it pays. The same words
come back from year to year, with the same amount. Some are confirmed without an amount, some in another currency.
"""

from __future__ import annotations

from typing import Any

from tests.bench import prose
from tests.jeux.fiches import Data, Records, head, identifier, luck, place, register, sourced

DEMARCHE, VILLE, BAILLEUR = "subventions", "ville", "ville"
PROGRAMMES = (
    "Fonctionnement",
    "Vie de quartier",
    "Loisir et sport",
    "Fonds vert",
    "Accueil et francisation",
    "Entente de jumelage",
)
FIRST_YEAR, YEARS = 2017, 10
_STATES = ("recu", "confirme", "confirme", "confirme", "demande", "refuse")
_CURRENCIES = ("EUR", "USD", "XOF")


def make(total: int) -> Records:
    """A register of `total` grants."""
    on_projects = [rank for rank in range(total) if rank % 4 == 3]
    listed = [rank for rank in range(total) if rank % 4 != 3]
    return {
        "territoires/ville": head(place(0), type="ville"),
        f"organismes/{BAILLEUR}": sourced(
            head(
                f"Ville de {place(0)}",
                type="municipalite",
                territoires=[VILLE],
                identifiants=[{"schema": "numero_de_dossier", "valeur": "MUN-001"}],
            ),
            1,
        ),
        **register("Registre des subventions", DEMARCHE),
        f"demarches/{DEMARCHE}": sourced(
            head(
                "Subventions aux organismes",
                territoires=[VILLE],
                organismes=[{"organisme": BAILLEUR, "role": "bailleur"}],
                financements=[_grant(rank, total) for rank in listed],
            ),
            2,
        ),
        **{f"organismes/{_group(rank, total)}": _organisme(rank) for rank in range(_groups(total))},
        **{f"projets/{_projet_id(rank)}": _projet(rank, total) for rank in on_projects},
    }


def _groups(total: int) -> int:
    return max(5, total // 8)


def _group_name(rank: int) -> str:
    return f"{prose.ORGANISMES[rank % len(prose.ORGANISMES)]}, {place(rank)}"


def _group(rank: int, total: int) -> str:
    return identifier(_group_name(rank % _groups(total)))


def _organisme(rank: int) -> Data:
    fields = head(
        _group_name(rank), type=("association", "obnl", "cooperative", "ecole")[rank % 4], territoires=[VILLE]
    )
    return sourced(fields, rank + 10)


def _grant(rank: int, total: int) -> Data:
    """One line of the register; what is not said of it is left out."""
    rng = luck("bailleur", rank)
    year = FIRST_YEAR + rank // _groups(total) % YEARS
    programme = PROGRAMMES[rank % len(PROGRAMMES)]
    fields: Data = {
        "organisme": BAILLEUR,
        "beneficiaire": _group(rank, total),
        "libelle": f"Aide « {programme} »",
        "programme": programme,
        "periode": str(year) if rank % 3 else f"{year}-{year + 1}",
        "statut": rng.choice(_STATES),
        "type": "don" if rank % 9 == 4 else "subvention",
        "identifiants": [{"schema": "numero_de_dossier", "valeur": f"SUB-{year}-{rank:05}"}],
    }
    if fields["statut"] in ("recu", "confirme"):
        fields["date_octroi"] = f"{year}-{rng.randint(1, 10):02}-{rng.randint(1, 28):02}"
    return {**fields, **_money(rank, _group_amount(rank, total))}


def _group_amount(rank: int, total: int) -> int:
    """The same amount each year for the same group, as grants of operation are."""
    return 500 * (1 + rank % _groups(total) % 90)


def _money(rank: int, montant: int) -> Data:
    if rank % 11 == 5:
        return {"note": "Montant non publié par la source."}
    fields: Data = {"montant": montant}
    if rank % 25 == 7:
        fields["devise"] = _CURRENCIES[rank // 25 % len(_CURRENCIES)]
    if rank % 7 == 2:
        fields |= {"pourcentage": 75, "plafond": montant + 500}
    if rank % 5 == 1:
        fields["conditions"] = "Remettre un bilan au plus tard six mois après la fin de l’année."
    if rank % 6 == 3:
        fields["depense"] = montant - 250
    return fields


def _projet_name(rank: int) -> str:
    return f"{prose.PROJETS[rank % len(prose.PROJETS)]}, {place(rank)}"


def _projet_id(rank: int) -> str:
    return identifier(_projet_name(rank), rank + 1)


def _budget(rank: int, total: int, grant: Data) -> Data:
    """What the project costs, of which the grant pays less than all."""
    lignes = [{"libelle": poste, "montant": _group_amount(rank, total)} for poste in prose.POSTES[:3]]
    devise = {"devise": grant["devise"]} if "devise" in grant else {}
    whole = sum(ligne["montant"] for ligne in lignes)
    return {
        "id": "budget",
        "type": "vote",
        **devise,
        "lignes": lignes,
        "total_declare": whole,
        "financements": [grant],
    }


def _projet(rank: int, total: int) -> Data:
    fields: Data = head(
        _projet_name(rank),
        demarche=DEMARCHE,
        responsables=[{"organisme": _group(rank, total)}],
        statut="continu",
    )
    grant: Any = _grant(rank, total)
    if rank % 8 == 3:
        fields["budgets"] = [_budget(rank, total, grant)]
    else:
        fields["financements"] = [grant]
    return sourced(fields, rank + 5000)
