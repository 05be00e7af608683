"""What every file of an export says of itself: the site it comes from, its licence, the state of its data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
# Both, in one line that people read.
DROITS = f"Textes et données : {LICENCE.titre}, {LICENCE.adresse}. {CITES}"


@dataclass(frozen=True, slots=True)
class EtatNomme:
    """A state of the data: its SWHID, `swh:1:dir:…`, and the day when they last changed."""

    identifiant: str
    date: date


@dataclass(frozen=True, slots=True)
class Publication:
    """The state of the data that is published, and the one before it.

    Where there is none, `est_premiere` says that there never was; else nothing is known of it.
    """

    etat: EtatNomme
    precedent: EtatNomme | None = None
    est_premiere: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the data come from: the address and the name of the site, and what was published of them, if it is told."""

    adresse: str
    nom: str
    publication: Publication | None = None

    @property
    def etat(self) -> str:
        """The identifier of the state of the data, if it is told."""
        return self.publication.etat.identifiant if self.publication else ""
