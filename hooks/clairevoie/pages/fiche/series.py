"""What a record lists of other things, in the form that its length asks for: a list, folds, or pages of its own.

Goes in: entries of one list, of whatever kind. Comes out: a `Serie`, whose parts a template folds or leads to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial, singledispatch
from typing import Any, Literal, NamedTuple

from clairevoie.derive.ordre import alphabetical, initial, when
from clairevoie.model.evenements import Evenement
from clairevoie.pages.cartes import Carte
from clairevoie.pages.decoupage import Pas, Tranche, decouper, par_lettre
from clairevoie.pages.gouvernance.membres import SiegeDit
from clairevoie.pages.renvois.rubriques import LotDeCitations
from clairevoie.pages.tables.argent import LigneArgent
from clairevoie.wording.money import Argent
from clairevoie.wording.typography import shortened

# Past so many entries, a list is folded in groups; past so many, in all the lists of the page, it has its own pages.
PLIS, PAGES = 40, 400
# The lines of one entry that are shown, and at most those of one entry of a page.
LIGNES, LIGNES_AU_PLUS = 20, 200
# How many folds a list has, about, when it is folded by letters.
_FOLDS = 8
_LENGTH = 32
SANS_DATE = "sans-date"
Forme = Literal["liste", "pli", "plis", "pages"]
# Where an address of this site is told; a quote inside what people typed is never one.
_HREF = re.compile(r'(?<=\s)(href|src)="(?![a-z]+:)')


class Rang(NamedTuple):
    """How an entry is filed: its name, what tells it from one of the same name, its year (None where none counts)."""

    nom: str
    id: str
    annee: str | None = None
    poids: int = 1


class Filed(NamedTuple):
    """An entry and how it is filed."""

    rang: Rang
    entree: Any


@dataclass(frozen=True, slots=True)
class GroupeDeSerie:
    """Some entries under one title; `suite` is the address of their page, from the page of the record."""

    titre: str
    suite: str
    entrees: tuple[Any, ...]
    dessous: tuple[GroupeDeSerie, ...] = ()

    @property
    def nombre(self) -> int:
        """How many entries, however deep."""
        return len(self.entrees)


@dataclass(frozen=True, slots=True)
class Serie:
    """A list of a record: its heading, its entries, and the groups they are in when they are many."""

    cle: str
    titre: str
    forme: Forme
    entrees: tuple[Any, ...]
    groupes: tuple[GroupeDeSerie, ...]


@dataclass(frozen=True, slots=True)
class Morceau:
    """A page that holds a part of a list: its address from the page of the record, its title, what it shows."""

    suite: str
    liste: str
    titre: str
    corps: str


@singledispatch
def rang(entree: Any) -> Rang:
    """How an entry of a list is filed."""
    raise TypeError(type(entree))


@rang.register
def _(carte: Carte) -> Rang:
    return Rang(carte.titre, carte.adresse.rpartition("/")[2])


@rang.register
def _(lot: LotDeCitations) -> Rang:
    annee = None
    if isinstance(lot.fiche, Evenement):
        first, _last = when(lot.fiche)
        annee = f"{first.year:04}" if 1 < first.year < 9999 else ""
    return Rang(lot.nom, lot.fiche.id, annee, 1 + len(lot.lignes))


@rang.register
def _(ligne: LigneArgent) -> Rang:
    return Rang(ligne.libelle, ligne.adresse, ligne.annee)


@rang.register
def _(siege: SiegeDit) -> Rang:
    ends = siege.membre.fin
    return Rang(siege.nom, "", ends.edtf[:4] if ends and ends.edtf and ends.edtf[:4].isdigit() else "")


@rang.register
def _(argent: Argent) -> Rang:
    return Rang(argent.adresse, argent.adresse)


def serie(cle: str, titre: str, entrees: Sequence[Any], already: int = 0, *, entiere: bool = False) -> Serie:
    """The list in the form that its length asks for; `already` is the weight of the lists above it on the page.

    One that is `entiere` stays in one piece as long as it fits on the page: a table that one sorts.
    """
    filed = [Filed(rang(one), one) for one in entrees]
    weight = sum(one.rang.poids for one in filed)
    if weight <= PLIS or len(entrees) == 1:
        return Serie(cle, titre, "liste", tuple(entrees), ())
    if weight + already > PAGES:
        return Serie(cle, titre, "pages", tuple(entrees), _cut(cle, filed, weight))
    if entiere:
        return Serie(cle, titre, "pli", tuple(entrees), ())
    return Serie(cle, titre, "plis", tuple(entrees), _folded(filed))


def weight_of(une: Serie) -> int:
    """What a list adds to the page of the record."""
    return 0 if une.forme == "pages" else sum(rang(one).poids for one in une.entrees)


def _cut(cle: str, filed: Sequence[Filed], weight: int) -> tuple[GroupeDeSerie, ...]:
    """Groups short enough for a page: by year or by letter, then by the beginning of the names."""
    limit = max(1, PAGES * len(filed) // weight)
    ordered = _in_order(filed, limit)
    whole = decouper(ordered, partial(_step, cle), cle, 0 if len(filed) <= limit else limit)
    return tuple(map(_group, whole.dessous)) or (_group(whole),)


def _in_order(filed: Sequence[Filed], limit: int) -> list[Filed]:
    """By year in the order given, by name inside a year that is too long; by name where years do not count."""
    years = Counter(one.rang.annee for one in filed)
    places = {annee: place for place, annee in enumerate(years)}

    def key(one: Filed) -> tuple[int, str, str]:
        is_kept = one.rang.annee is not None and years[one.rang.annee] <= limit
        return (
            places[one.rang.annee],
            "" if is_kept else alphabetical(one.rang.nom),
            "" if is_kept else one.rang.id,
        )

    return sorted(filed, key=key)


def _step(cle: str, one: Filed, depth: int) -> Pas | None:
    rank = one.rang
    if rank.annee is None:
        return par_lettre(cle, rank.nom, rank.id, depth)
    year = f"{cle}/{rank.annee or SANS_DATE}"
    if not depth:
        return Pas(year, rank.annee or "Sans date")
    finer = par_lettre("", rank.nom, rank.id, depth - 1)
    return finer and Pas(f"{year}-{finer.adresse.lstrip('/')}", finer.titre)


def _group(tranche: Tranche[Filed]) -> GroupeDeSerie:
    """A group, which leads to the pages below it when it is cut."""
    below = () if not tranche.dessous else tuple(map(_group, tranche.feuilles))
    titre = tranche.pas.titre or _between(tranche.entrees)
    return GroupeDeSerie(
        titre, f"{tranche.pas.adresse}/", tuple(one.entree for one in tranche.entrees), below
    )


def _between(filed: Sequence[Filed]) -> str:
    """« De Accueil à Atelier »."""
    first, last = (shortened(one.rang.nom, _LENGTH) for one in (filed[0], filed[-1]))
    return first if first == last else f"De « {first} » à « {last} »"


def _folded(filed: Sequence[Filed]) -> tuple[GroupeDeSerie, ...]:
    """Groups to fold: one for each year, or neighbouring letters until there are enough names."""
    if any(one.rang.annee is not None for one in filed):
        years: dict[str, list[Filed]] = {}
        for one in filed:
            years.setdefault(one.rang.annee or "", []).append(one)
        return tuple(_fold(annee or "Sans date", found) for annee, found in years.items())
    ordered = sorted(filed, key=lambda one: (alphabetical(one.rang.nom), one.rang.id))
    letters: list[list[Filed]] = []
    for one in ordered:
        is_same = letters and initial(letters[-1][-1].rang.nom) == initial(one.rang.nom)
        if letters and (is_same or len(letters[-1]) < len(filed) / _FOLDS):
            letters[-1].append(one)
        else:
            letters.append([one])
    return tuple(_fold(_letters(found), found) for found in letters)


def _fold(titre: str, found: Sequence[Filed]) -> GroupeDeSerie:
    return GroupeDeSerie(titre, "", tuple(one.entree for one in found))


def _letters(filed: Sequence[Filed]) -> str:
    """« A à D »."""
    first, last = initial(filed[0].rang.nom), initial(filed[-1].rang.nom)
    return first if first == last else f"{first} à {last}"


def deeper(html: str) -> str:
    """What was printed for the page of a record, as it is on a page two folders below it."""
    return _HREF.sub(r'\1="../../', html)
