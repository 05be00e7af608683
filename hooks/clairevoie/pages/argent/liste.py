"""Who gives what to whom, by démarche; nothing is added up from one record to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from clairevoie.derive.ordre import alphabetical
from clairevoie.derive.sommes import money_holders
from clairevoie.model.argent import Financement, currency_of
from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import slug
from clairevoie.pages.classement import LETTRES, are_many, part_by_name, their_anchors, under_demarche
from clairevoie.pages.decoupage import Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.site import Site
from clairevoie.wording.money import Argent, money_of_records
from clairevoie.wording.names import element_name, public_name, short_name, sorted_by_name
from clairevoie.wording.typography import NBSP, headline, number


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

    @property
    def en_tete(self) -> tuple[str, str]:
        """Its anchor and its title."""
        return self.ancre, self.titre


# What is told of the money of a démarche by one of its records: a funding, or the sentences on its budget.
Dit = tuple[Demarche, Fiche, Don | Argent]


def money(site: Site) -> Mapping[str, object] | Coupe:
    """`chapitres` by démarche; `silences` the addresses of the démarches of whose money nothing is published."""
    groups: dict[str, list[Any]] = {}
    for fiche in (*_sorted(site, "projets"), *_sorted(site, "plans")):
        for demarche in site.demarches(fiche):
            groups.setdefault(demarche.id, []).append(fiche)
    demarches: list[Demarche] = _sorted(site, "demarches")
    made = [(demarche, _chapter(demarche, groups.get(demarche.id, ()))) for demarche in demarches]
    silences = [demarche for demarche, chapter in made if not chapter.argent]
    if is_long(sum(len(chapter.dons) + len(chapter.argent) for _, chapter in made)):
        return _cut(site, [(demarche, chapter) for demarche, chapter in made if chapter.argent], silences)
    return {
        "chapitres": [chapter for _, chapter in made if chapter.argent],
        "silences": [demarche.adresse for demarche in silences],
    }


def has_money(fiche: Any) -> bool:
    """Whether the page of money says anything of this démarche, project or plan."""
    return any(True for _ in _given(fiche)) or any(True for _ in money_of_records((fiche,)))


def _cut(site: Site, made: Sequence[tuple[Demarche, ChapitreArgent]], silences: Sequence[Demarche]) -> Coupe:
    """The same by démarche, then by the name of who receives."""
    told = [dit for demarche, chapter in made for dit in _told(site, demarche, chapter)]
    many = are_many(demarche for demarche, _ in made)
    part = PartieCoupee(
        decouper(told, partial(_step, site, many), "argent"),
        partial(_named, site),
        ("ligne", "lignes"),
        _chapters,
        "argent",
        ancres=lambda found: their_anchors(demarche for demarche, _, _ in found),
    )
    silent = part_by_name("argent/silences", silences, "Les documents n’en parlent pas", "silences")
    return Coupe(_counts(made, many), (part, silent) if silences else (part,))


def _counts(made: Sequence[tuple[Demarche, ChapitreArgent]], many: bool) -> tuple[str, ...]:
    """How many amounts of each state, by currency: they are never added up from one record to another."""
    given = [don for _, chapter in made for don in chapter.dons]
    by_currency = Counter(don.devise for don in given)
    told = [f"{number(len(given))}{NBSP}financements, {number(len(made))}{NBSP}démarches."]
    if len(by_currency) > 1:
        said = (f"{currency} : {number(n)}" for currency, n in sorted(by_currency.items()))
        told.append(f"Par monnaie : {', '.join(said)}.")
    return (*told, LETTRES) if many else tuple(told)


def _told(site: Site, demarche: Demarche, chapter: ChapitreArgent) -> Iterator[Dit]:
    found: list[Dit] = []
    said: tuple[Don | Argent, ...] = (*chapter.dons, *chapter.argent)
    for one in said:
        fiche = site.jeu.fiche(one.adresse.partition("#")[0])
        if fiche is not None:
            found.append((demarche, fiche, one))
    yield from sorted(found, key=lambda dit: alphabetical(_receiver(site, dit)))


def _receiver(site: Site, dit: Dit) -> str:
    """Who receives, or else what for."""
    _, fiche, said = dit
    if isinstance(said, Don) and said.financement.beneficiaire:
        return site.plain_name(f"organismes/{said.financement.beneficiaire}")
    return public_name(fiche)


def _named(site: Site, dit: Dit) -> str:
    """« Action 1.2, Plan du quartier » for the money of an action, or else who receives."""
    _, fiche, said = dit
    place = said.adresse.partition("#")[2]
    holding = {budget.id: ancre for ancre, holder in money_holders(fiche) for budget in holder.budgets}
    element = site.element(fiche, holding.get(place) or place)
    receiver = _receiver(site, dit)
    return f"{headline(element_name(element))}, {receiver}" if element else receiver


def _step(site: Site, many: bool, dit: Dit, depth: int) -> Pas | None:
    demarche, fiche, said = dit
    found = under_demarche("argent", demarche, many, depth)
    if isinstance(found, Pas):
        return found
    base, inner = found
    return par_lettre(base, _receiver(site, dit), f"{fiche.id}-{_mark(said)}", inner)


def _mark(said: Don | Argent) -> str:
    """What tells an amount from the others of the same record, whatever their order; last, what it pays for."""
    place = said.adresse.partition("#")[2]
    if isinstance(said, Argent):
        return slug(f"budget {place}")
    one = said.financement
    return slug(f"{one.organisme or one.libelle} {one.date_octroi} {one.montant} {one.note} {place}")


def _chapters(told: Sequence[Dit]) -> Mapping[str, object]:
    """What the template sees of a part of all that is told."""
    by_demarche: dict[str, list[Dit]] = {}
    for dit in told:
        by_demarche.setdefault(dit[0].id, []).append(dit)
    chapters = [
        ChapitreArgent(
            headline(short_name(found[0][0])),
            id,
            tuple(said for _, _, said in found if isinstance(said, Don)),
            tuple(said for _, _, said in found if isinstance(said, Argent)),
        )
        for id, found in by_demarche.items()
    ]
    return {"chapitres": chapters, "silences": ()}


def _sorted(site: Site, collection: str) -> list[Any]:
    return sorted_by_name(site.jeu.collection(collection).values())


def _chapter(demarche: Demarche, fiches: Iterable[Any]) -> ChapitreArgent:
    whole = (demarche, *fiches)
    dons = tuple(don for fiche in whole for don in _given(fiche))
    return ChapitreArgent(headline(short_name(demarche)), demarche.id, dons, tuple(money_of_records(whole)))


def _given(fiche: Any) -> Iterator[Don]:
    for ancre, holder in money_holders(fiche):
        for budget in holder.budgets:
            for one in budget.financements:
                yield Don(one, currency_of(one, budget), f"{fiche.adresse}#{budget.id}")
        for one in holder.financements:
            yield Don(one, currency_of(one), f"{fiche.adresse}#{ancre or 'financements'}")
