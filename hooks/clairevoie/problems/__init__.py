"""What can be wrong, where, and how it is said: one format for the terminal, the build and the editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Niveau(StrEnum):
    """How grave a problem is: an error stops the publication, the others do not."""

    ERREUR = "ERREUR"
    AVERTISSEMENT = "AVERTISSEMENT"
    INFORMATION = "INFORMATION"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a file: path from the project's root, line and column from 1 (0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`data/plans/x.yml:43:12`, the form that editors and terminals make clickable."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem, worded for the person who typed the file."""

    origin: Origin
    code: str
    niveau: Niveau
    fault: str
    remedy: str

    def __str__(self) -> str:
        """The three lines that a person reads."""
        head = f"{self.niveau} {self.origin} [{self.code}]"
        return f"{head}\n  {self.fault}\n  Pour corriger : {self.remedy}"

    @property
    def is_error(self) -> bool:
        """Whether it stops the publication."""
        return self.niveau is Niveau.ERREUR

    @property
    def is_warning(self) -> bool:
        """Whether it is published all the same, and listed."""
        return self.niveau is Niveau.AVERTISSEMENT


class DataRefused(Exception):  # noqa: N818 - it says what happened to the data, not to the program
    """The data cannot be published; carries every problem found, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems if problem.is_error))
