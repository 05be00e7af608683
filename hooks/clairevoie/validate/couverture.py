"""Editorial notes that cover a warning: the reader of the note knows, so the warning becomes information.

Goes in: the dossier and every problem found. Comes out: the same problems, some of them turned down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.sources import Note
from clairevoie.problems import Niveau, Origin, Problem
from clairevoie.read import Record
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.lieux import names, walk


def cover(dossier: Dossier, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Turn into information each warning that a note of the same record covers, at the same place."""
    covering = {found.record.path: found for found in _with_covering_notes(dossier)}
    for problem in problems:
        record = covering.get(problem.origin.path) if problem.niveau is Niveau.AVERTISSEMENT else None
        covered = record is not None and record.covers(problem)
        yield replace(problem, niveau=Niveau.INFORMATION) if covered else problem


def designates(dossier: Dossier, fiche: Fiche, note: Note, place: Chemin) -> bool:
    """Whether a place of the record lies at or inside what the note is about.

    `note.champ` is an anchor of the record or the name of a field, either with `.champ` after it; a name
    that is no field of the record itself is every such field inside it. Absent, it is the whole record.
    """
    if note.champ is None:
        return True
    head, *fields = note.champ.split(".")
    element = dossier.ancres(fiche).get(head)
    if element is not None:
        inside = place[: len(element.chemin)] == element.chemin
        return inside and names(place[len(element.chemin) :])[: len(fields)] == fields
    typed, wanted = names(place), [head, *fields]
    starts = (0,) if head in type(fiche).model_fields else range(len(typed))
    return any(typed[start : start + len(wanted)] == wanted for start in starts)


@dataclass(frozen=True)
class _Covering:
    """A record whose notes cover rules, and the places of its file."""

    dossier: Dossier
    fiche: Fiche
    notes: tuple[Note, ...]
    record: Record

    def covers(self, problem: Problem) -> bool:
        """Whether one of the notes names this rule, at this place."""
        return any(
            problem.code in note.couvre
            and designates(self.dossier, self.fiche, note, self._place(problem.origin))
            for note in self.notes
        )

    def _place(self, origin: Origin) -> Chemin:
        """The last value typed at or before this origin."""
        before = bisect_right(self._origins, origin)
        return self._places[self._origins[before - 1]] if before else ()

    @cached_property
    def _origins(self) -> list[Origin]:
        return sorted(self._places)

    @cached_property
    def _places(self) -> Mapping[Origin, Chemin]:
        """Every place by its origin; a block begins where its first field does, and wins."""
        found: dict[Origin, Chemin] = {}
        for place, _ in walk(self.record.data):
            found.setdefault(self.record.origin(*place), place)
            if place and isinstance(place[-1], str):
                found.setdefault(self.record.key_origin(*place), place)
        return found


def _with_covering_notes(dossier: Dossier) -> Iterator[_Covering]:
    for fiche in dossier.fiches:
        notes = tuple(note for note in fiche.notes if note.couvre)
        if notes:
            yield _Covering(dossier, fiche, notes, dossier.records[fiche.adresse])
