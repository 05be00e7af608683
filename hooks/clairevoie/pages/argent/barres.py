"""Amounts as bars, to stand under their table: only what is known is drawn; the rest is named beside.

Goes in: the lines of a budget, or funding. Comes out: a `Dessin`, or None where bars would say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from clairevoie.derive.sommes import STATUTS
from clairevoie.model.argent import Financement, Ligne
from clairevoie.pages.site import Site

# An amount with its state, None where it has none, and its name.
_Connu = tuple[str | None, str, Decimal]
# What is asked of the reader to compare: two bars at least.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Barre:
    """One bar; `largeur` is a share of the largest amount, in hundredths: `"71.68"`; `"0"` draws nothing."""

    libelle: str
    montant: Decimal
    largeur: str


@dataclass(frozen=True, slots=True)
class Barres:
    """Bars on one scale, by state (None where amounts have no state), and the names of what has no bar.

    Each state keeps its own group: bars are never laid end to end.
    """

    groupes: tuple[tuple[str | None, tuple[Barre, ...]], ...]
    sans_montant: tuple[str, ...]
    ailleurs: tuple[str, ...] = ()


def of_lines(lignes: Iterable[Ligne]) -> Barres | None:
    """The lines of a budget, in the order of the source."""
    known: list[_Connu] = []
    unknown: list[str] = []
    for ligne in lignes:
        if ligne.montant is None:
            unknown.append(ligne.libelle)
        else:
            known.append((None, ligne.libelle, ligne.montant))
    return _drawn(known, (None,), unknown, ())


def of_fundings(site: Site, financements: Iterable[Financement]) -> Barres | None:
    """Funding by state; money already counted elsewhere is drawn elsewhere."""
    known: list[_Connu] = []
    unknown: list[str] = []
    elsewhere: list[str] = []
    for one in financements:
        name = funder(site, one)
        if one.rattache_a:
            elsewhere.append(name)
        elif one.montant is None:
            unknown.append(name)
        else:
            known.append((one.statut, name, one.montant))
    return _drawn(known, STATUTS, unknown, elsewhere)


def funder(site: Site, one: Financement) -> str:
    """Who pays, as plain text."""
    if one.organisme:
        return site.plain_name(f"organismes/{one.organisme}")
    return one.libelle or "Bailleur non précisé"


def _drawn(
    known: list[_Connu],
    states: Iterable[str | None],
    unknown: Iterable[str],
    elsewhere: Iterable[str],
) -> Barres | None:
    largest = max((montant for _, _, montant in known), default=Decimal(0))
    if len(known) < _FEWEST or not largest:
        return None
    groups = ((state, tuple(_bar(one, largest) for one in known if one[0] == state)) for state in states)
    return Barres(tuple((state, bars) for state, bars in groups if bars), tuple(unknown), tuple(elsewhere))


def _bar(one: _Connu, largest: Decimal) -> Barre:
    _, libelle, montant = one
    share = (montant * 100 / largest).quantize(Decimal("0.01"))
    return Barre(libelle, montant, f"{share.normalize():f}")
