"""Editorial notes that cover a warning: the reader of the note knows, so the warning becomes information.

Goes in: the dossier and every problem found. Comes out: the same problems, some of them turned down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.sources import Note
from clairevoie.problems import Located, Niveau, Problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.typed import names


def cover(dossier: Dossier, problems: Iterable[Located]) -> Iterator[Located]:
    """Turn into information each warning that a note of the same record covers, at the same place."""
    covering = {fiche.adresse: fiche for fiche in dossier.fiches if any(note.couvre for note in fiche.notes)}
    for problem in problems:
        fiche = covering.get(problem.record) if problem.is_warning else None
        covered = fiche is not None and _covers(dossier, fiche, problem)
        yield replace(problem, niveau=Niveau.INFORMATION) if covered else problem


def _covers(dossier: Dossier, fiche: Fiche, problem: Problem) -> bool:
    """Whether one of the notes of the record names this rule, at this place."""
    notes = [note for note in fiche.notes if problem.code in note.couvre]
    place = _typed_part(dossier.records[fiche.adresse].data, problem.path) if notes else ()
    return any(designates(dossier, fiche, note, place) for note in notes)


def noted(dossier: Dossier, fiche: Fiche, nature: str, place: Chemin) -> bool:
    """Whether a note of this nature is about this place; one about the whole record proves nothing here."""
    return any(
        note.nature == nature and note.champ is not None and designates(dossier, fiche, note, place)
        for note in fiche.notes
    )


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


def _typed_part(data: Mapping[str, Any], path: Chemin) -> Chemin:
    """A path as far as it was typed: `("echeances",)` for the first deadline of `echeances: "Automne 2009"`."""
    here: Any = data
    for rank, step in enumerate(path):
        is_there = (
            step in here if isinstance(here, Mapping) else isinstance(here, list) and step in range(len(here))
        )
        if not is_there:
            return path[:rank]
        here = here[step]
    return path
