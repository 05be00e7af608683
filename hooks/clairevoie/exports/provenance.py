"""What every file of an export says of itself: the site it comes from, its licence, the state of its data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its name among programs (SPDX), its title and its address."""

    code: str
    titre: str
    adresse: str


LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/deed.fr",
)
# What the licence does not give away.
CITES = "Les documents cités restent à leurs auteurs."


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the data come from: the address and the name of the site, and the identifier of their state, if any."""

    adresse: str
    nom: str
    etat: str = ""
