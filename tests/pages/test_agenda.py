"""A meeting goes into a person's calendar as it is: its sure day, its hours here, its rule, and never a guessed day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from clairevoie.derive.recurrence import occurrences, rule_of
from clairevoie.model.phrases import read_frequency
from clairevoie.pages.temps.agenda import FILE, calendar_file
from tests.aides.pages_vues import links, printed, told
from tests.aides.stories import ON

SOURCE = "publication: publie\nsources: [{document: rapport, repere: Page 1}]\n"
ICI = ZoneInfo("America/Toronto")


def _meeting(quand: str, more: str = "", titre: str = "Assemblée") -> str:
    return f'titre: "{titre}"\ndate: "{quand}"\ndemarche: quartier\n{SOURCE}{more}\n'


def _page(folder: Path, quand: str, more: str = "", on: date = ON, **autres: str) -> Any:
    files = {"evenements/a.yml": _meeting(quand, more)}
    files |= {f"evenements/{id}.yml": text for id, text in autres.items()}
    return printed(folder, files, on)["evenements/a"]


def _file(folder: Path, quand: str, more: str = "", on: date = ON, **autres: str) -> str:
    text: str = _page(folder, quand, more, on, **autres).fichiers[FILE]
    return text


def _events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_a_meeting_has_its_hours_its_place_and_the_way_back_to_its_page(tmp_path: Path) -> None:
    more = 'duree: "2 heures"\nlieu: "Salle du parc; porte B, 2e étage"\nouvert_au_public: true'
    text = _file(tmp_path, "7 avril 2026, 19 h", more)
    (event,) = _events(text)
    assert event["SUMMARY"] == "Assemblée"
    assert event["LOCATION"] == "Salle du parc; porte B, 2e étage"
    assert event.decoded("DTSTART") == datetime(2026, 4, 7, 19, tzinfo=ICI)
    assert event.decoded("DTEND") == datetime(2026, 4, 7, 21, tzinfo=ICI)
    assert event["UID"] == "evenements/a@exemple.test"
    assert event["URL"] == "https://exemple.test/evenements/a/"
    assert "Ouvert à tous." in event["DESCRIPTION"]
    assert "RRULE" not in event
    (zone,) = Calendar.from_ical(text).walk("VTIMEZONE")
    assert zone["TZID"] == "America/Toronto"
    assert zone.to_tz().utcoffset(datetime(2026, 7, 1)) == ICI.utcoffset(datetime(2026, 7, 1))
    assert zone.to_tz().utcoffset(datetime(2026, 1, 1)) == ICI.utcoffset(datetime(2026, 1, 1))


def test_a_meeting_without_hour_takes_the_day_and_days_that_follow_take_all_of_them(tmp_path: Path) -> None:
    (one,) = _events(_file(tmp_path / "un", "7 avril 2026"))
    assert one.decoded("DTSTART") == date(2026, 4, 7)
    assert "DTEND" not in one
    text = _file(tmp_path / "trois", "du 3 au 5 mars 2026")
    (several,) = _events(text)
    assert (several.decoded("DTSTART"), several.decoded("DTEND")) == (date(2026, 3, 3), date(2026, 3, 6))
    assert "VTIMEZONE" not in text


@pytest.mark.parametrize(
    "quand",
    [
        "Avril 2026",
        "Printemps 2026",
        "2026",
        "D'ici le 7 avril 2026",
        "Vers le 7 avril 2026",
        "4 fois par année",
    ],
)
def test_what_is_no_sure_day_never_becomes_one(tmp_path: Path, quand: str) -> None:
    page = _page(tmp_path, quand)
    assert FILE not in page.fichiers
    assert FILE not in links(page.corps)


def test_what_is_not_a_gathering_has_no_file(tmp_path: Path) -> None:
    assert FILE not in _page(tmp_path, "7 avril 2026", "type: sondage").fichiers


def test_every_date_of_a_meeting_has_its_own_name(tmp_path: Path) -> None:
    events = _events(_file(tmp_path, "7 avril 2026; 9 avril 2026"))
    assert [one["UID"] for one in events] == ["evenements/a@exemple.test", "evenements/a/2@exemple.test"]


def test_the_page_offers_the_file_until_the_meeting_is_over(tmp_path: Path) -> None:
    assert FILE in links(_page(tmp_path / "avant", "7 avril 2026", on=date(2026, 4, 6)).corps)
    after = _page(tmp_path / "apres", "7 avril 2026", on=date(2026, 4, 8))
    assert FILE not in links(after.corps)
    assert FILE in after.fichiers, "son adresse reste"


def test_a_cancelled_meeting_says_so(tmp_path: Path) -> None:
    page = _page(tmp_path, "7 avril 2026", "statut: annulee")
    (event,) = _events(page.fichiers[FILE])
    assert event["STATUS"] == "CANCELLED"
    assert FILE not in links(page.corps)


def test_the_same_data_gives_the_same_bytes_on_any_day(tmp_path: Path) -> None:
    one = _file(tmp_path / "un", "7 avril 2026, 19 h", on=date(2026, 4, 6))
    assert one == _file(tmp_path / "deux", "7 avril 2026, 19 h", on=date(2027, 1, 1))
    assert "DTSTAMP:20260407T000000Z" in one


def test_the_stamp_is_the_day_when_the_record_last_changed(tmp_path: Path) -> None:
    site = told(tmp_path, {"evenements/a.yml": _meeting("7 avril 2026")})
    added = replace(site, ajouts={"evenements/a": date(2026, 2, 3)})
    text = calendar_file(added, site.jeu.evenements["a"])
    assert text is not None
    assert "DTSTAMP:20260203T000000Z" in text


def test_lines_are_short_and_end_as_the_standard_says(tmp_path: Path) -> None:
    text = _file(tmp_path, "7 avril 2026", f'lieu: "{"Événement à côté, " * 12}"')
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    (event,) = _events(text)
    assert event["LOCATION"].strip() == ("Événement à côté, " * 12).strip()


@pytest.mark.parametrize(
    "phrase",
    [
        "chaque mardi",
        "chaque premier mardi du mois",
        "chaque premier mardi du mois, sauf juillet et août",
        "dernier jeudi du mois",
        "le 15 de chaque mois",
        "aux deux semaines, le mardi",
        "premier lundi de chaque trimestre",
        "dernier lundi de chaque trimestre",
    ],
)
def test_the_rule_of_the_file_falls_on_the_same_days_as_ours(tmp_path: Path, phrase: str) -> None:
    text = _file(tmp_path, phrase, 'debut: "5 janvier 2026"')
    (event,) = _events(text)
    assert event["STATUS"] == "TENTATIVE"
    assert phrase in event["DESCRIPTION"]
    start = event.decoded("DTSTART")
    theirs = rrulestr(event["RRULE"].to_ical().decode(), dtstart=datetime(start.year, start.month, start.day))
    regle = rule_of(read_frequency(phrase))
    assert regle is not None
    ours = list(islice(occurrences(regle, date(2026, 1, 5), debut=date(2026, 1, 5)), 20))
    assert [one.date() for one in islice(theirs, 20)] == ours


def test_a_rule_ends_when_its_record_says(tmp_path: Path) -> None:
    more = 'debut: "6 janvier 2026"\nfin: "7 avril 2026"'
    (event,) = _events(_file(tmp_path, "chaque premier mardi du mois, 19 h", more))
    assert event["RRULE"].to_ical().decode() == "FREQ=MONTHLY;UNTIL=20260408T035959Z;BYDAY=1TU"


def test_a_time_that_another_record_takes_is_left_out_of_the_rule(tmp_path: Path) -> None:
    text = _file(
        tmp_path,
        "chaque premier mardi du mois, 19 h",
        'debut: "6 janvier 2026"',
        mars=_meeting("10 mars 2026", "serie: a"),
    )
    (event,) = _events(text)
    assert event.decoded("EXDATE").dts[0].dt == datetime(2026, 3, 3, 19, tzinfo=ICI)


def test_a_rule_that_leaves_out_holidays_tells_them_as_far_ahead_as_they_are_known(tmp_path: Path) -> None:
    (event,) = _events(_file(tmp_path, "chaque lundi, sauf les jours fériés", 'debut: "5 janvier 2026"'))
    assert next(one.dt for each in event["EXDATE"] for one in each.dts) == date(2026, 4, 6)
    assert event["RRULE"]["UNTIL"][0].year == 2031


def test_a_rule_that_no_calendar_can_say_has_no_file(tmp_path: Path) -> None:
    assert FILE not in _page(tmp_path, "cinquième mardi de chaque trimestre").fichiers
