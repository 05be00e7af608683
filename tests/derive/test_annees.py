"""Things are filed under the years that somebody named, and under no other."""

from __future__ import annotations

import pytest

from clairevoie.derive.annees import years, years_of
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
        (["2024", "2009"], (2009, 2024)),
        ("En continu", ()),
        ("À déterminer", ()),
    ],
)
def test_a_deadline_touches_the_years_that_it_names(
    phrase: str | list[str], expected: tuple[int, ...]
) -> None:
    assert years(Action(texte="Agir", echeances=phrase).echeances) == expected  # type: ignore[arg-type]


def test_a_comite_is_of_every_year_between_its_ends_and_only_of_the_one_known() -> None:
    assert years_of(_comite(debut="septembre 2008", fin="2010")) == (2008, 2009, 2010)
    assert years_of(_comite(debut="septembre 2008")) == (2008,)
    assert years_of(_comite()) == ()
