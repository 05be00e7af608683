"""What comes back falls on the right days, and on no other: nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.derive.recurrence import Recurrence, occurrences, period, rule_of
from clairevoie.model.phrases import ReadFrequency

ON = date(2026, 11, 22)
SANS_JOUR = ReadFrequency("mensuel", "frequence", 1, 1, "mois")
MARDI = 1
TABLE = Recurrence("mois", semaine=MARDI, rang=1, sauf=(7, 8))


def _first(
    regle: Recurrence, n: int = 3, on: date = ON, debut: date | None = None, fin: date | None = None
) -> list[str]:
    return [day.isoformat() for day in islice(occurrences(regle, on, debut=debut, fin=fin), n)]


@pytest.mark.parametrize(
    ("regle", "days"),
    [
        (TABLE, ["2026-12-01", "2027-01-05", "2027-02-02"]),
        (Recurrence("mois", semaine=3, rang=-1), ["2026-11-26", "2026-12-31", "2027-01-28"]),
        (Recurrence("mois", quantieme=15), ["2026-12-15", "2027-01-15", "2027-02-15"]),
        (Recurrence("mois", quantieme=31), ["2026-12-31", "2027-01-31", "2027-03-31"]),
        (Recurrence("mois", semaine=0, rang=5), ["2026-11-30", "2027-03-29", "2027-05-31"]),
        (Recurrence("semaine", semaine=6), ["2026-11-22", "2026-11-29", "2026-12-06"]),
        (Recurrence("jour"), ["2026-11-22", "2026-11-23", "2026-11-24"]),
        (Recurrence("trimestre", semaine=MARDI, rang=1), ["2027-01-05", "2027-04-06", "2027-07-06"]),
        (Recurrence("annee", semaine=MARDI, rang=1, mois=(5,)), ["2027-05-04", "2028-05-02", "2029-05-01"]),
        (Recurrence("annee", quantieme=15, mois=(9, 3)), ["2027-03-15", "2027-09-15", "2028-03-15"]),
        (Recurrence("jour", mois=(12, 1), sauf_feries=True), ["2026-12-01", "2026-12-02", "2026-12-03"]),
        (Recurrence("mois", quantieme=25, sauf_feries=True), ["2026-11-25", "2027-01-25", "2027-02-25"]),
        (Recurrence("mois", semaine=MARDI, rang=1, mois=(1, 3)), ["2027-01-05", "2027-03-02", "2028-01-04"]),
    ],
)
def test_each_way_of_coming_back_gives_its_next_days(regle: Recurrence, days: list[str]) -> None:
    assert _first(regle) == days


@pytest.mark.parametrize(
    "regle",
    [
        Recurrence("mois"),
        Recurrence("mois", semaine=MARDI),
        Recurrence("semaine"),
        Recurrence("annee", semaine=MARDI, rang=1),
        Recurrence("semaine", pas=2, semaine=MARDI),
        Recurrence("mois", semaine=MARDI, rang=1, sauf=tuple(range(1, 13))),
    ],
)
def test_a_rule_that_does_not_say_enough_gives_no_day(regle: Recurrence) -> None:
    assert _first(regle) == []


@pytest.mark.parametrize(
    ("lue", "regle"),
    [
        (replace(SANS_JOUR, jour="premier mardi", sauf=(7, 8)), TABLE),
        (replace(SANS_JOUR, jour="Deuxième JEUDI", pas=2), Recurrence("mois", pas=2, semaine=3, rang=2)),
        (
            replace(SANS_JOUR, jour="troisième lundi", mois=(1, 3)),
            Recurrence("mois", semaine=0, rang=3, mois=(1, 3)),
        ),
        (replace(SANS_JOUR, jour="15"), Recurrence("mois", quantieme=15)),
        (replace(SANS_JOUR, par="semaine", jour="mardi"), Recurrence("semaine", semaine=MARDI)),
        (replace(SANS_JOUR, par="semaine", pas=2), Recurrence("semaine", pas=2)),
        (replace(SANS_JOUR, min=None, max=None, jour="15"), Recurrence("mois", quantieme=15)),
        (replace(SANS_JOUR, jour="15", sauf_feries=True), Recurrence("mois", quantieme=15, sauf_feries=True)),
        (
            replace(SANS_JOUR, par="trimestre", jour="premier lundi"),
            Recurrence("trimestre", semaine=0, rang=1),
        ),
        (replace(SANS_JOUR, min=None, max=None, jour="15", approximatif=True), None),
        (SANS_JOUR, None),
        (replace(SANS_JOUR, min=4, max=6, par="annee"), None),
        (replace(SANS_JOUR, max=2, jour="mardi"), None),
        (replace(SANS_JOUR, jour="premier mardi", saison="automne"), None),
        (replace(SANS_JOUR, jour="avant-dernier mardi"), None),
        (replace(SANS_JOUR, jour="15", limite="avant"), None),
        (ReadFrequency("au besoin", "au_besoin"), None),
    ],
)
def test_a_phrase_is_a_rule_only_when_it_says_on_what_day(
    lue: ReadFrequency, regle: Recurrence | None
) -> None:
    assert rule_of(lue) == regle


def test_a_time_may_move_within_its_week_its_month_or_its_quarter() -> None:
    day = date(2027, 1, 5)
    assert period(Recurrence("semaine", semaine=MARDI), day) == (date(2027, 1, 4), date(2027, 1, 10))
    assert period(TABLE, day) == (date(2027, 1, 1), date(2027, 1, 31))
    assert period(Recurrence("annee", semaine=MARDI, rang=1, mois=(1,)), day) == period(TABLE, day)
    assert period(Recurrence("trimestre", semaine=MARDI, rang=1), day) == (
        date(2027, 1, 1),
        date(2027, 3, 31),
    )


def test_every_other_week_is_counted_from_the_first_time() -> None:
    debut = date(2026, 9, 8)
    assert _first(Recurrence("semaine", pas=2, semaine=MARDI), debut=debut) == [
        "2026-12-01",
        "2026-12-15",
        "2026-12-29",
    ]
    assert _first(Recurrence("semaine", pas=2), debut=debut) == _first(
        Recurrence("semaine", pas=2, semaine=MARDI), debut=debut
    )
    assert _first(Recurrence("mois", pas=2, semaine=MARDI, rang=1), debut=debut)[:2] == [
        "2027-01-05",
        "2027-03-02",
    ]


def test_nothing_comes_back_before_its_first_day_nor_after_its_last() -> None:
    assert _first(TABLE, debut=date(2027, 2, 2)) == ["2027-02-02", "2027-03-02", "2027-04-06"]
    assert _first(TABLE, fin=date(2027, 1, 5)) == ["2026-12-01", "2027-01-05"]
    assert _first(TABLE, fin=date(2026, 11, 1)) == []


def test_the_last_years_of_the_calendar_are_no_trap() -> None:
    assert list(occurrences(Recurrence("semaine", semaine=0), date(9999, 12, 30))) == []
    assert _first(TABLE, on=date(9989, 12, 1))[0] == "9989-12-05"


MONTHS = st.lists(st.integers(1, 12), max_size=6, unique=True).map(tuple)


@given(
    on=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    unite=st.sampled_from(["semaine", "mois", "trimestre", "annee"]),
    semaine=st.integers(0, 6),
    rang=st.sampled_from([-1, 1, 2, 3, 4, 5]),
    mois=MONTHS,
    sauf=MONTHS,
    pas=st.integers(1, 4),
    since=st.integers(-400, 400),
)
def test_days_are_in_order_of_the_right_weekday_and_never_in_a_month_left_out(
    on: date,
    unite: str,
    semaine: int,
    rang: int,
    mois: tuple[int, ...],
    sauf: tuple[int, ...],
    pas: int,
    since: int,
) -> None:
    regle = Recurrence(unite, pas, semaine=semaine, rang=rang, mois=mois, sauf=sauf)
    debut = on + timedelta(since)
    found = list(islice(occurrences(regle, on, debut=debut), 5))
    assert all(day >= max(on, debut) and day.weekday() == semaine for day in found)
    assert not [day for day in found if day.month in sauf or (mois and day.month not in mois)]
    assert all(earlier < later for earlier, later in pairwise(found))
    if unite == "semaine":
        assert all((later - earlier).days % (7 * pas) == 0 for earlier, later in pairwise(found))
    if unite in ("mois", "annee"):
        assert all(_rank(day) == rang or rang < 0 for day in found)


def _rank(day: date) -> int:
    return (day.day - 1) // 7 + 1
