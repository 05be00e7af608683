"""A calendar that people follow holds the days that pages show, by name for good, and never a guessed day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import recurring_ical_events
from icalendar import Calendar

from clairevoie.model.fiche import Fiche
from clairevoie.pages import Reglages, Site
from clairevoie.pages.abonnements.calendriers import calendars
from clairevoie.pages.temps.a_venir import meetings_to_come
from clairevoie.pages.temps.reperes import JOUR
from tests.aides.pages_vues import told
from tests.aides.sites import AUJOURD_HUI, REGLAGES, full_site
from tests.aides.stories import ON

SOURCE = "publication: publie\nsources: [{document: rapport, repere: Page 1}]\n"
TABLE = f"nom: Table\ntype: table\ndemarches: [quartier]\nterritoires: [la-ville]\n{SOURCE}"
PLAN = f"nom: Plan\nen_bref: Ce que la table prévoit.\ndemarche: quartier\n{SOURCE}"


def _meeting(quand: str, more: str = "") -> str:
    return f'titre: Assemblée\ndate: "{quand}"\ndemarche: quartier\ncomite: table\n{SOURCE}{more}\n'


def _files(folder: Path, on: date = ON, **files: str) -> Mapping[str, str]:
    """Every calendar of the starting story with these records: `evenements__a` stands for `evenements/a.yml`."""
    named = {f"{name.replace('__', '/')}.yml": text for name, text in files.items()}
    site = told(folder, {"comites/table.yml": TABLE, **named}, on)
    return _made(site)


def _made(site: Site) -> Mapping[str, str]:
    return {
        place: text for places, make in calendars(site) for place, text in zip(places, make(), strict=True)
    }


def _events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def _between(text: str, first: date, last: date) -> list[tuple[date, str]]:
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(first, last + timedelta(1))
    return sorted((_day(one.decoded("DTSTART")), str(one["SUMMARY"])) for one in found)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def test_a_meeting_is_in_the_calendars_of_all_that_it_belongs_to_under_one_name(tmp_path: Path) -> None:
    files = _files(tmp_path, evenements__a=_meeting("7 avril 2026, 19 h"))
    holding = [place for place, text in files.items() if _events(text)]
    assert holding == [
        "calendriers/site.ics",
        "calendriers/demarches/quartier.ics",
        "calendriers/comites/table.ics",
        "calendriers/territoires/la-ville.ics",
    ]
    assert {str(_events(files[place])[0]["UID"]) for place in holding} == {"evenements/a@exemple.test"}


def test_a_calendar_in_which_nothing_happens_yet_may_be_followed_already(tmp_path: Path) -> None:
    calendar = Calendar.from_ical(_files(tmp_path)["calendriers/comites/table.ics"])
    assert calendar["X-WR-CALNAME"] == calendar["NAME"] == "Table – Claire-voie"
    assert calendar["URL"] == "https://exemple.test/comites/table/"
    assert [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]


def test_every_calendar_says_its_licence(tmp_path: Path) -> None:
    for text in _files(tmp_path).values():
        assert "creativecommons.org/licenses/by/4.0/" in Calendar.from_ical(text)["DESCRIPTION"]


def test_a_record_that_moves_keeps_the_name_of_its_meeting(tmp_path: Path) -> None:
    moved = _meeting("7 avril 2026", "anciennes_adresses: [evenements/vieux, evenements/moins-vieux]")
    (event,) = _events(_files(tmp_path, evenements__a=moved)["calendriers/site.ics"])
    assert event["UID"] == "evenements/vieux@exemple.test"
    assert event["URL"] == "https://exemple.test/evenements/a/"


@pytest.mark.parametrize(
    "quand", ["Avril 2026", "Printemps 2026", "2026", "Vers le 7 avril 2026", "En continu"]
)
def test_what_has_no_sure_day_is_in_no_calendar(tmp_path: Path, quand: str) -> None:
    plan = f'{PLAN}actions: [{{numero: "1.1", texte: Agir., echeances: "{quand}"}}]\n'
    files = _files(tmp_path, evenements__a=_meeting(quand), plans__plan=plan)
    assert not any(_events(text) for text in files.values())


def test_what_is_due_on_a_day_is_one_entry_for_a_record_and_leads_to_its_action(tmp_path: Path) -> None:
    actions = (
        '  - {numero: "1.1", texte: "Ouvrir une cuisine.", echeances: "31 mars 2026",'
        " responsables: [{comite: table}]}\n"
        '  - {numero: "1.2", texte: "Planter.", echeances: "d\'ici le 30 juin 2026"}\n'
        '  - {numero: "1.3", texte: "Récolter.", echeances: "d\'ici le 30 juin 2026"}\n'
    )
    files = _files(tmp_path, plans__plan=f"{PLAN}actions:\n{actions}")
    one, several = _events(files["calendriers/demarches/quartier.ics"])
    assert one["SUMMARY"] == "Échéance\u00a0: 1.1 Ouvrir une cuisine – Plan"
    assert one["URL"] == "https://exemple.test/plans/plan/#action-1-1"
    assert one.decoded("DTSTART") == date(2026, 3, 31)
    assert one["TRANSP"] == "TRANSPARENT"
    assert several["SUMMARY"] == "2\u00a0échéances – Plan"
    assert several["UID"] == "plans/plan/limite-2026-06-30@exemple.test"
    assert several["DESCRIPTION"].split("\n")[:2] == ["1.2 Planter.", "1.3 Récolter."]
    assert _events(files["calendriers/comites/table.ics"]) == [one], "seulement ce dont il s'occupe"


def test_a_cancelled_meeting_stays_and_says_so(tmp_path: Path) -> None:
    files = _files(tmp_path, evenements__a=_meeting("7 avril 2026", "statut: annulee"))
    (event,) = _events(files["calendriers/comites/table.ics"])
    assert event["STATUS"] == "CANCELLED"


def test_a_recorded_meeting_takes_the_place_of_its_computed_day(tmp_path: Path) -> None:
    rule = _meeting("chaque premier mardi du mois, 19 h")
    files = _files(
        tmp_path, evenements__a=rule, evenements__avril=_meeting("14 avril 2026, 18 h", "serie: a")
    )
    days = [day for day, _ in _between(files["calendriers/comites/table.ics"], ON, date(2026, 6, 30))]
    computed = [date(2026, 2, 3), date(2026, 3, 3), date(2026, 4, 14), date(2026, 5, 5), date(2026, 6, 2)]
    assert [day for day in days if day >= date(2026, 2, 1)] == computed


def test_a_rule_starts_at_its_next_time_and_what_it_gave_is_not_told_as_past(tmp_path: Path) -> None:
    rule = _meeting("aux deux semaines, le mardi, 19 h", 'debut: "6 janvier 2026"')
    (event,) = _events(_files(tmp_path, date(2026, 2, 10), evenements__a=rule)["calendriers/site.ics"])
    assert event.decoded("DTSTART").date() == date(2026, 2, 17)
    assert event["STATUS"] == "TENTATIVE"


def test_no_holiday_is_among_the_days_of_a_rule_that_leaves_them_out(tmp_path: Path) -> None:
    rule = _meeting("chaque lundi, sauf les jours fériés", 'debut: "5 janvier 2026"')
    text = _files(tmp_path, date(2026, 4, 1), evenements__a=rule)["calendriers/site.ics"]
    days = [day for day, _ in _between(text, date(2026, 4, 1), date(2026, 5, 31))]
    assert date(2026, 4, 6) not in days, "le lundi de Pâques"
    assert date(2026, 4, 13) in days


def test_a_record_that_moves_keeps_its_calendar_at_its_old_address(tmp_path: Path) -> None:
    moved = f"{TABLE}anciennes_adresses: [comites/vieille-table]\n"
    files = _files(tmp_path, comites__nouvelle=moved, evenements__a=_meeting("7 avril 2026"))
    assert files["calendriers/comites/vieille-table.ics"] == files["calendriers/comites/nouvelle.ics"]


def test_what_was_over_before_last_year_is_left_out(tmp_path: Path) -> None:
    files = {"evenements__a": _meeting("31 décembre 2024"), "evenements__b": _meeting("1er janvier 2025")}
    (event,) = _events(_files(tmp_path, date(2026, 12, 31), **files)["calendriers/site.ics"])
    assert event["UID"] == "evenements/b@exemple.test"


def test_the_calendar_of_a_withdrawn_record_is_empty_and_does_not_name_it(tmp_path: Path) -> None:
    gone = "nom: Table de trop\npublication: retire\nretrait: {date: 2026-01-02, motif: Doublon}\n"
    text = _files(tmp_path, comites__partie=gone)["calendriers/comites/partie.ics"]
    assert _events(text) == []
    assert "de trop" not in text
    assert "X-WR-CALNAME:Page retirée" in text


def test_a_site_without_address_has_nothing_to_follow(tmp_path: Path) -> None:
    site = told(tmp_path, {"evenements/a.yml": _meeting("7 avril 2026"), "comites/table.yml": TABLE})
    assert list(calendars(Site.of(site.jeu, Reglages("", "Claire-voie"), ON))) == []


def test_every_calendar_of_the_full_site_is_read_and_says_the_days_that_its_pages_say() -> None:
    site = full_site()
    files = _made(site)
    for text in files.values():
        lines = text.split("\r\n")
        assert all(len(line.encode()) <= 75 for line in lines)
        assert "\n" not in text.replace("\r\n", "")
        uids = [str(one["UID"]) for one in _events(text)]
        assert len(set(uids)) == len(uids)
    whole = _between(files["calendriers/site.ics"], AUJOURD_HUI, date(2028, 12, 31))
    shown = [(one.jour, _title(one.fiche)) for one in meetings_to_come(site) if one.ligne.marque == JOUR]
    assert shown
    assert set(shown) <= set(whole)
    last = {title: max(day for day, same in shown if day and same == title) for _, title in shown}
    assert [one for one in whole if one[1] in last and one[0] <= last[one[1]]] == sorted(set(shown))


def _title(fiche: Fiche) -> str:
    return fiche.intitule[0].upper() + fiche.intitule[1:]


def test_the_same_data_and_day_give_the_same_bytes() -> None:
    once, again = (_made(full_site()) for _ in range(2))
    assert once == again
    assert REGLAGES.adresse in once["calendriers/site.ics"].replace("\r\n ", "")
