"""What records were on other days, as far as the history of the repository tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from clairevoie.model.fiche import Fiche

Etat = Literal["lue", "illisible", "absente"]


@dataclass(frozen=True, slots=True)
class Version:
    """A file of the data from one commit on, until the next version.

    `rang` orders the commits, 0 being the oldest; `fiche` is None unless the version is `lue`: a version that
    is `illisible` was refused by the checker of today, one that is `absente` says that the file went away.
    `coupe` tells that the file was there before what this clone knows.
    """

    jour: date
    rang: int
    fiche: Fiche | None
    etat: Etat = "lue"
    coupe: bool = False
