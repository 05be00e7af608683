"""The generated sets, by name."""

from __future__ import annotations

from collections.abc import Mapping

from tests.jeux import annee, plan_climat, registre, sieges
from tests.jeux.fiches import Maker

SETS: Mapping[str, Maker] = {
    "registre": registre.make,
    "plan": plan_climat.make,
    "sieges": sieges.make,
    "annee": annee.make,
}
SIZES = (50, 1000)
# The sites that are built each time the tests run; the largest of the others take long.
BUILT = [(name, 50) for name in SETS]
