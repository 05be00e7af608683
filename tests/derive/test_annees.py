"""Things are filed under the years that somebody named, and under no other."""

from __future__ import annotations

from typing import Any

import pytest

from clairevoie.derive.annees import deadlines, years, years_of
from clairevoie.model.actions import Action
from clairevoie.model.comites import Comite


def _comite(**said: str) -> Comite:
    return Comite(id="un", nom="Un", publication="publie", **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Automne 2009", (2009,)),
        ("2009-2011", (2009, 2010, 2011)),
        ("Mai 2009, août 2010", (2009, 2010)),
        ("En continu", ()),
        ("À déterminer", ()),
    ],
)
def test_a_deadline_touches_the_years_that_it_names(phrase: str, expected: tuple[int, ...]) -> None:
    assert years(Action(texte="Agir", echeances=phrase).echeances) == expected  # type: ignore[arg-type]


def test_the_deadline_that_the_latest_follow_up_gave_is_the_one_that_holds() -> None:
    journal: list[dict[str, Any]] = [
        {"date": "2010-03-01", "nouvelle_echeance": "Printemps 2011"},
        {"date": "2009-12-01", "nouvelle_echeance": "2010"},
        {"date": "2010-06-01", "texte": "On avance."},
    ]
    moved = Action(texte="Agir", echeances="2009", suivi=journal)  # type: ignore[arg-type]
    assert years(deadlines(moved)) == (2011,)


def test_a_comite_is_of_every_year_between_its_ends_and_only_of_the_one_known() -> None:
    assert years_of(_comite(debut="septembre 2008", fin="2010")) == (2008, 2009, 2010)
    assert years_of(_comite(debut="septembre 2008")) == (2008,)
    assert years_of(_comite()) == ()
