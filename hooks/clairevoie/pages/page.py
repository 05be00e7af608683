"""What comes out of this layer: printed pages, and what the search is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clairevoie.pages.partage import CarteDePartage

# The addresses of the pages that are part of another one: what is listed there, then which of it (`projets/a/`).
PARTIE = "*/*/"


@dataclass(frozen=True, slots=True)
class Entree:
    """One thing that the search finds: its address from the root of the site, its words, its facets.

    `aussi` are words by which people look for it, and that it does not say. Before anything else, it answers those who
    ask for one of its `noms`, or begin to, and those who ask one of the short questions of `demande`.
    """

    url: str
    titre: str
    resume: str
    texte: str
    facettes: Mapping[str, tuple[str, ...]]
    sigle: str = ""
    aussi: str = ""
    noms: tuple[str, ...] = ()
    demande: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page. `corps` is HTML; `titre` and `description` are plain text; `url` ends with a slash.

    `partage` is the picture shown beside a link to it. `suite` is empty for the page of a record; another page of the
    same record adds it to the address (`edition/`, `projets/a/`). `dessous` are the pages that hold what would be too
    long for this one, `fichiers` the files that stand beside it, by name.
    """

    collection: str
    slug: str
    titre: str
    description: str
    corps: str
    partage: CarteDePartage
    entrees: tuple[Entree, ...] = ()
    suite: str = ""
    dessous: tuple[Page, ...] = ()
    fichiers: Mapping[str, str] = field(default_factory=dict)

    @property
    def genre(self) -> str:
        """What it is printed through, beside its collection: `suite`, or `PARTIE` for a part of another page."""
        return PARTIE if self.suite.count("/") > 1 else self.suite

    @property
    def url(self) -> str:
        """`projets/journal-de-quartier/`, from the root of the site."""
        return f"{self.collection}/{self.slug}/{self.suite}"
