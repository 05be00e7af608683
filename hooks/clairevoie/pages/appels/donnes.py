"""What the site knows was given after a call: the fundings that name it, and their sum, which is ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clairevoie.derive.appels import given_after
from clairevoie.derive.sommes import Somme
from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.fiche import Fiche
from clairevoie.pages.site import Site
from clairevoie.wording.typography import money

# From two on, a sum is plural.
_TWO = 2


@dataclass(frozen=True, slots=True)
class Donne:
    """One funding that names a call: the address of what it pays for, and its currency."""

    adresse: str
    financement: Financement
    devise: str


@dataclass(frozen=True, slots=True)
class Donnes:
    """These fundings, and the sentences on what they add up to."""

    lignes: tuple[Donne, ...]
    phrases: tuple[str, ...]


def given(site: Site, fiche: Fiche, appel: Appel) -> Donnes:
    """What is recorded as asked or given after a call of a record."""
    found = tuple(_naming(site, fiche, appel))
    sums = given_after((one, budget) for _, one, budget in found)
    return Donnes(
        tuple(Donne(adresse, one, currency_of(one, budget)) for adresse, one, budget in found),
        tuple(f"Inscrit sur ce site : {_sum(one)}" for one in sums),
    )


def _sum(somme: Somme) -> str:
    """« 20 000 $ accordés », « 1 500 $ accordés en 3 financements (somme calculée par le site) »."""
    added = f" en {somme.nombre} financements (somme calculée par le site)" if somme.nombre > 1 else ""
    return f"{money(somme.montant, somme.devise)} {'accordés' if somme.montant >= _TWO else 'accordé'}{added}"


def _naming(site: Site, fiche: Fiche, appel: Appel) -> Iterator[tuple[str, Financement, Budget | None]]:
    named = f"{fiche.adresse}#{appel.id}"
    for mention in site.mentions(fiche):
        if mention.champ != "financements.appel" or not isinstance(mention.forme, Financement):
            continue
        if mention.forme.appel == named:
            budget: Any = mention.element.forme if mention.element else None
            adresse = f"{mention.fiche.adresse}#financements" if budget is None else mention.adresse
            yield adresse, mention.forme, budget if isinstance(budget, Budget) else None
