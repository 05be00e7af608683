"""A date says « à venir » or « passée » and no more; what comes back gives way to what is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from clairevoie.derive.rencontres import Fois, in_order, is_to_come, is_undated, state_on, times
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.model.rencontres import lacks_a_first_day, moment

ON = date(2026, 3, 12)
MARDIS = "premier mardi du mois, sauf juillet et août"
QUINZAINE = "aux deux semaines"


def _event(date: str | None = None, statut: str = "non_precise", **more: Any) -> Evenement:
    typed = {"id": "table", "titre": "Table", "publication": "publie", "date": date, "statut": statut, **more}
    return Evenement.model_validate(typed)


def _series(phrase: str = MARDIS, **more: Any) -> Evenement:
    """A meeting that comes back, by this rule."""
    return _event(phrase, **{"comite": "table-a", **more})


def _days(fois: Iterable[Fois]) -> list[str]:
    return [one.jour.isoformat() for one in fois if one.jour]


def _state(evenement: Evenement, *, minutes: bool = False) -> str:
    return state_on(evenement, ON, has_minutes=minutes)


def _coming(evenement: Evenement) -> bool:
    return is_to_come(evenement, ON, _state(evenement))


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("11 mars 2026", "passee"),
        ("12 mars 2026", "a_venir"),
        ("13 mars 2026", "a_venir"),
        ("Février 2026", "passee"),
        ("Mars 2026", None),
        ("Hiver 2025", "passee"),
        ("2026", None),
        ("3 février 2026 et 12 juin 2026", None),
        ("Jusqu'en juin 2027", None),
        ("Jusqu'en février 2026", "passee"),
        ("À partir de janvier 2026", None),
        ("À partir de juin 2026", "a_venir"),
        ("Calendrier à déterminer", None),
        (None, None),
    ],
)
def test_a_date_alone_says_to_come_or_past(date: str | None, said: str | None) -> None:
    assert moment(_event(date), ON) == said
    assert _state(_event(date)) == (said or "non_precise")


DECISION = [{"texte": "Ouvrir."}]


def test_a_meeting_is_held_when_its_state_a_decision_or_its_minutes_say_so() -> None:
    assert _state(_event("11 mars 2026", "terminee")) == "tenue"
    assert _state(_event("11 mars 2026", decisions=DECISION)) == "tenue"
    assert _state(_event("11 mars 2026"), minutes=True) == "tenue"
    assert _state(_event("Mars 2026", decisions=DECISION)) == "tenue"
    assert _state(_event(None, decisions=DECISION)) == "tenue"
    assert _state(_event("13 mars 2026"), minutes=True) == "a_venir"
    assert _state(_event("11 mars 2026", "annulee", decisions=DECISION)) == "annulee"


def test_what_nobody_gathers_for_is_not_held() -> None:
    assert _state(_event("11 mars 2026", type="sondage")) == "non_precise"
    assert _state(_event("11 mars 2026", "terminee", type="jalon")) == "terminee"
    assert _state(_event("13 mars 2026", type="jalon")) == "a_venir"


@pytest.mark.parametrize("typed", ["a_venir", "en_cours"])
def test_what_was_typed_before_its_day_is_not_told_after_it(typed: str) -> None:
    assert _state(_event("11 mars 2026", typed)) == "passee"
    assert _state(_event("Mars 2026", typed)) == typed
    assert _state(_event(None, typed)) == typed


def test_a_meeting_of_today_is_still_to_come_and_that_of_yesterday_is_not() -> None:
    assert _coming(_event("12 mars 2026"))
    assert not _coming(_event("11 mars 2026"))
    assert not _coming(_event("11 mars 2026", "a_venir"))


def test_a_month_a_season_or_the_second_of_two_days_that_is_not_over_is_to_come() -> None:
    assert _coming(_event("mars 2026"))
    assert _coming(_event("Printemps 2026"))
    assert _coming(_event("3 février 2026 et 12 juin 2026"))
    assert not _coming(_event("Hiver 2025"))


def test_a_meeting_without_a_date_is_to_come_only_when_it_is_said_so() -> None:
    assert not _coming(_event())
    assert _coming(_event(None, "a_venir"))
    assert not _coming(_event("5 mai 2026", "annulee"))
    assert not _coming(_event("5 mai 2026", publication="archive"))


def test_a_gathering_of_no_known_day_may_be_to_come() -> None:
    def may(evenement: Evenement) -> bool:
        return is_undated(evenement, _state(evenement))

    assert may(_event())
    assert may(_event("Calendrier à déterminer"))
    assert may(_event("mensuel"))
    assert not may(_event(None, "terminee"))
    assert not may(_event(None, decisions=DECISION))
    assert not may(_event(None, type="sondage"))
    assert not may(_event("Mars 2020"))
    assert not may(_series())


def test_what_comes_back_gives_its_next_three_times() -> None:
    assert _days(times(_series(), (), ON)) == ["2026-04-07", "2026-05-05", "2026-06-02"]
    assert _days(times(_series(), (), date(2026, 6, 3))) == ["2026-09-01", "2026-10-06", "2026-11-03"]
    assert _days(times(_series(debut="mai 2026", fin="juin 2026"), (), ON)) == ["2026-05-05", "2026-06-02"]
    assert _days(times(_series(f"{MARDIS}, jusqu'en mai 2026"), (), ON)) == ["2026-04-07", "2026-05-05"]


@pytest.mark.parametrize("over", [{"statut": "annulee"}, {"statut": "terminee"}, {"publication": "archive"}])
def test_what_is_over_comes_back_no_more(over: dict[str, str]) -> None:
    assert _days(times(_series(**over), (), ON)) == []
    assert moment(_series(fin="janvier 2026"), ON) == "passee"
    assert moment(_series(fin="mars 2026"), ON) is None


def test_every_other_week_takes_a_first_day() -> None:
    assert _days(times(_series(QUINZAINE), (), ON)) == []
    assert lacks_a_first_day(_series(QUINZAINE))
    assert lacks_a_first_day(_series("un mardi sur deux"))
    assert lacks_a_first_day(_series("aux deux semaines, jusqu'en juin 2026"))
    assert not lacks_a_first_day(_series(QUINZAINE, debut="3 mars 2026"))
    assert not lacks_a_first_day(_series("tous les deux mois"))
    assert not lacks_a_first_day(_series())
    assert not lacks_a_first_day(_event("3 mars 2026"))
    assert _days(times(_series(QUINZAINE, debut="3 mars 2026"), (), ON)) == [
        "2026-03-17",
        "2026-03-31",
        "2026-04-14",
    ]


@pytest.mark.parametrize(
    "recorded",
    [
        _event("7 avril 2026", comite="table-a"),
        _event("7 avril 2026", comites=["table-b", "table-a"]),
        _event("7 avril 2026", "annulee", comite="table-a"),
        _event("14 avril 2026", serie="table"),
        _event("Avril 2026", serie="table"),
    ],
)
def test_a_recorded_meeting_takes_the_place_of_its_time(recorded: Evenement) -> None:
    assert _days(times(_series(), (recorded,), ON)) == ["2026-05-05", "2026-06-02"]


@pytest.mark.parametrize(
    "recorded",
    [
        _event("14 avril 2026", comite="table-a"),
        _event("7 avril 2026", comite="table-b"),
        _event("3 mars 2026", serie="table"),
        _event("Avril 2026", comite="table-a"),
    ],
)
def test_another_meeting_takes_the_place_of_none(recorded: Evenement) -> None:
    assert len(_days(times(_series(), (recorded,), ON))) == 3


def test_a_comite_whose_frequency_says_on_what_day_meets_by_it_while_it_is_alive() -> None:
    def comite(**more: Any) -> Comite:
        typed = {
            "id": "table-a",
            "nom": "Table",
            "publication": "publie",
            "frequence": "premier mardi du mois",
        }
        return Comite.model_validate({**typed, **more})

    assert _days(times(comite(), (), ON)) == ["2026-04-07", "2026-05-05", "2026-06-02"]
    assert _days(times(comite(), (_event("7 avril 2026", comite="table-a"),), ON))[0] == "2026-05-05"
    assert _days(times(comite(statut="dissous"), (), ON)) == []
    assert _days(times(comite(fin="2010"), (), ON)) == []
    assert _days(times(comite(etat_au="2009"), (), ON)) == []


def test_the_nearest_comes_first_and_what_nobody_dated_last() -> None:
    undated, dated = Fois(_event(None, "a_venir")), Fois(_event("5 mai 2026"))
    worked_out = Fois(_series(), date(2026, 4, 7))
    before = Fois(_event("avant le 31 mars 2028"))
    assert in_order((undated, before, dated, worked_out)) == (worked_out, dated, before, undated)
