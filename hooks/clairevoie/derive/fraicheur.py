"""How fresh a record is: whether the day it speaks of is known, and near enough."""

from __future__ import annotations

from datetime import date

from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import bounds

MONTHS = 24


def may_have_changed(fiche: Fiche, on: date) -> bool:
    """Whether the day the record was true is unknown, or more than two years before `on`."""
    if fiche.etat_au is None or fiche.etat_au.edtf is None:
        return True
    last = bounds(fiche.etat_au.edtf)[1]
    return (on.year - last.year) * 12 + on.month - last.month - (on.day < last.day) >= MONTHS
