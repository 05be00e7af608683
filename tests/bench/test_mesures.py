"""Rounds of measures become one row for each figure to reach."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench import __main__ as command
from tests.bench.campaign import Samples
from tests.bench.ground import ORDINARY, Ground, Site
from tests.bench.measure import Failed, Sample
from tests.bench.mesures import Mesure, mesures
from tests.bench.weight import heaviest_pages
from tests.bench.world import PARTS


def _site(total: int) -> Site:
    return Site(total, Path(), Path(), None, ())


def _rows(samples: Samples, small: Site | None = None) -> list[Mesure]:
    return mesures(Ground(_site(10_000), small, {ORDINARY: Path()}), samples)


def test_there_is_one_row_for_each_figure_even_when_nothing_could_be_measured() -> None:
    rows = _rows({})
    assert len({row.mesure for row in rows}) == len(rows) > 10
    assert {(row.valeur, row.tenu) for row in rows} == {(None, None)}


def test_a_ratio_is_taken_round_by_round_and_the_median_is_judged() -> None:
    samples: dict[str, list[Sample]] = {}
    samples["à froid"] = [Sample(8), Sample(2), Sample(9)]
    samples["hugo"] = [Sample(10), Sample(10), Sample(10)]
    row = _rows(samples)[0]
    assert (row.valeur, row.min, row.max, row.cible, row.tenu) == (0.8, 0.2, 0.9, 0.8, True)


def test_the_floor_is_that_of_the_ordinary_disk_where_it_was_measured() -> None:
    samples: dict[str, list[Sample]] = {"à froid": [Sample(4)], "plancher": [Sample(1)]}
    assert _rows(samples)[5].valeur == 4.0
    samples |= {"à froid, disque ordinaire": [Sample(6)], "plancher, disque ordinaire": [Sample(3)]}
    assert _rows(samples)[5].valeur == 2.0


def test_the_engine_is_taken_away_before_growth_is_measured() -> None:
    samples: dict[str, list[Sample]] = {}
    samples["à froid"] = [Sample(0, cpu=41)]
    samples["petit, à froid"] = [Sample(0, cpu=5)]
    samples["habillage seul"] = [Sample(0, cpu=1)]
    row = _rows(samples, _site(1000))[4]
    assert (row.mesure, row.valeur, row.tenu) == (
        "croissance de notre travail, de N = 1000 à N = 10000",
        10.0,
        True,
    )


def test_a_phrase_is_told_in_milliseconds() -> None:
    row = _rows({"phrase": [Sample(0.0002), Sample(0.0006), Sample(0.0003)]})[10]
    assert (row.mesure, row.valeur, row.max, row.tenu) == (
        "une phrase de date lue pour la première fois, en ms",
        0.3,
        0.6,
        True,
    )


def test_the_heaviest_kind_of_page_is_the_one_judged() -> None:
    samples: dict[str, list[Sample]] = {}
    for part in PARTS:
        samples[f"page de {part}"] = [Sample(0, size=91_000 if part == "plans" else 50_000)]
    row = next(row for row in _rows(samples) if row.mesure.startswith("première visite"))
    assert (row.valeur, row.min, row.tenu) == (91.0, 50.0, False)


def test_explorer_is_judged_by_its_median_time_and_by_what_moved_most() -> None:
    samples: dict[str, list[Sample]] = {
        "explorer": [Sample(2.1, moved=0.001), Sample(3.2, moved=0.03), Sample(2.4)]
    }
    time, moved = (row for row in _rows(samples) if row.mesure.startswith("Explorer, N = 10000"))
    assert (time.valeur, time.max, time.tenu) == (2.4, 3.2, True)
    assert (moved.valeur, moved.min, moved.tenu) == (0.03, 0.0, False)


def test_what_was_measured_before_a_failure_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Iterator[tuple[str, Sample]]:
        yield "à froid", Sample(8)
        yield "hugo", Sample(10)
        raise Failed("Le navigateur manque.")

    @contextmanager
    def bare(*_: object) -> Iterator[Ground]:
        yield Ground(_site(10_000), None, {ORDINARY: tmp_path})

    monkeypatch.setattr(command, "campaign", broken)
    monkeypatch.setattr(command, "ground", bare)
    monkeypatch.setattr(
        command.report, "machine", lambda *_: {}
    )  # it asks Hugo, which only `make bench` installs
    assert command.main(["--json", str(tmp_path / "bench.json")]) == 1
    assert "Le navigateur manque." in capsys.readouterr().err
    rows = json.loads((tmp_path / "bench.json").read_text())["mesures"]
    assert [row["valeur"] for row in rows[:2]] == [0.8, None]


def test_the_heaviest_page_is_named_and_judged(tmp_path: Path) -> None:
    for name, words in (("projets", "un jardin "), ("argent", "quarante dollars ")):
        page = tmp_path / name / "index.html"
        page.parent.mkdir()
        page.write_text(words if name == "projets" else " ".join(map(str, range(5000))), encoding="utf-8")
    (size, address), *others = heaviest_pages(tmp_path, 0)
    assert (address, [name for _, name in others]) == ("argent/", ["projets/"])
    samples: dict[str, list[Sample]] = {f"page la plus lourde : {address}": [Sample(0, size=61_000)]}
    row = next(row for row in _rows(samples) if row.mesure.startswith("page la plus lourde, N = 10000"))
    assert (row.valeur, row.tenu, size > 1000) == (61.0, False, True)


def test_what_is_written_beside_the_pages_is_measured_against_them() -> None:
    samples: dict[str, list[Sample]] = {"pages": [Sample(10)], "formats ouverts": [Sample(3)]}
    samples["fils et calendriers"] = [Sample(1)]
    row = next(row for row in _rows(samples) if row.mesure.startswith("formats ouverts, fils et calendriers"))
    assert (row.valeur, row.tenu) == (0.4, True)


def test_one_file_made_again_for_nothing_is_one_too_many() -> None:
    samples: dict[str, list[Sample]] = {"formats refaits": [Sample(0), Sample(0, files=1), Sample(0)]}
    row = next(row for row in _rows(samples) if row.mesure.startswith("fichiers de ces formats refaits"))
    assert (row.valeur, row.min, row.cible, row.tenu) == (1.0, 0.0, 0, False)
    (row,) = (one for one in _rows({"formats refaits": [Sample(0)]}) if one.mesure == row.mesure)
    assert row.tenu


def test_pages_are_measured_against_those_of_a_build_without_open_formats() -> None:
    samples: dict[str, list[Sample]] = {"pages": [Sample(10.4)], "pages, sans formats": [Sample(10)]}
    row = next(row for row in _rows(samples) if row.mesure.startswith("impression des pages"))
    assert (row.valeur, row.cible, row.tenu) == (1.04, 1.05, True)
