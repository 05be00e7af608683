"""The money that a record gives, receives or tells of, as a table: each funding a row, two years of a grant two rows.

Goes in: a `Site` and a record. Comes out: a `TableArgent`, or None where a sentence is enough. Sums are told by
currency and by state, never across them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from clairevoie.derive.sommes import DEVISES, STATUTS
from clairevoie.model import quand
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.days import extent
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.model.organismes import Organisme
from clairevoie.model.temps import Echeance
from clairevoie.pages.adresses import href
from clairevoie.pages.argent.barres import funder
from clairevoie.pages.site import Site
from clairevoie.wording.money import state_of
from clairevoie.wording.names import title
from clairevoie.wording.typography import headline, spaced

# Past so many, a sentence becomes a table.
PHRASE = 5
# Who the record is to the money: its funder, who receives it, or what the money is for.
Sens = Literal["donne", "recu", "dit"]
_CHAMPS: dict[Sens, str] = {"donne": "financements.organisme", "recu": "financements.beneficiaire"}


@dataclass(frozen=True, slots=True)
class LigneArgent:
    """One funding: its label in the words of the source, the record (or its budget) that tells of it, and when.

    `annee` is empty where the source gives none; `jour` files the rows of a year.
    """

    financement: Financement
    libelle: str
    devise: str
    adresse: str
    annee: str
    quand: str
    jour: str
    programme: str


@dataclass(frozen=True, slots=True)
class TotalArgent:
    """The amounts of one year (empty for all of them), in one state and one currency.

    `somme` is None where no amount is known; `ailleurs` counts what is counted elsewhere already, left out of it.
    """

    annee: str
    statut: str
    devise: str
    nombre: int
    somme: Decimal | None
    sans_montant: int
    ailleurs: int


@dataclass(frozen=True, slots=True)
class TableArgent:
    """Every funding, the latest first, and what is added up."""

    sens: Sens
    lignes: tuple[LigneArgent, ...]
    totaux: tuple[TotalArgent, ...]

    @property
    def cle(self) -> str:
        """Its anchor on the page, and the head of the addresses of its parts."""
        return f"argent-{self.sens}"

    @property
    def fichier(self) -> str:
        """The name of its file, beside the page."""
        return f"{self.cle}.csv"

    @property
    def seule(self) -> str:
        """The address where all of it is told, empty when there are several."""
        places = {ligne.adresse for ligne in self.lignes}
        return places.pop() if len(places) == 1 else ""

    def par_annee(self, lignes: Iterable[LigneArgent]) -> tuple[tuple[str, tuple[LigneArgent, ...]], ...]:
        """Some of the rows, each under its year."""
        found: dict[str, list[LigneArgent]] = {}
        for ligne in lignes:
            found.setdefault(ligne.annee, []).append(ligne)
        return tuple((annee, tuple(same)) for annee, same in found.items())


def table_argent(site: Site, fiche: Fiche, sens: Sens) -> TableArgent | None:
    """The table of what a record gives, receives or tells of; None where there is too little for one."""
    found = _told(fiche) if sens == "dit" else _cited(site, fiche, sens)
    lignes = sorted(found, key=lambda ligne: (ligne.libelle, ligne.adresse))
    lignes.sort(key=lambda ligne: ligne.jour, reverse=True)
    if len(lignes) <= PHRASE:
        return None
    return TableArgent(sens, tuple(lignes), tuple(_totals(lignes)))


def _cited(site: Site, fiche: Fiche, sens: Sens) -> Iterator[LigneArgent]:
    """The funding whose funder, or whose beneficiary, is an organisme."""
    if not isinstance(fiche, Organisme):
        return
    for mention in site.mentions(fiche):
        if mention.champ == _CHAMPS[sens] and isinstance(mention.forme, Financement):
            holder = mention.element.forme if mention.element else None
            budget = holder if isinstance(holder, Budget) else None
            yield _row(mention.fiche, mention.forme, budget, mention.adresse if holder else "")


def _told(fiche: Any) -> Iterator[LigneArgent]:
    """The funding that a record tells of outside of any budget."""
    for one in vars(fiche).get("financements", ()):
        yield _row(fiche, one, None)


def _row(fiche: Fiche, one: Financement, budget: Budget | None, adresse: str = "") -> LigneArgent:
    """A row; `adresse` is that of the budget or of the action that tells of the funding, if one does."""
    first = next((start for start, _ in map(extent, _dates(one, budget)) if start.year > 1), None)
    return LigneArgent(
        financement=one,
        libelle=headline(spaced(one.libelle or one.note or title(fiche))),
        devise=currency_of(one, budget),
        adresse=adresse or f"{fiche.adresse}#financements",
        annee=f"{first.year:04}" if first else "",
        quand=spaced(_when(one, budget)),
        jour=first.isoformat() if first else "",
        programme=spaced(one.programme or ""),
    )


def _dates(one: Financement, budget: Budget | None) -> Iterator[str]:
    """The values of the dates of a funding: the day it was granted, then what it is for."""
    if one.date_octroi and one.date_octroi.edtf:
        yield one.date_octroi.edtf
    for echeance in _periods(one, budget):
        yield from (lue.edtf for lue in echeance.lues if lue.edtf)


def _periods(one: Financement, budget: Budget | None) -> Iterator[Echeance]:
    for echeance in (one.periode, budget.periode if budget else None):
        if echeance:
            yield echeance


def _when(one: Financement, budget: Budget | None) -> str:
    """« 6 décembre 2022 », « 6 décembre 2022, pour 2023-2024 », « 2023-2024 »."""
    granted = quand.day(one.date_octroi) if one.date_octroi else ""
    period = next((echeance.dite for echeance in _periods(one, budget)), "")
    return f"{granted}, pour {period}" if granted and period else granted or period


def _totals(lignes: Sequence[LigneArgent]) -> Iterator[TotalArgent]:
    """The totals of all the years, then of each one when there are several."""
    yield from _sums("", lignes)
    years: dict[str, list[LigneArgent]] = {}
    for ligne in lignes:
        years.setdefault(ligne.annee, []).append(ligne)
    if len(years) > 1:
        for annee, found in years.items():
            yield from _sums(annee or "sans", found)


def _sums(annee: str, lignes: Iterable[LigneArgent]) -> Iterator[TotalArgent]:
    groups: dict[tuple[str, str], list[Financement]] = {}
    for ligne in lignes:
        groups.setdefault((ligne.devise, ligne.financement.statut), []).append(ligne.financement)
    for devise, statut in sorted(groups, key=lambda key: (STATUTS.index(key[1]), DEVISES.index(key[0]))):
        found = groups[devise, statut]
        here = [one for one in found if not one.rattache_a]
        known = [one.montant for one in here if one.montant is not None]
        yield TotalArgent(
            annee,
            statut,
            devise,
            len(found),
            sum(known, Decimal(0)) if known else None,
            len(here) - len(known),
            len(found) - len(here),
        )


_TITRES: dict[Sens, tuple[str, ...]] = {
    "donne": ("Reçu par",),
    "recu": ("Qui paie",),
    "dit": ("Qui paie", "Reçu par"),
}


def lines_of(site: Site, table: TableArgent) -> Iterator[tuple[str, ...]]:
    """The table as rows of plain words, its titles first, for a file."""
    yield (
        "Libellé, selon la source", *_TITRES[table.sens], "Date", "Année", "Montant", "Monnaie", "Programme", "État",
        "Genre", "Déjà compté dans", "Où c'est écrit", "Adresse",
    )  # fmt: skip
    for ligne in table.lignes:
        one = ligne.financement
        received = site.plain_name(f"organismes/{one.beneficiaire}") if one.beneficiaire else ""
        who = {"donne": (received,), "recu": (funder(site, one),), "dit": (funder(site, one), received)}
        yield (
            ligne.libelle,
            *who[table.sens],
            ligne.quand,
            ligne.annee,
            "" if one.montant is None else f"{one.montant:f}".replace(".", ","),
            ligne.devise,
            ligne.programme,
            headline(state_of(one)),
            "" if one.type == "non_precise" else headline(mot(one.type)),
            site.plain_name(one.rattache_a) if one.rattache_a else "",
            site.plain_name(ligne.adresse.partition("#")[0]),
            _web(site, ligne.adresse),
        )


def _web(site: Site, adresse: str) -> str:
    return href(site.reglages.adresse, site.place(adresse))
