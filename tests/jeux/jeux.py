"""The generated sets, by name, those that are built, and those that axe looks at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.jeux import annee, bailleur, plan_climat, registre, sieges
from tests.jeux.fiches import Maker

SETS: Mapping[str, Maker] = {
    "registre": registre.make,
    "bailleur": bailleur.make,
    "plan": plan_climat.make,
    "sieges": sieges.make,
    "annee": annee.make,
}
SMALL, LARGE = 50, 1000
SIZES = (SMALL, LARGE)
_SMALL_ONES = [(name, SMALL) for name in SETS]
# Large sites that take a few seconds; the others are for endurance.
_SOON = ("bailleur", "sieges")


def _later(*names: str) -> list[Any]:
    return [pytest.param(name, LARGE, marks=pytest.mark.endurance) for name in names]


BUILT = [
    *_SMALL_ONES,
    *((name, LARGE) for name in _SOON),
    *_later(*(name for name in SETS if name not in _SOON)),
]
# What takes a minute on a page of a thousand rows.
LOOKED_AT = [*_SMALL_ONES, *_later(*SETS)]
