"""Find in a journal what became of one record."""

from __future__ import annotations

from clairevoie.derive.journal.chapters import Etape
from clairevoie.pages import Site


def steps(site: Site, adresse: str) -> list[Etape]:
    """The steps of a record after its first one, the oldest first."""
    story = site.journal.par_fiche.get(adresse)
    return [etape for etape in reversed(story.etapes) if etape.genre == "changee"] if story else []
