"""Records become a Jeu, or a list of problems.

Goes in: a `Reading`. Comes out: a `Verdict`, whose `jeu` is None as soon as there is one error.
Order: the form of each record, the rules, then the editorial notes that cover warnings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.problems import Problem
from clairevoie.read import Reading
from clairevoie.validate import (
    anciennes,
    dates,
    fichiers,
    identifiants,
    liens_web,
    obligatoires,
    references,
    reserves,
    sommes,
    sources,
    structure,
    textes,
    vie_privee,
)
from clairevoie.validate.couverture import cover
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.shape import shape

RULES: tuple[Rule, ...] = (
    *obligatoires.RULES,
    *textes.RULES,
    *identifiants.RULES,
    *reserves.RULES,
    *anciennes.RULES,
    *fichiers.RULES,
    *references.RULES,
    *structure.RULES,
    *dates.RULES,
    *sommes.RULES,
    *sources.RULES,
    *vie_privee.RULES,
    *liens_web.RULES,
)
RULES_WHOLE: tuple[Rule, ...] = (*references.RULES_WHOLE, *structure.RULES_WHOLE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The dataset, when nothing forbids publishing it, and every problem found, in order."""

    jeu: Jeu | None
    problems: tuple[Problem, ...]


def validate(reading: Reading, on: date) -> Verdict:
    """Check everything that was read; `on` is the day that stands for today."""
    shaped = [shape(record) for record in reading.records]
    fiches = [fiche for fiche, _ in shaped if fiche is not None]
    misshapen = [problem for _, found in shaped for problem in found]
    dossier = Dossier(
        Jeu.of(fiches),
        {f"{record.collection}/{record.id}": record for record in reading.records},
        on,
        _unreadable(reading),
        reading.fichiers,
    )
    whole = len(fiches) == len(reading.records) and not dossier.illisibles
    rules = (*RULES, *RULES_WHOLE) if whole else RULES
    ruled = [problem for rule in rules for problem in rule(dossier)]
    covered = cover(dossier, (*reading.problems, *misshapen, *ruled))
    return _verdict(dossier.jeu, covered)


def _verdict(jeu: Jeu, problems: Iterable[Problem]) -> Verdict:
    """Sort by place, say each thing once, and withhold the dataset when there is an error."""
    ordered = tuple(sorted(set(problems), key=_rank))
    refused = any(problem.is_error for problem in ordered)
    return Verdict(None if refused else jeu, ordered)


def _rank(problem: Problem) -> tuple[str, int, int, str, str]:
    """By file, then line; a tuple, since comparing the problems themselves is slow when there are many."""
    return (problem.origin.path, problem.origin.line, problem.origin.column, problem.code, problem.fault)


def _unreadable(reading: Reading) -> frozenset[str]:
    """The addresses of the files that exist but gave no record."""
    refused = {problem.origin.path for problem in reading.problems if problem.is_error}
    unread = map(PurePosixPath, refused - {record.path for record in reading.records})
    return frozenset(f"{path.parent.name}/{path.stem}" for path in unread if path.parent.name in COLLECTIONS)
