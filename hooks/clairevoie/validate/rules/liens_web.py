"""Addresses of other sites: a reader must be able to follow them, and safely."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from clairevoie.model.describe import describe
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule


@rule(Scope.RECORD)
def web_address_is_complete_and_safe(dossier: Dossier) -> Iterator[Problem]:
    """SIT-05: an address of another site starts with https and names a host."""
    for fiche in dossier.fiches:
        for champ in (one.nom for one in describe(type(fiche)).values() if one.sorte == "web"):
            url = getattr(fiche, champ)
            if url and not _is_valid(url):
                yield problem("SIT-05", fiche.adresse, (champ,), url=url)


def _is_valid(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme == "https" and "." in parts.netloc and not any(character.isspace() for character in url)
    )
