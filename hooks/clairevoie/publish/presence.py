"""Nothing is lost on the way: every published record has its page, and its line in the search."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from clairevoie.model.fiche import Fiche
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located


def check_presence(
    stage: Path, fiches: Iterable[Fiche], found_by_search: Collection[str]
) -> Iterator[Located]:
    """The records that the produced site lacks; `found_by_search` are the addresses that were indexed."""
    for fiche in fiches:
        url = f"{fiche.adresse}/"
        if not (stage / url / "index.html").is_file():
            yield located("SIT-01", url, id=fiche.id, index="les pages")
        if url not in found_by_search:
            yield located("SIT-01", url, id=fiche.id, index="la recherche")
