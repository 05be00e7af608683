"""A date in a sentence takes the article of its precision, wherever the sentence stands."""

from __future__ import annotations

import pytest

from clairevoie.model import quand
from clairevoie.model.phrases import read_deadlines

_MOMENTS = (
    "2027-05-03",
    "2027-05-01",
    "2027-05",
    "2027-08",
    "2027",
    "2027-21",
    "2027-22",
    "2027-23",
    "2027-24",
)


@pytest.mark.parametrize(
    ("say", "said"),
    [
        (
            quand.on,
            "le 3 mai 2027, le 1er mai 2027, en mai 2027, en août 2027, en 2027, au printemps 2027, à l'été 2027, "
            "à l'automne 2027, à l'hiver 2027",
        ),
        (
            quand.as_of,
            "au 3 mai 2027, au 1er mai 2027, en mai 2027, en août 2027, en 2027, au printemps 2027, à l'été 2027, "
            "à l'automne 2027, à l'hiver 2027",
        ),
        (
            quand.of,
            "du 3 mai 2027, du 1er mai 2027, de mai 2027, d'août 2027, de 2027, du printemps 2027, de l'été 2027, "
            "de l'automne 2027, de l'hiver 2027",
        ),
        (
            quand.since,
            "depuis le 3 mai 2027, depuis le 1er mai 2027, depuis mai 2027, depuis août 2027, depuis 2027, "
            "depuis le printemps 2027, depuis l'été 2027, depuis l'automne 2027, depuis l'hiver 2027",
        ),
        (
            quand.until,
            "jusqu'au 3 mai 2027, jusqu'au 1er mai 2027, jusqu'en mai 2027, jusqu'en août 2027, jusqu'en 2027, "
            "jusqu'au printemps 2027, jusqu'à l'été 2027, jusqu'à l'automne 2027, jusqu'à l'hiver 2027",
        ),
    ],
)
def test_a_date_takes_the_article_of_its_precision(say, said: str) -> None:  # type: ignore[no-untyped-def]
    assert ", ".join(map(say, _MOMENTS)) == said


def test_a_period_is_said_from_one_end_to_the_other() -> None:
    assert quand.on("2026/2028") == quand.as_of("2026/2028") == quand.of("2026/2028") == "de 2026 à 2028"
    assert quand.since("2026/2028") == "depuis 2026"
    assert quand.until("2026-03/2028-06") == "jusqu'en juin 2028"


def test_a_date_of_the_model_is_said_as_its_value_is() -> None:
    assert quand.day(read_deadlines("2027-05-03")[0]) == "3 mai 2027"
    assert quand.on(read_deadlines("mars 2024")[0]) == "en mars 2024"
