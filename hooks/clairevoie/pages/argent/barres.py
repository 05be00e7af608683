"""Amounts as bars, to stand under their table: only what is known is drawn; the rest is named beside.

Goes in: the lines of a budget, or funding. Comes out: a `Dessin`, or None where bars would say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clairevoie.derive.sommes import DEVISES, STATUTS
from clairevoie.model.argent import Budget, Financement, Ligne, currency_of
from clairevoie.pages.site import Site

# An amount with its currency, its state (None where it has none), and its name.
_Connu = tuple[str, str | None, str, Decimal]
# What is asked of the reader to compare: two bars at least.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Barre:
    """One bar; `largeur` is a share of the largest amount of its currency, in hundredths: `"71.68"`; `"0"` draws
    nothing."""

    libelle: str
    montant: Decimal
    largeur: str


@dataclass(frozen=True, slots=True)
class Barres:
    """Bars, by currency and state (None where amounts have no state), and the names of what has no bar.

    Those of one currency are on one scale: a euro is not as wide as a dollar. Each state keeps its own group: bars are
    never laid end to end. `seuls` are alone in their currency.
    """

    groupes: tuple[tuple[str, str | None, tuple[Barre, ...]], ...]
    sans_montant: tuple[str, ...]
    ailleurs: tuple[str, ...] = ()
    seuls: tuple[str, ...] = ()

    @property
    def monnaies(self) -> int:
        """How many currencies are drawn."""
        return len({devise for devise, _, _ in self.groupes})


def of_lines(lignes: Iterable[Ligne], devise: str) -> Barres | None:
    """The lines of a budget, in the order of the source."""
    known: list[_Connu] = []
    unknown: list[str] = []
    for ligne in lignes:
        if ligne.montant is None:
            unknown.append(ligne.libelle)
        else:
            known.append((devise, None, ligne.libelle, ligne.montant))
    return _drawn(known, (None,), unknown, ())


def of_fundings(
    site: Site, financements: Iterable[Financement], budget: Budget | None = None
) -> Barres | None:
    """Funding by currency and state; money already counted elsewhere is drawn elsewhere."""
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
            known.append((currency_of(one, budget), one.statut, name, one.montant))
    return _drawn(known, STATUTS, unknown, elsewhere)


def funder(site: Site, one: Financement) -> str:
    """Who pays, as plain text."""
    if one.organisme:
        return site.plain_name(f"organismes/{one.organisme}")
    return one.libelle or "Bailleur non précisé"


def _drawn(
    known: list[_Connu],
    states: Sequence[str | None],
    unknown: Iterable[str],
    elsewhere: Iterable[str],
) -> Barres | None:
    by_currency = {devise: [one for one in known if one[0] == devise] for devise in DEVISES}
    drawn = {devise: found for devise, found in by_currency.items() if len(found) >= _FEWEST}
    largest = {devise: max(one[-1] for one in found) for devise, found in drawn.items()}
    groups = (
        (devise, state, tuple(_bar(one, largest[devise]) for one in found if one[1] == state))
        for devise, found in drawn.items()
        if largest[devise]
        for state in states
    )
    shown = tuple(group for group in groups if group[-1])
    alone = tuple(one[2] for one in known if one[0] not in drawn)
    return Barres(shown, tuple(unknown), tuple(elsewhere), alone) if shown else None


def _bar(one: _Connu, largest: Decimal) -> Barre:
    _, _, libelle, montant = one
    share = (montant * 100 / largest).quantize(Decimal("0.01"))
    return Barre(libelle, montant, f"{share.normalize():f}")
