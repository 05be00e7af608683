"""The rules and their sentences: a code and its facts become a `Problem` that a person can act on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clairevoie.problems import Located, Niveau, Origin, Problem

_NIVEAUX = {"E": Niveau.ERREUR, "A": Niveau.AVERTISSEMENT, "I": Niveau.INFORMATION}
_OPTIONAL = re.compile(r"⟦(.*?)⟧")
_LINE_ENDS = re.compile(r" *[\r\n]+ *")
_FACT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Regle:
    """One rule: its level, when it speaks, and the templates of its fault and remedy."""

    code: str
    niveau: Niveau
    quand: str
    probleme: str
    remede: str


@cache
def catalogue() -> Mapping[str, Regle]:
    """Every rule by its code, in the order of the file."""
    raw = tomllib.loads(Path(__file__).with_name("catalogue.toml").read_text(encoding="utf-8"))
    return {
        code: Regle(code, _NIVEAUX[r["niveau"]], r["quand"], r["probleme"], r["remede"])
        for code, r in raw.items()
    }


def _say(template: str, facts: Mapping[str, object]) -> str:
    """Fill a template; an optional part is said only when all its facts are known."""

    def optional(match: re.Match[str]) -> str:
        part = match.group(1)
        return part if all(facts.get(name) for name in _FACT.findall(part)) else ""

    said = _FACT.sub(lambda m: str(facts[m.group(1)]), _OPTIONAL.sub(optional, template))
    return _LINE_ENDS.sub(" ", said)  # a text typed on several lines is quoted on one


def problem(
    code: str,
    record: str,
    path: tuple[str | int, ...] = (),
    niveau: Niveau | None = None,
    /,
    **facts: object,
) -> Problem:
    """The problem that rule `code` raises at this path of a record; a KeyError says which fact its sentence lacks."""
    regle = catalogue()[code]
    fault, remedy = _say(regle.probleme, facts), _say(regle.remede, facts)
    return Problem(record, path, code, niveau or regle.niveau, fault, remedy)


def located(
    code: str,
    file: str,
    origin: Origin = Origin(),  # noqa: B008 - it is frozen
    record: str = "",
    path: tuple[str | int, ...] = (),
    niveau: Niveau | None = None,
    /,
    **facts: object,
) -> Located:
    """The problem that rule `code` raises there, in a page, or in what a record holds beside its values."""
    return problem(code, record, path, niveau, **facts).at(file, origin)
