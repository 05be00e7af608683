"""Tell what was typed, hear what comes back: the reading of one file, problems as a person reads them."""

from __future__ import annotations

from clairevoie.read import Record, read_text

PATH = "data/plans/plan.yml"


def read(typed: str | bytes) -> tuple[Record | None, list[str]]:
    """The record, if any, and the problems of a file that holds this."""
    data = typed if isinstance(typed, bytes) else typed.encode()
    record, problems = read_text(data, "plans", "plan", PATH)
    return record, [str(problem) for problem in problems]


def told(typed: str | bytes) -> list[str]:
    """The problems alone."""
    return read(typed)[1]


def record_of(typed: str) -> Record:
    """The record of a file that holds no fault at all."""
    record, problems = read(typed)
    assert not problems
    assert record is not None
    return record


def places(typed: str | bytes) -> list[str]:
    """Line, column and code of each problem, `3:12 YAML-02`."""
    data = typed if isinstance(typed, bytes) else typed.encode()
    problems = read_text(data, "plans", "plan", PATH)[1]
    return [f"{p.origin.line}:{p.origin.column} {p.code}" for p in problems]


def error(place: str, code: str, fault: str, remedy: str) -> str:
    """How an error is written."""
    return f"ERREUR {PATH}:{place} [{code}]\n  {fault}\n  Pour corriger : {remedy}"


def warning(place: str, code: str, fault: str, remedy: str) -> str:
    """How a warning is written."""
    return f"AVERTISSEMENT {PATH}:{place} [{code}]\n  {fault}\n  Pour corriger : {remedy}"
