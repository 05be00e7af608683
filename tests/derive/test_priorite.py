"""What is put on a wall first: what goes on, the next meetings, the telephones that somebody verified."""

from __future__ import annotations

from datetime import date

from clairevoie.derive.priorite import best_first, current_first, to_come
from clairevoie.model.evenements import Evenement
from clairevoie.model.gens import Contact
from clairevoie.model.projets import Projet

ON = date(2026, 3, 12)


def _project(id: str, statut: str = "non_precise", **more: object) -> Projet:
    typed = {"id": id, "nom": id, "publication": "publie", "en_bref": id, "statut": statut, **more}
    return Projet.model_validate(typed)


def _event(id: str, date: str | None = None, statut: str = "non_precise") -> Evenement:
    return Evenement.model_validate(
        {"id": id, "titre": id, "publication": "publie", "date": date, "statut": statut}
    )


def test_what_goes_on_comes_before_what_is_planned_unsaid_and_over() -> None:
    follow_up = [{"date": "2026-01-05", "statut": "en_cours", "texte": "Commencé."}]
    typed = [
        _project("fini", "realise"),
        _project("tu"),
        _project("prevu", "prevu"),
        _project("suivi", "prevu", suivi=follow_up),
    ]
    assert [one.id for one in current_first(typed)] == ["suivi", "prevu", "tu", "fini"]


def test_a_meeting_of_today_is_still_to_come_and_that_of_yesterday_is_not() -> None:
    told = [_event("demain", "13 mars 2026"), _event("hier", "11 mars 2026"), _event("jour", "12 mars 2026")]
    assert [one.id for one in to_come(told, ON)] == ["jour", "demain"]


def test_a_month_or_a_season_that_is_not_over_is_to_come() -> None:
    told = [_event("mois", "mars 2026"), _event("saison", "Printemps 2026"), _event("passe", "Hiver 2025")]
    assert {one.id for one in to_come(told, ON)} == {"mois", "saison"}


def test_a_meeting_without_a_date_is_to_come_only_when_it_is_said_so() -> None:
    told = [_event("sans"), _event("annonce", None, "a_venir"), _event("date", "5 mai 2026")]
    assert [one.id for one in to_come(told, ON)] == ["date", "annonce"]


def test_a_cancelled_meeting_is_not_to_come() -> None:
    assert to_come([_event("annulee", "5 mai 2026", "annulee")], ON) == ()


def test_a_function_is_told_once_and_a_verified_one_first() -> None:
    old = Contact.model_validate({"fonction": "agente", "organisme": "maison", "telephone": "418-555-0100"})
    sure = Contact.model_validate(
        {"fonction": "accueil", "telephone": "418-555-0101", "verifie_le": "2026-01-01"}
    )
    one, other = _project("un"), _project("autre")
    told = best_first([(old, one), (old, other), (sure, other)])
    assert told == ((sure, other), (old, one))
