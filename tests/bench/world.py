"""Which records there are, and who is near whom: shares of the collections, names, ids, neighbours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from tests.bench import prose

# In hundredths. Everything grows with N, so that no record is cited more often in a larger dataset.
PARTS = {
    "demarches": 3,
    "comites": 10,
    "organismes": 24,
    "projets": 25,
    "plans": 3,
    "evenements": 18,
    "documents": 12,
    "territoires": 4,
    "enjeux": 1,
}
# Under this number, the shares mean nothing.
SMALLEST = 50
_KINDS = {
    "demarches": prose.DEMARCHES,
    "comites": prose.COMITES,
    "organismes": prose.ORGANISMES,
    "projets": prose.PROJETS,
    "plans": prose.PLANS,
    "evenements": prose.EVENEMENTS,
    "documents": prose.DOCUMENTS,
}


def shares(total: int) -> dict[str, int]:
    """How many records each collection has, of at least 50 in all; projects take what rounding leaves."""
    total = max(total, SMALLEST)
    counts = {name: max(1, total * part // 100) for name, part in PARTS.items()}
    counts["projets"] += total - sum(counts.values())
    return counts


def slug(text: str) -> str:
    """« L’Étang » → `l-etang`."""
    spelled = text.lower().replace("œ", "oe")
    bare = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


@dataclass(frozen=True)
class World:
    """The dataset to make: its seed, and how many records each collection has.

    Record `i` of a collection belongs to the place `i` modulo the number of places, so that the records of
    one place cite each other, as they do in life.
    """

    seed: int
    counts: Mapping[str, int]

    def rng(self, collection: str, rank: int) -> Random:
        """The luck of one record, the same whatever is made before it."""
        return Random(f"{self.seed}/{collection}/{rank}")

    def place(self, rank: int) -> int:
        """The place of a record."""
        return rank % self.counts["territoires"]

    def name(self, collection: str, rank: int) -> str:
        """What a record is called: « Cuisine collective, Lac-aux-Bouleaux »."""
        if collection == "enjeux":
            themes = len(prose.ENJEUX)
            part, more = divmod(rank // themes, len(prose.PUBLICS))
            return f"{prose.ENJEUX[rank % themes]} {prose.PUBLICS[more]}" + (
                f", volet {part}" if part else ""
            )
        place = self.place(rank)
        if collection == "territoires":
            return prose.lieu(place)
        kinds = _KINDS[collection]
        return f"{kinds[(rank // self.counts['territoires'] + place) % len(kinds)]}, {prose.lieu(place)}"

    def id(self, collection: str, rank: int) -> str:
        """The name of its file; any rank leads to a record."""
        return slug(self.name(collection, rank % self.counts[collection]))

    def near(self, collection: str, rank: int, turn: int) -> str:
        """The id of one of the records of the same place as `rank`: the first for turn 0, then the next."""
        place, places = self.place(rank), self.counts["territoires"]
        here = max(1, (self.counts[collection] - place - 1) // places + 1)
        return self.id(collection, place + places * (turn % here))
