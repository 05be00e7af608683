"""Who hears of a change: the record itself, what it belongs to, where it takes place.

Goes in: a dataset, and the steps of its journal. Comes out: the latest steps of each address that may be followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from clairevoie.derive.journal.chapters import Etape
from clairevoie.derive.lieux import all_above
from clairevoie.model import Jeu
from clairevoie.model.comptes import demarches_of
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.territoires import Territoire

# What stands for the whole site, where the address of a record would.
SITE = "site"
# The collections of which each record may be followed.
SUIVIES = ("demarches", "comites", "projets", "plans", "territoires")


def latest_by_follower(jeu: Jeu, etapes: Iterable[Etape], most: int) -> Mapping[str, tuple[Etape, ...]]:
    """The latest steps for each address, and for the site; `etapes` come the latest first."""
    found: dict[str, list[Etape]] = {}
    heard_by = cache(lambda adresse: tuple(_heard_by(jeu, adresse)))
    for etape in etapes:
        for adresse in heard_by(etape.adresse):
            here = found.setdefault(adresse, [])
            if len(here) < most:
                here.append(etape)
    return {adresse: tuple(here) for adresse, here in found.items()}


def _heard_by(jeu: Jeu, adresse: str) -> Iterator[str]:
    yield SITE
    fiche = jeu.fiche(adresse)
    if fiche is None:
        return
    if fiche.collection in SUIVIES:
        yield adresse
    demarches = [id for id in demarches_of(fiche) if id in jeu.demarches]
    yield from (f"demarches/{id}" for id in demarches)
    if isinstance(fiche, Evenement):
        yield from (f"comites/{id}" for id in fiche.reunis)
    yield from (
        f"territoires/{id}" for id in _places(jeu, fiche, demarches) if f"territoires/{id}" != adresse
    )


def _places(jeu: Jeu, fiche: Fiche, demarches: Iterable[str]) -> tuple[str, ...]:
    """The territories of a record, else of its démarches, and the larger ones around."""
    if isinstance(fiche, Territoire):
        return all_above(jeu, (fiche.id,))
    own: tuple[str, ...] = vars(fiche).get("territoires", ())
    return all_above(jeu, own or (place for id in demarches for place in jeu.demarches[id].territoires))
