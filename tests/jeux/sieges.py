"""Many seats in time: a council over its terms, and the committees it names, with no name of anyone.

A seat is held for a district, a caucus or a function. Those of past terms have their dates; some of today's are
vacant, some are kept for a public. One comité has most of the seats, as an assembly does.
"""

from __future__ import annotations

from tests.jeux.fiches import Data, Records, head, identifier, luck, place, register, sourced

DEMARCHE, VILLE, ASSEMBLEE = "assemblee", "ville", "assemblee"
# First and last year of each term; the last one goes on.
_TERMS = ((2005, 2009), (2009, 2013), (2013, 2017), (2017, 2021), (2021, 2025), (2025, None))
_CAUCUS = ("Groupe des Rives", "Groupe du Plateau", "Groupe indépendant")
_IN_100 = 60


def make(total: int) -> Records:
    """An assembly and its committees, of `total` seats in all."""
    own = total * _IN_100 // 100
    others = max(1, (total - own) // 20)
    seats_of = [(total - own) // others + (rank < (total - own) % others) for rank in range(others)]
    districts = max(4, own // len(_TERMS))
    return {
        "territoires/ville": head(place(0), type="ville"),
        **{
            f"territoires/{_district(rank)}": head(
                f"District {place(rank + 1)}", type="secteur", parent=VILLE
            )
            for rank in range(districts)
        },
        f"demarches/{DEMARCHE}": sourced(
            head(
                "Une assemblée qui dure",
                territoires=[VILLE],
                organismes=[
                    {"organisme": VILLE, "role": "promoteur"},
                    *({"organisme": identifier(nom), "role": "partenaire"} for nom in _CAUCUS),
                ],
            ),
            1,
        ),
        "organismes/ville": sourced(
            head(f"Ville de {place(0)}", type="municipalite", territoires=[VILLE]), 2
        ),
        **{
            f"organismes/{identifier(nom)}": sourced(head(nom, type="association"), 3 + n)
            for n, nom in enumerate(_CAUCUS)
        },
        **register("Tableau des sièges", DEMARCHE),
        f"comites/{ASSEMBLEE}": _assembly(own, districts),
        **{
            f"comites/commission-{rank + 1}": _committee(rank, count, districts)
            for rank, count in enumerate(seats_of)
        },
    }


def _district(rank: int) -> str:
    return identifier("district", place(rank + 1))


def _assembly(count: int, districts: int) -> Data:
    seats = [_seat(rank, districts) for rank in range(count)]
    now = sum("fin" not in seat for seat in seats)
    return sourced(
        head(
            f"Assemblée de {place(0)}",
            type="assemblee",
            demarches=[DEMARCHE],
            territoires=[VILLE],
            membres=seats,
            sieges=now,
            sieges_reserves=[{"nombre": 2, "pour": "jeunes de 16 à 25 ans"}],
            duree_mandat="quatre ans",
            mode_designation="élection par district",
        ),
        10,
    )


def _seat(rank: int, districts: int) -> Data:
    """The seats of one term after those of another, as many each time."""
    term = len(_TERMS) - 1 - rank // districts % len(_TERMS)
    first, last = _TERMS[term]
    seat: Data = {
        "territoire": _district(rank % districts),
        "fonction": "conseil de district",
        "debut": f"novembre {first}",
    }
    if rank % 3:
        seat["organisme"] = identifier(_CAUCUS[rank % len(_CAUCUS)])
    if last is not None:
        return {**seat, "fin": f"novembre {last}"}
    if rank % 11 == 5:
        return {"territoire": seat["territoire"], "fonction": seat["fonction"], "qualite": "vacant"}
    return {**seat, "role": {0: "presidence", 1: "vice_presidence"}.get(rank, "membre")}


def _committee(rank: int, count: int, districts: int) -> Data:
    rng = luck("sieges", rank)
    seats: list[Data] = []
    for n in range(count):
        seat: Data = {"territoire": _district(rng.randrange(districts)), "fonction": "conseil de district"}
        if n % 4 == 3:
            seat |= {"debut": f"janvier {2010 + n % 12}", "fin": f"décembre {2013 + n % 12}"}
        elif n % 9 == 4:
            seat = {"fonction": "personne du milieu communautaire", "qualite": "vacant"}
        seats.append(seat)
    fields = head(
        f"Commission {rank + 1}",
        type="commission",
        demarches=[DEMARCHE],
        parent=ASSEMBLEE,
        membres=seats,
    )
    return sourced(fields, rank + 20)
