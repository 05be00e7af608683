"""Days with a name fall where calendars print them, year after year."""

from datetime import date

import pytest

from clairevoie.model.phrases import read_deadlines
from clairevoie.model.phrases.feasts import holidays


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, "03-22"),
        (1943, "04-25"),
        (2000, "04-23"),
        (2024, "03-31"),
        (2025, "04-20"),
        (2026, "04-05"),
        (2038, "04-25"),
    ],
)
def test_easter_falls_where_calendars_print_it(year: int, day: str) -> None:
    (read,) = read_deadlines(f"Pâques {year}")
    assert read.edtf == f"{year}-{day}"


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("Vendredi saint 2026", "2026-04-03"),
        ("journée nationale des Patriotes 2026", "2026-05-18"),
        ("fête des Mères 2026", "2026-05-10"),
        ("fête des Pères 2026", "2026-06-21"),
        ("fête du Travail 2026", "2026-09-07"),
        ("Action de grâce 2026", "2026-10-12"),
        ("veille de Noël 2026", "2026-12-24"),
    ],
)
def test_a_day_with_a_name_is_a_day(phrase: str, edtf: str) -> None:
    (read,) = read_deadlines(phrase)
    assert (read.type, read.edtf) == ("date", edtf)


def test_the_holidays_of_a_year_are_those_of_quebec() -> None:
    assert sorted(holidays(2027)) == [
        date(2027, 1, 1), date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 24), date(2027, 6, 24),
        date(2027, 7, 1), date(2027, 9, 6), date(2027, 10, 11), date(2027, 12, 25),
    ]  # fmt: skip
