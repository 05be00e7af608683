"""The habits of the community, typed in mkdocs.yml: when its fiscal year and its school year begin and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from clairevoie.model.phrases import PhraseError, ReglagesDuTemps, bounds, read_deadlines
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.read.settings import NAME, Setting

# How each setting is written.
EXEMPLES = {"exercice": "exercice: 1er avril", "annee_scolaire": "annee_scolaire: août à juin"}
_FROM_TO = re.compile(r"(?:d[e’']\s*)?(.+?)\s+à\s+(.+)", re.IGNORECASE)
# Any year will do to read the name of a month.
_YEAR = 2001


def time_settings(typed: Mapping[str, Setting]) -> tuple[ReglagesDuTemps, tuple[Located, ...]]:
    """What these settings say, with the usual months where they say nothing, and what is wrong with them."""
    values = dict(_values(typed))
    wrong = tuple(
        located("SIT-11", NAME, typed[cle].origin, ceci=_this(typed[cle]), cle=cle, exemple=EXEMPLES[cle])
        for cle, value in values.items()
        if value is None
    )
    usual = ReglagesDuTemps()
    exercice, scolaire = values.get("exercice"), values.get("annee_scolaire")
    return (
        ReglagesDuTemps(exercice[0] if exercice else usual.exercice, scolaire or usual.scolaire),
        wrong,
    )


def _this(setting: Setting) -> str:
    return f"« {setting.value} »" if setting.value else "Ce"


def _values(typed: Mapping[str, Setting]) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """The months of each setting that was typed, None for one that names none."""
    for cle, months in _READERS.items():
        if cle in typed:
            yield cle, months(typed[cle].value or "")


def _first_month(written: str) -> tuple[int, int] | None:
    """« avril », « 1er avril »."""
    month = _month(written.strip().removeprefix("1er ").removeprefix("1 "))
    return (month, month) if month else None


def _school_year(written: str) -> tuple[int, int] | None:
    """« août à juin », « de septembre à juin »."""
    found = _FROM_TO.fullmatch(written.strip())
    first, last = (_month(found[1]), _month(found[2])) if found else (None, None)
    return (first, last) if first and last and first != last else None


def _month(name: str) -> int | None:
    try:
        read = read_deadlines(f"{name} {_YEAR}")[0]
    except PhraseError:
        return None
    is_whole = read.type == "mois" and read.precision is None and not read.approximatif
    return bounds(read.edtf)[0].month if read.edtf and is_whole else None


_READERS: Mapping[str, Callable[[str], tuple[int, int] | None]] = {
    "exercice": _first_month,
    "annee_scolaire": _school_year,
}
