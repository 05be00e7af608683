"""Who gives what to whom, by démarche; nothing is added up from one record to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from clairevoie.model.argent import Financement, currency_of
from clairevoie.model.demarches import Demarche
from clairevoie.pages.site import Site
from clairevoie.wording.money import Argent, money_of_records
from clairevoie.wording.names import short_name, sorted_by_name
from clairevoie.wording.typography import headline


@dataclass(frozen=True, slots=True)
class Don:
    """One funding: in which currency, and the address of the record (or of its budget) that it pays for."""

    financement: Financement
    devise: str
    adresse: str


@dataclass(frozen=True, slots=True)
class ChapitreArgent:
    """The money of a démarche, of its projects and of its plans."""

    titre: str
    ancre: str
    dons: tuple[Don, ...]
    argent: tuple[Argent, ...]


def money(site: Site) -> dict[str, object]:
    """`chapitres` by démarche; `silences` the addresses of the démarches of whose money nothing is published."""
    groups: dict[str, list[Any]] = {}
    for fiche in (*_sorted(site, "projets"), *_sorted(site, "plans")):
        for demarche in site.demarches(fiche):
            groups.setdefault(demarche.id, []).append(fiche)
    demarches: list[Demarche] = _sorted(site, "demarches")
    made = [(demarche, _chapter(demarche, groups.get(demarche.id, ()))) for demarche in demarches]
    return {
        "chapitres": [chapter for _, chapter in made if chapter.argent],
        "silences": [demarche.adresse for demarche, chapter in made if not chapter.argent],
    }


def _sorted(site: Site, collection: str) -> list[Any]:
    return sorted_by_name(site.jeu.collection(collection).values())


def _chapter(demarche: Demarche, fiches: Iterable[Any]) -> ChapitreArgent:
    whole = (demarche, *fiches)
    dons = tuple(don for fiche in whole for don in _given(fiche))
    return ChapitreArgent(headline(short_name(demarche)), demarche.id, dons, tuple(money_of_records(whole)))


def _given(fiche: Any) -> Iterator[Don]:
    for budget in fiche.budgets:
        for one in budget.financements:
            yield Don(one, currency_of(one, budget), f"{fiche.adresse}#{budget.id}")
    for one in fiche.financements:
        yield Don(one, currency_of(one), f"{fiche.adresse}#financements")
