"""What can be wrong, where, and how it is said: one format for the terminal, the build and the editor.

A rule yields a `Problem`: a record, and a path in it. At the edge of the checker, where the text of the record is at
hand, each becomes a `Located`: a file, a line and a column. What has no path (a fault of syntax, a comment, the name
of a file, a page) is located from the start.
"""

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
    """A place in a file: line and column, from 1; 0 is the file as a whole."""

    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, worded for the person who typed the file.

    `record` is the address `collection/id` of a record, and `path` the keys and ranks that lead to the value at fault,
    `("objectifs", 0, "texte")`, as far as it was typed; `of_key`: the key is at fault, not its value.
    """

    record: str
    path: tuple[str | int, ...]
    code: str
    niveau: Niveau
    fault: str
    remedy: str
    of_key: bool = False

    @property
    def is_error(self) -> bool:
        """Whether it stops the publication."""
        return self.niveau is Niveau.ERREUR

    @property
    def is_warning(self) -> bool:
        """Whether it is published all the same, and listed."""
        return self.niveau is Niveau.AVERTISSEMENT

    def at(self, file: str, origin: Origin) -> Located:
        """The same, once its place is known; `file` is a path from the project's root."""
        return Located(
            self.record,
            self.path,
            self.code,
            self.niveau,
            self.fault,
            self.remedy,
            self.of_key,
            file=file,
            origin=origin,
        )


@dataclass(frozen=True, slots=True)
class Located(Problem):
    """A problem and its place in a file; `record` is empty when the file is no record.

    `typed` is the line that was typed there, with a sign under the place, once someone is about to read it.
    """

    file: str = ""
    origin: Origin = Origin()
    typed: str = ""

    def __str__(self) -> str:
        """The lines that a person reads: where, what, how to mend, and what was typed."""
        head = f"{self.niveau} {self.place} [{self.code}]"
        told = f"{head}\n  {self.fault}\n  Pour corriger : {self.remedy}"
        return f"{told}\n{self.typed}" if self.typed else told

    @property
    def place(self) -> str:
        """`data/plans/x.yml:43:12`, the form that editors and terminals make clickable."""
        line, column = self.origin.line, self.origin.column
        return f"{self.file}:{line}:{column}" if line else self.file


def gravest_first(problems: Iterable[Located]) -> list[Located]:
    """Errors, then warnings, then information; each kind in the order in which it comes."""
    levels = list(Niveau)
    return sorted(problems, key=lambda one: levels.index(one.niveau))


def in_order(problems: Iterable[Located]) -> tuple[Located, ...]:
    """By file, then line; what would be read twice is said once."""
    return tuple(one for _, one in sorted({_shown(one): one for one in problems}.items()))


def _shown(one: Located) -> tuple[str, int, int, str, str, str, str]:
    """What people see of a problem, in the order in which problems are sorted."""
    origin = one.origin
    return (one.file, origin.line, origin.column, one.code, one.niveau, one.fault, one.remedy)


class DataRefused(Exception):  # noqa: N818 - it says what happened to the data, not to the program
    """The data cannot be published; carries every problem found, warnings included."""

    def __init__(self, problems: Iterable[Located]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems if problem.is_error))
