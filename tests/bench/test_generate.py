"""The facts of the benchmark are facts that Claire-voie accepts, at any size, and always the same ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.model.parcours import renvois
from clairevoie.problems import Niveau
from clairevoie.read import examine_folder
from clairevoie.validate import Verdict, examine, validate
from tests.bench.generate import ON, generate
from tests.bench.world import PARTS, SMALLEST

TOTAL = 300


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(TOTAL, tmp_path_factory.mktemp("faits"))


@pytest.fixture(scope="module")
def verdict(data: Path) -> Verdict:
    return validate(examine_folder(data, tuple(COLLECTIONS), examine), ON)


def test_the_checker_has_nothing_to_say_of_the_made_up_facts(verdict: Verdict) -> None:
    told = [one for one in verdict.problems if one.niveau is not Niveau.INFORMATION]
    # The facts are frozen, so that measures of other days compare: some of their dates fall outside their projects.
    assert [str(one) for one in told if one.code != "DAT-36"] == []


def test_there_are_as_many_records_as_asked_over_all_the_collections(verdict: Verdict) -> None:
    assert verdict.jeu is not None
    sizes = {name: len(verdict.jeu.collection(name)) for name in PARTS}
    assert sum(sizes.values()) == TOTAL
    assert all(sizes.values())


def test_a_record_makes_about_six_links(verdict: Verdict) -> None:
    assert verdict.jeu is not None
    links = sum(len({renvoi.chemin for renvoi in renvois(fiche)}) for fiche in verdict.jeu)
    assert 5.5 <= links / TOTAL <= 6.5


def test_a_plan_has_forty_to_sixty_actions(verdict: Verdict) -> None:
    assert verdict.jeu is not None
    for plan in verdict.jeu.plans.values():
        under = [dessous for objectif in plan.objectifs for dessous in objectif.objectifs_specifiques]
        assert 40 <= sum(len(dessous.actions) for dessous in under) <= 60


def test_the_same_size_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    again = generate(TOTAL, tmp_path)
    files = {path.relative_to(data): path.read_bytes() for path in data.rglob("*.yml")}
    assert files == {path.relative_to(again): path.read_bytes() for path in again.rglob("*.yml")}


def test_the_smallest_dataset_is_accepted_too(tmp_path: Path) -> None:
    verdict = validate(examine_folder(generate(SMALLEST, tmp_path), tuple(COLLECTIONS), examine), ON)
    assert [str(problem) for problem in verdict.problems if problem.niveau is not Niveau.INFORMATION] == []
