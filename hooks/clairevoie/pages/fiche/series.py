"""What a record lists of other things, in the form that its length asks for: a list, folds, or pages of its own.

Goes in: entries of one list, of whatever kind. Comes out: a `Serie`, whose parts a template folds or leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from math import ceil
from typing import Any, Literal, NamedTuple

from clairevoie.derive.ordre import alphabetical, initial
from clairevoie.model.folding import slug
from clairevoie.pages.decoupage import Pas, Tranche, decouper, par_lettre
from clairevoie.pages.fiche.rangs import Rang, rang
from clairevoie.pages.renvois.rubriques import Citation, LotDeCitations
from clairevoie.pages.site import Site
from clairevoie.wording.typography import headline, shortened

# Past so many entries, a list is folded in groups; past so many, in all the lists of the page, it has its own pages.
PLIS, PAGES = 40, 400
# The lines of one entry that are shown, and at most those of one entry of a page.
LIGNES, LIGNES_AU_PLUS = 20, 200
# How many folds a list has, about, when it is folded by letters.
_FOLDS = 8
_LENGTH = 32
# Names of one letter often begin by the same words: what tells them apart is further.
_WHOLE = 80
SANS_DATE = "sans-date"
Forme = Literal["liste", "pli", "plis", "pages"]


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
    """A list of a record: its heading, its entries, and the groups they are in when they are many.

    `d_abord` is how many entries of one that is in no groups are read at once, None for all of them.
    """

    cle: str
    titre: str
    forme: Forme
    entrees: tuple[Any, ...]
    groupes: tuple[GroupeDeSerie, ...]
    d_abord: int | None = None

    @property
    def premieres(self) -> tuple[Any, ...]:
        """The entries that are read at once; a fold that would hide one or two is not worth its line."""
        shown = len(self.entrees) if self.d_abord is None else self.d_abord
        return self.entrees[:shown] if len(self.entrees) > shown + 2 else self.entrees

    @property
    def suite(self) -> tuple[Any, ...]:
        """Those that wait until they are asked for."""
        return self.entrees[len(self.premieres) :]


@dataclass(frozen=True, slots=True)
class Morceau:
    """A page that holds a part of a list: its address from the page of the record, its title, what it shows.

    One that holds parts of the record itself names no `liste`, and says itself what it shows: `est_texte`.
    """

    suite: str
    liste: str
    titre: str
    corps: str
    est_texte: bool = False
    # The page of the wider part that such a page is in, and the contents of the page: address, number, words.
    au_dessus: tuple[tuple[str, str], ...] = ()
    sommaire: tuple[tuple[str, str | None, str], ...] = ()

    @property
    def nom(self) -> str:
        """« Projets : A », « Axe 2 »."""
        return f"{self.liste} : {self.titre}" if self.liste else self.titre


def serie(
    site: Site,
    cle: str,
    titre: str,
    entrees: Sequence[Any],
    already: int = 0,
    *,
    entiere: bool = False,
    d_abord: int | None = None,
) -> Serie:
    """The list in the form that its length asks for; `already` is the weight of the lists above it on the page.

    One that is `entiere` stays in one piece as long as it fits on the page: a table that one sorts. One that is short
    shows its entries `d_abord`, the others folded.
    """
    filed = [Filed(rang(one, site), one) for one in entrees]
    weight = sum(one.rang.poids for one in filed)
    if weight <= PLIS or len(entrees) == 1:
        return Serie(cle, titre, "liste", tuple(entrees), (), d_abord)
    if weight + already > PAGES:
        pieces = [Filed(rang(piece, site), piece) for one in entrees for piece in _pieces(one)]
        return Serie(cle, titre, "pages", tuple(entrees), _cut(cle, pieces))
    if entiere:
        return Serie(cle, titre, "pli", tuple(entrees), ())
    return Serie(cle, titre, "plis", tuple(entrees), _folded(filed))


def weight_of(site: Site, une: Serie) -> int:
    """What a list adds to the page of the record."""
    return 0 if une.forme == "pages" else sum(rang(one, site).poids for one in une.entrees)


def _pieces(entree: Any) -> tuple[Any, ...]:
    """An entry, or what it is cut into when it is too long for a page: the passages under each of its numbers."""
    if not isinstance(entree, LotDeCitations) or len(entree.lignes) <= LIGNES_AU_PLUS:
        return (entree,)
    return tuple(
        replace(entree, nom=f"{entree.nom}, {head}", lignes=tuple(found))
        for head, found in _under(entree.lignes, 1)
    )


def _under(lignes: Sequence[Citation], depth: int) -> Iterator[tuple[str, Sequence[Citation]]]:
    """Passages by the head of their number (« 1 », then « 1.2 »…), or by their first letter."""
    groups: dict[str, list[Citation]] = {}
    for ligne in lignes:
        head = ".".join(ligne.repere.split(".")[:depth]) if ligne.repere else initial(ligne.texte)
        groups.setdefault(head, []).append(ligne)
    for head, found in groups.items():
        finer = len(found) > LIGNES_AU_PLUS and any((one.repere or "").count(".") >= depth for one in found)
        yield from _under(found, depth + 1) if finer else ((head, found),)


def _cut(cle: str, filed: Sequence[Filed]) -> tuple[GroupeDeSerie, ...]:
    """Groups short enough for a page: by year or by letter, then by the beginning of the names."""
    # An entry counts as often as it weighs: what is the same goes to the same place.
    weighed = [one for one in _in_order(filed) for _ in range(one.rang.poids)]
    # A list that would fit on a page of its own is cut once, so that its addresses stay when it grows.
    whole = decouper(weighed, partial(_step, cle), cle, min(PAGES, len(weighed) - 1))
    return tuple(map(_group, whole.dessous)) or (_group(whole),)


def _in_order(filed: Sequence[Filed]) -> list[Filed]:
    """By year in the order given, by name inside a year that is too long; by name where years do not count."""
    years: Counter[str | None] = Counter()
    for one in filed:
        years[one.rang.annee] += one.rang.poids
    places = {annee: place for place, annee in enumerate(years)}

    def key(one: Filed) -> tuple[int, str, str]:
        is_kept = one.rang.annee is not None and years[one.rang.annee] <= PAGES
        return (
            places[one.rang.annee],
            "" if is_kept else alphabetical(one.rang.nom),
            "" if is_kept else one.rang.id,
        )

    return sorted(filed, key=key)


def _step(cle: str, one: Filed, depth: int) -> Pas | None:
    rank = one.rang
    id = slug(rank.id)  # that of a sum of money is an address: `projets/parc#budgets`
    if rank.annee is None:
        return par_lettre(cle, rank.nom, id, depth)
    year = f"{cle}/{rank.annee or SANS_DATE}"
    if not depth:
        return Pas(year, rank.annee or "Sans date")
    finer = par_lettre("", rank.nom, id, depth - 1)
    return finer and Pas(f"{year}-{finer.adresse.lstrip('/')}", finer.titre)


def _group(tranche: Tranche[Filed]) -> GroupeDeSerie:
    """A group, which leads to the pages below it when it is cut."""
    below = () if not tranche.dessous else tuple(map(_group, tranche.feuilles))
    titre = tranche.pas.titre or _between(tranche.entrees)
    each = {id(one): one.entree for one in tranche.entrees}
    return GroupeDeSerie(titre, f"{tranche.pas.adresse}/", tuple(each.values()), below)


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
    return tuple(fold for found in letters for fold in _folds(found))


def _folds(found: Sequence[Filed]) -> Iterator[GroupeDeSerie]:
    """The fold of some letters, or several when the names of one letter are too many to be read at once."""
    if len(found) <= 2 * PLIS:
        yield _fold(_letters(found), found)
        return
    count = ceil(len(found) / PLIS)
    ends = [len(found) * rank // count for rank in range(count + 1)]
    for start, end in pairwise(ends):
        first, last = (shortened(found[at].rang.nom, _WHOLE) for at in (start, end - 1))
        yield _fold(f"De « {headline(first)} » à « {headline(last)} »", found[start:end])


def _fold(titre: str, found: Sequence[Filed]) -> GroupeDeSerie:
    return GroupeDeSerie(titre, "", tuple(one.entree for one in found))


def _letters(filed: Sequence[Filed]) -> str:
    """« A à D »."""
    first, last = initial(filed[0].rang.nom), initial(filed[-1].rang.nom)
    return first if first == last else f"{first} à {last}"
