"""The state of an action is what was last said of it, never what its date suggests."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from clairevoie.derive.consentements import without_hidden_names
from clairevoie.derive.fraicheur import may_have_changed
from clairevoie.derive.suivi import actions, by_state, grouped, is_followed, last_told, state_of
from clairevoie.model import Jeu
from clairevoie.model.actions import Action
from clairevoie.model.comites import Comite
from clairevoie.model.documents import Document
from clairevoie.model.journal import state
from clairevoie.model.projets import Projet
from tests.aides.sites import full_site


def _action(**typed: Any) -> Action:
    return Action.model_validate({"numero": "1", "texte": "Agir.", **typed})


def test_the_last_entry_that_gives_a_state_decides_whatever_the_order_of_the_file() -> None:
    suivi = [
        {"date": "2026-05-01", "statut": "realise"},
        {"date": "2026-06-01", "texte": "Rien à dire."},
        {"date": "2026-03-01", "statut": "reporte"},
    ]
    assert state(_action(suivi=suivi, statut="prevu")) == "realise"


def test_without_follow_up_the_state_typed_stands() -> None:
    assert state(_action(statut="en_cours")) == "en_cours"


def test_a_deadline_long_past_says_nothing_of_the_state() -> None:
    assert state(_action(echeances=["Mars 2009"])) == "non_precise"


def test_a_plan_is_followed_as_soon_as_something_is_said_of_one_action() -> None:
    assert not is_followed([_action(), _action(echeances=["Mars 2009"])])
    assert is_followed([_action(), _action(statut="prevu")])
    assert is_followed([_action(suivi=[{"date": "2026-06-01", "texte": "Rien à dire."}])])


def test_actions_are_counted_by_state_in_the_order_of_the_list() -> None:
    found = by_state(
        [_action(statut="realise"), _action(), _action(statut="prevu"), _action(statut="realise")]
    )
    assert list(found.items()) == [("prevu", 1), ("realise", 2), ("non_precise", 1)]


def test_a_journal_is_as_old_as_its_latest_entry() -> None:
    suivi = [{"date": "2026-06-01", "statut": "realise"}, {"date": "2026-03-01", "texte": "On avance."}]
    last = last_told(_action(suivi=suivi).suivi)
    assert last is not None
    assert last.edtf == "2026-06-01"
    assert last_told(()) is None


def test_every_action_is_in_one_state_and_one_only() -> None:
    given = [_action(statut="realise"), _action(), _action(suivi=[{"date": "2026", "statut": "en_cours"}])]
    found = grouped(given)
    assert [id(a) for group in found.values() for a in group] == [id(given[n]) for n in (2, 0, 1)], (
        "dans l'ordre des états"
    )


def test_the_state_of_a_project_is_that_of_its_journal() -> None:
    typed = {"id": "p", "nom": "Projet", "publication": "publie", "statut": "prevu"}
    assert state_of(Projet.model_validate(typed)) == "prevu"
    suivi = [{"date": "2026", "statut": "realise"}]
    assert state_of(Projet.model_validate({**typed, "suivi": suivi})) == "realise"


def _comite(**typed: Any) -> Comite:
    return Comite.model_validate({"id": "c", "nom": "Comité", "publication": "publie", **typed})


def test_the_state_of_another_record_is_the_one_typed_and_some_have_none() -> None:
    assert state_of(_comite(statut="actif")) == "actif"
    assert state_of(Document.model_validate({"id": "d", "titre": "Rapport", "publication": "publie"})) is None


def test_the_actions_of_a_record_are_all_of_them_in_the_order_of_the_file_and_nothing_else() -> None:
    assert [action.numero for action in actions(full_site().jeu.plans["plan-de-quartier-2026-2028"])] == [
        *("1.2.1", "1.1.1", "1.1.2", "1.10.1"),
        *("2.1", "2.2", "2.3", None),
    ]
    assert actions(_comite(mandats=[{"numero": "1", "texte": "Suivre."}])) == ()


@pytest.mark.parametrize(
    ("etat_au", "on", "changed"),
    [
        (None, date(2026, 1, 1), True),
        ("2024-01-02", date(2026, 1, 1), False),
        ("2024-01-01", date(2026, 1, 1), True),
        ("2024", date(2026, 12, 30), False),
        ("2024", date(2026, 12, 31), True),
    ],
)
def test_a_record_may_have_changed_once_two_years_are_past(
    etat_au: str | None, on: date, changed: bool
) -> None:
    assert may_have_changed(_comite(etat_au=etat_au), on) is changed


@pytest.mark.parametrize("dates", [{"ancien": True}, {"fin": "31 janvier 2026"}, {"debut": "2 février 2026"}])
def test_a_name_is_shown_only_while_its_seat_is_held(dates: dict[str, object]) -> None:
    base = {"type": "fonction"}
    membre = {"fonction": "voisine", "nom": "Aurore Exemple", "base_publication": base, **dates}
    (seat,) = without_hidden_names(Jeu.of([_comite(membres=[membre])]), date(2026, 2, 1)).comites["c"].membres
    assert (seat.nom, seat.base_publication, seat.fonction) == (None, None, "voisine")


def test_only_the_name_leaves_when_a_consent_lapses() -> None:
    base = {"type": "consentement", "date": "2024-01-01", "expire": "2026-01-31"}
    membre = {"fonction": "voisine", "nom": "Aurore Exemple", "base_publication": base}
    jeu = Jeu.of([_comite(membres=[membre])])
    (kept,) = without_hidden_names(jeu, date(2026, 1, 31)).comites["c"].membres
    (seat,) = without_hidden_names(jeu, date(2026, 2, 1)).comites["c"].membres
    assert kept.nom == "Aurore Exemple"
    assert (seat.nom, seat.base_publication, seat.fonction) == (None, None, "voisine")
