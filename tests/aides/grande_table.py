"""A table of 10 000 records and 15 000 actions without two alike, to see what the page « Explorer » bears."""

from __future__ import annotations

from random import Random

from clairevoie.pages.explorer.facettes import FACETTES, NON_PRECISE
from clairevoie.pages.explorer.table import LigneExplorer, Table, ValeurDeFacette

_SHARES = {"projets": 4200, "comites": 1700, "organismes": 4100, "actions": 15000}
_VALUES = {"territoire": 400, "demarche": 300, "enjeu": 100, "annee": 20, "genre": 30, "etat": 9}
_VOWELS, _CONSONANTS = "aeiouéèâ", "bcdfglmnprstv"


def big_table() -> Table:
    """The same lines each time; every fourth value of a facet stands inside the one before it."""
    chance = Random(1)
    words = [
        "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(3)) for _ in range(6000)
    ]
    values = {"type": {key: ValeurDeFacette(key, key.capitalize(), None) for key in _SHARES}}
    values |= {key: _values(key, count) for key, count in _VALUES.items()}
    lines = tuple(
        _line(chance, type, rank, words, {key: list(found) for key, found in values.items()})
        for type, count in _SHARES.items()
        for rank in range(count)
    )
    holders = {f"plans/plan-{n}": f"Plan {n}" for n in range(300)}
    return Table(lines, tuple(values[facette.cle] for facette in FACETTES), holders)


def _values(facet: str, count: int) -> dict[str, ValeurDeFacette]:
    keys = [f"{facet}-{n}" for n in range(count)]
    found = {
        key: ValeurDeFacette(
            key, f"Valeur {n}", keys[n - 1] if n % 4 == 3 and facet == "territoire" else None
        )
        for n, key in enumerate(keys)
    }
    return {**found, NON_PRECISE: ValeurDeFacette(NON_PRECISE, "Non précisé", None)}


def _line(
    chance: Random, type: str, rank: int, words: list[str], keys: dict[str, list[str]]
) -> LigneExplorer:
    title = " ".join(chance.choices(words, k=12 if type == "actions" else 5))
    chosen = tuple((type,) if f.cle == "type" else (chance.choice(keys[f.cle]),) for f in FACETTES)
    if type != "actions":
        return LigneExplorer(f"{type}/fiche-{rank}", title, "2027", chosen)
    plan, number = f"plans/plan-{rank // 50}", f"{rank % 50}"
    return LigneExplorer(f"{plan}#action-{number}", title, "Automne 2027", chosen, number, plan)
