"""Records become a Jeu, or a list of problems.

Goes in: a `Reading` of examined records (`alone.examine`). Comes out: a `Verdict`, whose `jeu` is None as
soon as there is one error. Order: each record alone, the rules that compare records, then the editorial
notes that cover warnings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.phrases import ReadDeadline, ReglagesDuTemps
from clairevoie.problems import Located, in_order
from clairevoie.read import Reading
from clairevoie.validate.alone import Examined, examine
from clairevoie.validate.contexte import USUAL, complete
from clairevoie.validate.coverage import cover
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.repeated import told_once
from clairevoie.validate.rule import Scope
from clairevoie.validate.rules import rules_of

__all__ = ["Examined", "Verdict", "examine", "validate"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The dataset, when nothing forbids publishing it, and every problem found, in order.

    `completed` are the readings that took something from another record or from the settings, by address.
    """

    jeu: Jeu | None
    problems: tuple[Located, ...]
    completed: Mapping[str, tuple[ReadDeadline, ...]] = field(default_factory=dict)


def validate(
    reading: Reading[Examined],
    on: date,
    pages: frozenset[str] | None = None,
    reglages: ReglagesDuTemps = USUAL,
) -> Verdict:
    """Check everything that was read.

    `on` is the day that stands for today, `pages` the written pages of the site, `reglages` the habits of the
    community.
    """
    fiches = [one.fiche for one in reading.records if one.fiche is not None]
    waiting = [one.adresse for one in reading.records if one.waits]
    completed = complete(Jeu.of(fiches), waiting, reglages)
    alone = [problem for one in reading.records for problem in one.problems]
    dossier = Dossier(
        completed.jeu,
        {one.adresse: one.record for one in reading.records},
        on,
        _unreadable(reading),
        reading.fichiers,
        pages,
        {one.adresse: one.renvois for one in reading.records},
    )
    whole = len(fiches) == len(reading.records) and not dossier.illisibles
    rules = rules_of(Scope.RECORDS, Scope.WHOLE) if whole else rules_of(Scope.RECORDS)
    told = (*completed.problems, *(found for rule in rules for found in rule.check(dossier)))
    ruled = [dossier.records[found.record].locate(found) for found in told]
    problems = tuple(told_once(in_order(cover(dossier, (*reading.problems, *alone, *ruled)))))
    refused = any(problem.is_error for problem in problems)
    return Verdict(None if refused else dossier.jeu, problems, completed.readings)


def _unreadable(reading: Reading[Examined]) -> frozenset[str]:
    """The addresses of the files that exist but gave no record."""
    refused = {problem.file for problem in reading.problems if problem.is_error}
    unread = map(PurePosixPath, refused - {one.record.path for one in reading.records})
    return frozenset(f"{path.parent.name}/{path.stem}" for path in unread if path.parent.name in COLLECTIONS)
