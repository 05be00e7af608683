"""What the program says to visitors is easy to read: 60 or more by the French index of Kandel and Moles (textstat)."""

from __future__ import annotations

import pytest
import textstat

from tests.aides.phrases_du_site import sentences

EASY = 60
# What may not be said otherwise, and why.
EXCEPTIONS = {
    "en Gaspésie et aux Îles-de-la-Madeleine": "the official name of a region",
    "Sera impliqué hors du comité": "the word for this quality in the closed lists (model/mots.py)",
}


@pytest.fixture(autouse=True)
def _french() -> None:
    textstat.set_lang("fr")


def _hard(said: dict[str, str]) -> list[str]:
    """The sentences that are hard to read, each with its score and its home."""
    scored = {sentence: textstat.flesch_reading_ease(sentence) for sentence in said}
    return [f"{scored[one]:.0f} {one} ({said[one]})" for one in sorted(scored) if scored[one] < EASY]


def test_every_sentence_of_the_site_is_easy_to_read() -> None:
    said = sentences()
    assert _hard({one: where for one, where in said.items() if one not in EXCEPTIONS}) == []


def test_the_exceptions_are_still_said_and_still_hard() -> None:
    said = sentences()
    assert EXCEPTIONS.keys() <= said.keys()
    assert len(_hard({one: said[one] for one in EXCEPTIONS})) == len(EXCEPTIONS)


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        (
            "Une démarche réunit des organismes, des élus ou des citoyens",
            "hooks/clairevoie/model/collections.py",
        ),
        ("La source ne dit pas ce qui relie ces comités.", "overrides/composants/gouvernance.html"),
        ("Lire la même chose en liste : les effets", "overrides/composants/carte-des-effets.html"),
        ("La recherche ne répond pas.", "overrides/assets/js/panneau-de-recherche.js"),
    ],
)
def test_sentences_are_collected_where_they_are_written(sentence: str, where: str) -> None:
    assert [home for one, home in sentences().items() if one.startswith(sentence)] == [where]


def test_a_hard_sentence_is_named_with_its_score() -> None:
    sentence = "L’opérationnalisation intersectorielle des orientations requiert une appropriation."
    assert _hard({sentence: "overrides/404.html"})[0].endswith("appropriation. (overrides/404.html)")
