"""Dates that hold together: a period, a deadline in its plan, the steps of a project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from clairevoie.model.actions import Action, SousAction
from clairevoie.model.base import Forme
from clairevoie.model.comites import Comite
from clairevoie.model.days import extent
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import BasePublication, Membre
from clairevoie.model.parcours import Chemin
from clairevoie.model.phrases import bounds
from clairevoie.model.plans import Plan
from clairevoie.model.quand import day
from clairevoie.model.temps import Echeance
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

# The forms that hold a period, and the fields that open and close it.
_PERIODS: tuple[tuple[type[Forme], str, str], ...] = (
    (Comite, "debut", "fin"),
    (Evenement, "debut", "fin"),
    (Membre, "debut", "fin"),
    (BasePublication, "date", "expire"),
)

# The bounds of a season are a convention: up to this many months, a difference says nothing.
_TOLERANCE = 1


def span(echeances: Iterable[Echeance]) -> tuple[date, date] | None:
    """First and last day that the dated deadlines cover, None when there is none."""
    dated = [extent(lue.edtf) for echeance in echeances for lue in echeance.lues if lue.edtf]
    return (min(first for first, _ in dated), max(last for _, last in dated)) if dated else None


def placed(echeances: Iterable[Echeance]) -> tuple[date, date] | None:
    """First and last day where they stand: what has a limit stands at its limit."""
    dated = [bounds(lue.edtf) for echeance in echeances for lue in echeance.lues if lue.edtf]
    return (min(first for first, _ in dated), max(last for _, last in dated)) if dated else None


@rule(Scope.RECORD)
def period_ends_after_it_starts(dossier: Dossier) -> Iterator[Problem]:
    """A committee, a series of meetings, a seat or a consent does not end before it starts.

    Intervals are checked when they are read.
    """
    for kind, opening, closing in _PERIODS:
        for fiche, chemin, forme in dossier.formes(kind):
            debut, fin = getattr(forme, opening), getattr(forme, closing)
            if not (debut and debut.edtf and fin and fin.edtf):
                continue
            if bounds(fin.edtf)[1] < bounds(debut.edtf)[0]:
                said = {"debut": day(debut), "fin": day(fin)}
                yield problem("DAT-03", fiche.adresse, (*chemin, closing), **said)


@rule(Scope.RECORD)
def echeance_falls_within_plan(dossier: Dossier) -> Iterator[Problem]:
    """A dated deadline stays inside the period of its plan."""
    acting: list[tuple[Fiche, Chemin, Action | SousAction]] = [
        *dossier.formes(Action),
        *dossier.formes(SousAction),
    ]
    for fiche, chemin, action in acting:
        periode = fiche.periode if isinstance(fiche, Plan) else None
        period = span([periode]) if periode else None
        if period is None or periode is None:
            continue
        for rank, echeance in enumerate(action.echeances):
            due = placed([echeance])
            if due and (due[0] < period[0] or due[1] > period[1]):
                place = (*chemin, "echeances", rank)
                yield problem("DAT-08", fiche.adresse, place, texte=echeance.texte, periode=periode.texte)


@rule(Scope.RECORD)
def duree_equals_span_of_etapes(dossier: Dossier) -> Iterator[Problem]:
    """The steps of a project last as long as the source says, to within a month."""
    for projet in dossier.jeu.projets.values():
        announced = whole_months(projet.duree.lue.iso) if projet.duree else None
        steps = span(echeance for etape in projet.etapes for echeance in etape.echeances)
        if announced is None or steps is None:
            continue
        covered = _months_between(*steps)
        if abs(covered - announced) > _TOLERANCE:
            place = ("duree",)
            yield problem(
                "DAT-13", projet.adresse, place, duree=say_months(announced), etendue=say_months(covered)
            )


def _months_between(first: date, last: date) -> int:
    """How many months it takes to hold both days, counting the month begun as whole."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + (last.day >= first.day)


_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def months_and_days(iso: str) -> tuple[int, int]:
    """The months and the days of an ISO 8601 duration, years and weeks converted."""
    found = _ISO.fullmatch(iso)
    years, months, weeks, days = (int(part or 0) for part in found.groups()) if found else (0, 0, 0, 0)
    return years * 12 + months, weeks * 7 + days


def whole_months(iso: str | None) -> int | None:
    """The months of a duration told in months or years; None when it is told in days, or not at all."""
    months, days = months_and_days(iso) if iso else (0, 0)
    return months if months and not days else None


def say_months(months: int) -> str:
    """« 24 mois »."""
    return f"{months} mois"
