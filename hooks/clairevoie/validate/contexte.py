"""What stands around a phrase completes its reading: the year that it leaves out, the habits of the community.

In: the records, each read without looking at another. Out: the same dataset, where a phrase that waited for its year
has the only one that the period of its plan, or the date of its source, leaves possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, TypeVar

from clairevoie.model import Jeu
from clairevoie.model.actions import Suivi
from clairevoie.model.base import Forme
from clairevoie.model.days import extent
from clairevoie.model.describe import describe
from clairevoie.model.documents import Document
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.phrases import (
    Contexte,
    PhraseError,
    ReadDeadline,
    ReglagesDuTemps,
    asked,
    read_deadlines,
)
from clairevoie.model.plans import Plan
from clairevoie.model.sources import Source
from clairevoie.model.temps import Echeance, date_under, under
from clairevoie.problems import Niveau, Problem
from clairevoie.problems.catalogue import problem

# The habits of most communities.
USUAL = ReglagesDuTemps()

F = TypeVar("F", bound=Forme)
T = TypeVar("T")

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# More years than this is no context: a period that never ends, a collection of old documents.
_MANY = 20
# The fields that say what is still to be done when their source is written.
_AHEAD = frozenset({"echeances", "nouvelle_echeance"})


@dataclass(frozen=True, slots=True)
class Completed:
    """The dataset; the readings that were completed, by the address of their record; what is wrong with others."""

    jeu: Jeu
    readings: Mapping[str, tuple[ReadDeadline, ...]]
    problems: tuple[Problem, ...]


def complete(jeu: Jeu, waiting: Collection[str], reglages: ReglagesDuTemps) -> Completed:
    """Read again, with what stands around them, the phrases of the records that wait for it, by address.

    Under settings that are not the usual ones, every record is looked at.
    """
    unusual = reglages != USUAL
    fiches = {fiche.adresse: fiche for fiche in jeu if unusual or fiche.adresse in waiting}
    if not fiches:
        return Completed(jeu, {}, ())
    readers = {adresse: _Reader(jeu, fiche, reglages) for adresse, fiche in fiches.items()}
    completed = {adresse: reader.fiche() for adresse, reader in readers.items()}
    return Completed(
        Jeu.of(completed.get(fiche.adresse, fiche) for fiche in jeu),
        {adresse: tuple(reader.readings) for adresse, reader in readers.items() if reader.readings},
        tuple(found for reader in readers.values() for found in reader.problems),
    )


def asks_its_year(forme: Forme) -> bool:
    """Whether one of the dates of a form leaves out what another record may say."""
    return any(lue.question for lue in readings(forme))


def readings(forme: Forme) -> Iterator[ReadDeadline]:
    """What is read in the dates that a form itself holds."""
    if isinstance(forme, Echeance):
        yield from forme.lues
    for name in date_fields(type(forme)):
        value = getattr(forme, name)
        if value is not None:
            yield value


@cache
def date_fields(forme: type[Forme]) -> tuple[str, ...]:
    """The fields of a form that hold one date."""
    return tuple(name for name, champ in describe(forme).items() if champ.sorte == "date")


def is_needed(fiche: Fiche, chemin: Chemin) -> bool:
    """Whether a date has a place to take: a meeting in the calendar, a follow-up among the others."""
    is_meeting = isinstance(fiche, Evenement) and fiche.type == "rencontre" and chemin == ("date",)
    return is_meeting or (chemin[-3:-2] == ("suivi",) and chemin[-1] == "date")


@dataclass
class _Reader:
    """Goes through one record, and notes what it completed."""

    jeu: Jeu
    record: Fiche
    reglages: ReglagesDuTemps
    readings: list[ReadDeadline] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fiche(self) -> Fiche:
        """The record, with its readings completed."""
        return self._form(self.record, (), self._around(self.record))

    def _form(self, forme: F, chemin: Chemin, around: tuple[date, date] | None) -> F:
        """The form, itself when nothing in it changed; `around` is when what it says was said."""
        if forme is not self.record:
            own = _span(self._dated(forme))
            # A follow-up comes after what its record was written from.
            around = own if isinstance(forme, Suivi) else own or around
        held = [*_inside(forme), *((name, getattr(forme, name)) for name in date_fields(type(forme)))]
        changed = {
            name: read
            for name, value in held
            if value and (read := self._value(value, name, (*chemin, name), around)) is not value
        }
        return forme.model_copy(update=changed) if changed else forme

    def _value(self, value: Any, name: str, chemin: Chemin, around: tuple[date, date] | None) -> Any:
        if isinstance(value, tuple):
            read = tuple(self._value(one, name, (*chemin, rank), around) for rank, one in enumerate(value))
            return value if all(a is b for a, b in zip(value, read, strict=True)) else read
        if isinstance(value, ReadDeadline):
            jour = self._read(date_under, value, name, chemin, around)
            self.readings += [jour] if jour is not value else []
            self._ask((jour,), name, chemin)
            return jour
        if isinstance(value, Echeance):
            deadline = self._read(under, value, name, chemin, around)
            self.readings += deadline.lues if deadline is not value else ()
            self._ask(deadline.lues, name, chemin)
            return deadline
        return self._form(value, chemin, around)

    def _read(
        self,
        again: Callable[[T, Contexte, str], T],
        typed: T,
        name: str,
        chemin: Chemin,
        around: tuple[date, date] | None,
    ) -> T:
        try:
            return again(typed, *self._contexte(name, around))
        except PhraseError as error:
            self.problems.append(problem(error.code, self.record.adresse, chemin, **error.facts))
            return typed

    def _ask(self, lues: Iterable[ReadDeadline], name: str, chemin: Chemin) -> None:
        """Ask for the years that nothing gives.

        In a plan of several years, a season or a month of any of them is published as typed: this is a warning.
        """
        leaves_a_choice = isinstance(self.record, Plan) and name in _AHEAD and _period(self.record)
        for lue in lues:
            if lue.question:
                error = asked(lue)
                is_vague = leaves_a_choice and not _names_a_day(lue)
                niveau = Niveau.AVERTISSEMENT if is_vague else None
                self.problems.append(problem(error.code, self.record.adresse, chemin, niveau, **error.facts))

    def _contexte(self, name: str, around: tuple[date, date] | None) -> tuple[Contexte, str]:
        """What stands around a phrase, and where its years come from."""
        if isinstance(self.record, Plan) and name in _AHEAD and (period := _period(self.record)):
            return Contexte(_years(period), self.reglages, period), "la période du plan"
        if around is None:
            return Contexte(reglages=self.reglages), ""
        first, last = around
        ahead = (first, date(last.year, 12, 31)) if name in _AHEAD else None
        return Contexte(_years(around), self.reglages, ahead), "la date du document"

    def _around(self, fiche: Fiche) -> tuple[date, date] | None:
        """When the record was written down: the date of the document itself, or of those it comes from."""
        if isinstance(fiche, Document) and fiche.date_document:
            return _span([fiche])
        return _span(self._dated(fiche))

    def _dated(self, forme: Forme) -> Iterator[Document]:
        """The documents that a form names as its sources."""
        told = vars(forme)
        for source in (*(told.get("sources") or ()), told.get("source")):
            document = self.jeu.documents.get(source.document) if isinstance(source, Source) else None
            if document:
                yield document


def _names_a_day(lue: ReadDeadline) -> bool:
    """Whether all that a phrase leaves out is its year."""
    return any(_DAY.search(read.edtf or "") for one in lue.reponses for read in read_deadlines(one))


def _inside(forme: Forme) -> Iterator[tuple[str, Any]]:
    """The fields of a form that hold forms, with their values."""
    held = ((name, getattr(forme, name)) for name, champ in describe(type(forme)).items() if champ.forme)
    return ((name, value) for name, value in held if value)


def _period(plan: Plan) -> tuple[date, date] | None:
    days = [extent(lue.edtf) for lue in plan.periode.lues if lue.edtf] if plan.periode else []
    return _hull(days)


def _span(documents: Iterable[Document]) -> tuple[date, date] | None:
    """From the first day to the last of the dates of documents; None when none has one."""
    return _hull(
        [extent(one.date_document.edtf) for one in documents if one.date_document and one.date_document.edtf]
    )


def _hull(days: list[tuple[date, date]]) -> tuple[date, date] | None:
    if not days:
        return None
    first, last = min(first for first, _ in days), max(last for _, last in days)
    return (first, last) if last.year - first.year < _MANY else None


def _years(days: tuple[date, date]) -> tuple[int, ...]:
    return tuple(range(days[0].year, days[1].year + 1))
