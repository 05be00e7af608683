"""Problems as text for people, as JSON for tools, as annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from clairevoie.problems import Niveau, Problem

_GITHUB = {Niveau.ERREUR: "error", Niveau.AVERTISSEMENT: "warning", Niveau.INFORMATION: "notice"}
_KEYS = {"\\": "%5C", "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}


def texte(problems: Sequence[Problem]) -> str:
    """Three lines a problem, then how many there are; what is only information is counted, not listed."""
    listed = [str(problem) for problem in problems if problem.niveau is not Niveau.INFORMATION]
    return "\n".join([*listed, summary(problems)])


def summary(problems: Sequence[Problem]) -> str:
    """« 2 erreurs, 1 avertissement. »"""
    counts = [(sum(p.niveau is niveau for p in problems), niveau.value.lower()) for niveau in Niveau]
    said = [f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count]
    return f"{', '.join(said)}." if said else "Aucun problème."


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, one a problem."""
    return json.dumps(
        [
            {
                "fichier": p.origin.path,
                "ligne": p.origin.line,
                "colonne": p.origin.column,
                "code": p.code,
                "niveau": p.niveau.value,
                "probleme": p.fault,
                "pour_corriger": p.remedy,
            }
            for p in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def github(problems: Sequence[Problem]) -> str:
    """One workflow command a problem, which GitHub shows on the line at fault."""
    lines = []
    for p in problems:
        if p.niveau is Niveau.INFORMATION:
            continue
        place = f"file={_escaped(p.origin.path)},line={p.origin.line or 1},col={p.origin.column or 1}"
        message = f"{p.fault} Pour corriger : {p.remedy}".replace("%", "%25").replace("\n", "%0A")
        lines.append(f"::{_GITHUB[p.niveau]} {place},title={p.code}::{message}")
    return "\n".join([*lines, summary(problems)])


def _escaped(value: str) -> str:
    return "".join(_KEYS.get(character, character) for character in value)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"texte": texte, "json": as_json, "github": github}
