"""What the parser says in English, said in the words of the catalogue.

In: the exception of the parser and the lines it read. Out: the nearest rule, at the nearest place.
"""

from __future__ import annotations

from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from clairevoie.problems import Niveau
from clairevoie.read.fault import Fault, between_quotes, shown
from clairevoie.read.quotas import DEPTH, excess

# The first words found in the parser's sentence tell the rule; True: the fault is where the parser began.
_RULES: tuple[tuple[str, str, bool], ...] = (
    ("tab character", "YAML-01", False),
    ("'\\t'", "YAML-01", False),
    ("mapping values", "YAML-02", False),
    ("escape", "YAML-11", False),
    ("hexdecimal", "YAML-11", False),
    ("hexadecimal", "YAML-11", False),
    ("quoted scalar", "YAML-05", True),
    ("while parsing a flow", "YAML-08", True),
    ("plain scalar", "YAML-08", True),
    ("cannot start any token", "YAML-07", False),
    ("directive", "YAML-07", False),
    ("incompatible", "YAML-07", False),
    ("tag", "YAML-16", True),
    ("anchor", "YAML-16", True),
    ("alias", "YAML-16", True),
    ("scanning a block scalar", "YAML-07", True),
    ("sequence entries", "YAML-07", False),
    ("node content", "YAML-07", False),
    ("find expected ':'", "YAML-09", True),
)


class Refused(Exception):  # noqa: N818 - it says what happened to the text, not to the program
    """The text cannot be composed, because of `fault`; `for_good` when looking further costs too much."""

    def __init__(self, fault: Fault, *, for_good: bool = False) -> None:
        super().__init__(fault)
        self.fault = fault
        self.for_good = for_good


def refusal(error: Exception, lines: list[str]) -> Fault:
    """The fault that says in French why the parser stopped."""
    if isinstance(error, ReaderError):
        facts = {
            "constat": "Le fichier contient un caractère que YAML refuse",
            "effet": "rien n'a pu être lu",
        }
        return Fault("YAML-18", 1, 1, facts, Niveau.ERREUR)
    if isinstance(error, RecursionError):
        return excess(DEPTH)
    if not isinstance(error, MarkedYAMLError):
        return _unreadable_number(lines)
    said = f"{error.context} {error.problem}"
    code, at_start = next(
        ((code, start) for words, code, start in _RULES if words in said), ("YAML-04", False)
    )
    mark = error.context_mark if at_start and error.context_mark else error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return _located(code, min(line, len(lines) - 1), column, lines)


def _located(code: str, row: int, column: int, lines: list[str]) -> Fault:
    """The fault at that row and column (from 0), or on the last line typed before when nothing is there."""
    while row and not lines[row].strip():
        row, column = row - 1, 0
    typed = lines[row]
    column = min(column, len(typed))
    return Fault(code, row + 1, column + 1, _facts(code, typed, row, column))


def _unreadable_number(lines: list[str]) -> Fault:
    """Only a code of an escape (`\\UFFFFFFFF`) or of a directive can be a number too big to read."""
    row = next((row for row, line in enumerate(lines) if "\\U" in line), 0)
    column = max(lines[row].find("\\U"), 0)
    return Fault("YAML-11", row + 1, column + 1, {"brut": lines[row][column : column + 10]})


def _facts(code: str, typed: str, row: int, column: int) -> dict[str, object]:
    """Every fact that a rule of syntax may name, as this line and column (from 0) give them."""
    key, colon, value = typed.strip(" -").partition(": ")
    return {
        "cle": shown(key.rstrip(":") if not colon else key),
        "valeur": between_quotes(value if colon else typed.strip()),
        "car": ":" if code == "YAML-09" else typed[column : column + 1] or typed.strip()[:1] or " ",
        "brut": typed[max(typed.rfind("\\", 0, column + 1), 0) :][:2],
        "l1": row + 1,
        "c": len(typed) - len(typed.lstrip(" ")) + 1,
        "n": 2,
    }
