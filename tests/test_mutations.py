"""Whatever happens to the files, what comes back is sentences in French, each at a line of a file."""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from clairevoie.build import check
from clairevoie.desk import Desk
from clairevoie.problems import Located
from clairevoie.problems.catalogue import catalogue
from clairevoie.report import FORMATS
from tests.aides.mutations import mutate
from tests.aides.sites import AUJOURD_HUI, project_of

# What programs say when they speak for themselves.
_NOT_FRENCH = re.compile(
    r"Traceback|Input should|expected|found character|while (?:parsing|scanning)|could not|<class|\bNone\b|⟦|⟧"
)
_SEED = int(os.environ.get("GRAINE", "20260115"))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """A sentence of the catalogue, whatever its facts are."""
    parts = re.split(r"\{\w+\}|⟦|⟧", re.sub(r"⟦.*?⟧", "{x}", template))
    return re.compile(".*".join(map(re.escape, parts)), re.DOTALL)


def _is_told(problem: Located, root: Path) -> str:
    """What is wrong with a sentence; nothing when it is located, and one of the catalogue."""
    regle = catalogue()[problem.code]
    if not problem.file or problem.origin.line < 1 or problem.origin.column < 1:
        return f"sans place : {problem}"
    if not (
        _pattern(regle.probleme).fullmatch(problem.fault) and _pattern(regle.remede).fullmatch(problem.remedy)
    ):
        return f"hors du catalogue : {problem}"
    if "\n" in problem.fault + problem.remedy:
        return f"sur plusieurs lignes : {problem}"
    return f"pas en français : {problem}" if _NOT_FRENCH.search(_without_words(problem)) else ""


def _without_words(problem: Located) -> str:
    """A sentence without what it quotes of the file."""
    return re.sub(r"« .*? »", "", f"{problem.fault} {problem.remedy}", flags=re.DOTALL)


def look(root: Path, files: int, together: int, cached: bool = True) -> Counter[str]:
    """Mutate so many files, some together, and hear what `verifier` says; gives how often each code was told."""
    chance, data, told = random.Random(_SEED), root / "data", Counter[str]()
    desk, good = Desk(root, data), {path: path.read_bytes() for path in sorted(data.glob("*/*.yml"))}
    for _ in range(0, files, together):
        broken = chance.sample(list(good), together)
        for path in broken:
            path.write_bytes(mutate(chance, good[path]))
        try:
            problems = desk.set_out(check(root, data, AUJOURD_HUI, root / ".cache" if cached else None))
            wrong = [said for one in problems if (said := _is_told(one, root))]
            shown = [FORMATS[name](problems) for name in sorted(FORMATS)]
        except Exception as failure:
            kept = [path.read_bytes() for path in broken]
            raise AssertionError(f"{broken} : {kept!r}") from failure
        assert not wrong, wrong
        assert all(shown)
        told.update(one.code for one in problems)
        for path in broken:
            path.write_bytes(good[path])
    return told


def test_files_after_any_accident_are_told_in_french_and_located(tmp_path: Path) -> None:
    told = look(project_of(tmp_path), 200, 4)
    assert len(told) > 25


@pytest.mark.endurance
@pytest.mark.parametrize("together", [1, 10])
def test_thousands_of_files_after_any_accident_are_told_in_french_and_located(
    tmp_path: Path, together: int
) -> None:
    assert len(look(project_of(tmp_path), 10_000, together)) > 50
