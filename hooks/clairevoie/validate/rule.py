"""A rule of the checker, and its scope: how much of the data it must see before it can speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from clairevoie.problems import Problem
from clairevoie.validate.dossier import Dossier

Check = Callable[[Dossier], Iterator[Problem]]


class Scope(Enum):
    """What a rule looks at.

    RECORD: one record; neither another, nor the day, nor the files offered. It runs as each file is read.
    RECORDS: all the records whose form is right.
    WHOLE: the same, but it counts or looks for what is absent: it would speak falsely while a record is badly
    formed, so it runs only when every one is well formed.
    """

    RECORD = auto()
    RECORDS = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """One promise that the data keep: `check` yields a problem at each place where they do not."""

    scope: Scope
    check: Check


def rule(scope: Scope) -> Callable[[Check], Rule]:
    """Make a rule of the function below."""
    return lambda check: Rule(scope, check)
