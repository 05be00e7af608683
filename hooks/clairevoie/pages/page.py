"""What comes out of this layer: printed pages, and what the search is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clairevoie.pages.partage import CarteDePartage


@dataclass(frozen=True, slots=True)
class Entree:
    """One thing that the search finds: its address from the root of the site, its words, its facets.

    `aussi` are words by which people look for it, and that it does not say.
    """

    url: str
    titre: str
    resume: str
    texte: str
    facettes: Mapping[str, tuple[str, ...]]
    sigle: str = ""
    aussi: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page. `corps` is HTML; `titre` and `description` are plain text; `url` ends with a slash.

    `partage` is the picture shown beside a link to it. `suite` is empty for the page of a record; a second page of the
    same record adds it to the address (`edition/`).
    """

    collection: str
    slug: str
    titre: str
    description: str
    corps: str
    partage: CarteDePartage
    entrees: tuple[Entree, ...] = ()
    suite: str = ""

    @property
    def url(self) -> str:
        """`projets/journal-de-quartier/`, from the root of the site."""
        return f"{self.collection}/{self.slug}/{self.suite}"
