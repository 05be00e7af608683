"""Addresses of other sites: a reader must be able to follow them, and safely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from clairevoie.hosts import misleading, shown
from clairevoie.model.describe import describe
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_WHOLE = "https://www.exemple.quebec"
_SCHEME = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?/*")


@rule(Scope.RECORD)
def web_address_is_complete_and_safe(dossier: Dossier) -> Iterator[Problem]:
    """An address of another site starts with https, names a host, and leads where it seems to."""
    for fiche in dossier.fiches:
        for champ in (one.nom for one in describe(type(fiche)).values() if one.sorte == "web"):
            url = getattr(fiche, champ)
            raison = why_not_followed(url) if url else None
            if raison:
                yield problem("SIT-05", fiche.adresse, (champ,), url=url, **raison)
            elif url and (quoi := misleading(url)):
                yield problem("PAG-22", fiche.adresse, (champ,), adresse=shown(url), quoi=quoi)


def why_not_followed(url: str) -> Mapping[str, str] | None:
    """Why nobody could follow that address, and how it would rather be typed; None when it is right."""
    if url.lower().startswith("mailto:"):
        return (
            None
            if "@" in url
            else {"raison": "ce n'est pas un courriel", "exemple": "mailto:nom@exemple.org"}
        )
    if any(character.isspace() for character in url):
        bare = "".join(url.split())
        exemple = _WHOLE if why_not_followed(bare) else bare
        return {"raison": "elle contient une espace", "exemple": exemple}
    rest = _SCHEME.sub("", url, count=1)
    if not url.lower().startswith("https://"):
        exemple = f"https://{rest}" if _names_a_host(rest) and "@" not in rest else _WHOLE
        return {"raison": "une adresse doit commencer par https", "exemple": exemple}
    return None if _names_a_host(rest) else {"raison": "il y manque le nom d'un site", "exemple": _WHOLE}


def _names_a_host(rest: str) -> bool:
    try:
        return "." in (urlsplit(f"https://{rest}").hostname or "")
    except ValueError:
        return False
